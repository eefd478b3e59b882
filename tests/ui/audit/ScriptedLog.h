// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/AuditJson.h"
#include "support/ScriptedServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace Holdfast::Testing {

/// A far side whose audit log has so many entries, of which the newest has the highest number. Finds all of them,
/// whatever is asked for; keeps what was asked.
class ScriptedLog
{
public:
    explicit ScriptedLog(int entries)
        : m_count(entries)
        , m_server([this](const ScriptedServer::Request &request) { return answer(request); })
    {
    }

    QUrl url() const { return m_server.url(); }
    void goAway() { m_server.goAway(); }
    void comeBack() { m_server.comeBack(); }
    void setCount(int entries) { m_count = entries; }
    void answerSearchesWith(const ScriptedServer::Answer &answer) { m_instead = answer; }
    void answerAsUsual() { m_instead.reset(); }
    ScriptedServer::Answer verifyAnswer{200, R"({"intact":true,"entries":48211,"message":"…","finding":null})", {}};
    ScriptedServer::Answer exportAnswer{200, "id,at\r\n1,2026-01-01\r\n", {}};
    std::function<void(AuditEntry &)> dress; ///< what each entry says

    QList<QUrlQuery> searches() const { return m_searches; } ///< for pages of entries
    QList<QUrlQuery> exports() const { return m_exports; }
    QByteArray keptThatCame() const { return m_kept; } ///< with a verification

private:
    ScriptedServer::Answer answer(const ScriptedServer::Request &request)
    {
        const QUrl asked(QString::fromLatin1(request.path));
        const QString path = asked.path();
        if (path == QStringLiteral("/api/agents"))
            return {200, R"([{"id":3,"fullName":"Alice Penrose"},{"id":4,"fullName":"Bob"}])", {}};
        if (path == QStringLiteral("/api/audit/verify"))
            return verify(request);
        if (path == QStringLiteral("/api/audit/checkpoint"))
            return {200, "log.example\n48211\nAAAA\n\n— log.example sig\n", {}};
        if (path == QStringLiteral("/api/audit/export")) {
            m_exports.append(QUrlQuery(asked));
            return exportAnswer;
        }
        m_searches.append(QUrlQuery(asked));
        return m_instead ? *m_instead : page(QUrlQuery(asked));
    }
    ScriptedServer::Answer verify(const ScriptedServer::Request &request)
    {
        if (request.method == "POST" && request.body.isEmpty()) {
            ScriptedServer::Answer waiting;
            waiting.awaitBody = true;
            return waiting;
        }
        m_kept = request.body;
        return verifyAnswer;
    }
    ScriptedServer::Answer page(const QUrlQuery &query) const
    {
        const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
        const QString cursor = query.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
        const int from = cursor.isEmpty() ? m_count : cursor.section(u'.', 1).toInt() - 1;
        QJsonArray entries;
        int id = from;
        for (; id > 0 && id > from - limit; --id) {
            AuditEntry entry;
            entry.id = id;
            entry.at = QDateTime::fromMSecsSinceEpoch(1'760'000'000'000 + qint64{id} * 1000, Qt::UTC);
            entry.userId = {3};
            entry.username = QStringLiteral("user%1").arg(id);
            entry.role = Role::Agent;
            entry.action = QStringLiteral("stream");
            entry.recordingId = {7};
            entry.address = QStringLiteral("192.0.2.1");
            if (dress)
                dress(entry);
            entries.append(toJson(entry));
        }
        ScriptedServer::Answer answer{200, QJsonDocument(entries).toJson(QJsonDocument::Compact), {}};
        if (entries.size() == limit)
            answer.fields.append("Link: </api/audit?cursor=1." + QByteArray::number(id + 1) + ">; rel=\"next\"");
        return answer;
    }

    int m_count;
    std::optional<ScriptedServer::Answer> m_instead;
    QList<QUrlQuery> m_searches;
    QList<QUrlQuery> m_exports;
    QByteArray m_kept;
    ScriptedServer m_server; // goes first
};

} // namespace Holdfast::Testing
