// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/AccountJson.h"
#include "contract/Json.h"
#include "contract/LeadJson.h"
#include "support/ScriptedServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace Holdfast::Testing {

/// A far side with people and leads, which does what it is asked to; keeps what was asked to be changed.
class ScriptedPeople
{
public:
    ScriptedPeople()
        : m_server([this](const ScriptedServer::Request &request) { return answer(request); })
    {
        add(1, "ada", "Ada Admin", Role::Admin);
        add(2, "sam", "Sam Supervisor", Role::Supervisor);
        add(3, "alice", "Alice Agent", Role::Agent);
        for (int id = 1; id <= 3; ++id)
            leads.append(leadOf(id, QStringLiteral("Lead %1").arg(id), id == 1 ? QList<UserId>{{3}} : QList<UserId>()));
    }

    QUrl url() const { return m_server.url(); }
    void goAway() { m_server.goAway(); }
    void comeBack() { m_server.comeBack(); }
    QList<UserAccount> people;
    QList<Lead> leads;
    std::optional<ScriptedServer::Answer> writeAnswer; ///< instead of doing what is asked
    std::optional<ScriptedServer::Answer> readAnswer;
    struct Write
    {
        QByteArray method;
        QString path;
        QJsonObject body;
    };
    QList<Write> writes;

private:
    void add(qint64 id, const char *username, const char *fullName, Role role)
    {
        people.append({{{id}, QString::fromLatin1(username), QString::fromLatin1(fullName), role}, false, madeAt()});
        people.last().revision = 1;
    }
    static QDateTime madeAt() { return QDateTime(QDate(2026, 1, 5), QTime(12, 0), Qt::UTC); }
    static Lead leadOf(qint64 id, const QString &name, const QList<UserId> &agents)
    {
        Lead lead;
        lead.id = {id};
        lead.name = name;
        lead.agents = agents;
        lead.createdAt = lead.updatedAt = madeAt();
        return lead;
    }
    ScriptedServer::Answer answer(const ScriptedServer::Request &request)
    {
        const QUrl asked(QString::fromLatin1(request.path));
        if (request.method != "GET")
            return write(request, asked.path());
        if (readAnswer)
            return *readAnswer;
        const qint64 id = asked.fileName().toLongLong();
        QJsonArray array;
        if (asked.path().startsWith(QStringLiteral("/api/users"))) {
            for (const UserAccount &account : std::as_const(people)) {
                if (account.user.id.value == id)
                    return json(toJson(account));
                array.append(toJson(account));
            }
            return {200, QJsonDocument(array).toJson(), {}};
        }
        const QUrlQuery query(asked);
        const qint64 agent = query.queryItemValue(QStringLiteral("agentId")).toLongLong();
        const QString words = query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded);
        for (const Lead &lead : std::as_const(leads)) {
            if (lead.id.value == id)
                return json(toJson(lead));
            if ((agent == 0 || lead.agents.contains(UserId{agent})) && lead.name.contains(words, Qt::CaseInsensitive))
                array.append(toJson(lead));
        }
        return {200, QJsonDocument(array).toJson(), {"X-Total-Count: " + QByteArray::number(array.size())}};
    }
    ScriptedServer::Answer write(const ScriptedServer::Request &request, const QString &path)
    {
        if (request.body.isEmpty()) {
            ScriptedServer::Answer waiting;
            waiting.awaitBody = true;
            return waiting;
        }
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        writes.append({request.method, path, body});
        if (writeAnswer)
            return *writeAnswer;
        const qint64 id = path.section(u'/', -1).toLongLong();
        if (path.startsWith(QStringLiteral("/api/leads"))) {
            Lead &lead =
                *std::find_if(leads.begin(), leads.end(), [id](const Lead &one) { return one.id.value == id; });
            lead.agents.clear();
            for (const QJsonValue &agent : body.value(QLatin1String("agents")).toArray())
                lead.agents.append(UserId{agent.toInteger()});
            return json(toJson(lead));
        }
        if (request.method == "POST") {
            const NewUser wanted = *newUserFromJson(body);
            people.append({wanted.user, false, madeAt()});
            people.last().user.id = {people.size()};
            people.last().revision = 1;
            return json(toJson(people.constLast()), 201);
        }
        UserAccount &account = people[id - 1];
        const UserChange change = *userChangeFromJson(body);
        account.user.fullName = change.user.fullName;
        account.user.role = change.user.role;
        account.disabled = change.disabled;
        return json(toJson(account));
    }
    static ScriptedServer::Answer json(const QJsonObject &object, int status = 200)
    {
        return {status, QJsonDocument(object).toJson(), {}};
    }

    ScriptedServer m_server; // goes first
};

} // namespace Holdfast::Testing
