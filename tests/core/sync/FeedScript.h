// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/AccountJson.h"
#include "contract/AnnotationJson.h"
#include "contract/Json.h"
#include "contract/LeadJson.h"
#include "contract/RecordingJson.h"
#include "support/SampleRecording.h"
#include "support/ScriptedServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <map>

namespace Holdfast::Testing {

inline Lead leadOf(qint64 id, const QString &name)
{
    Lead lead;
    lead.id = {id};
    lead.name = name;
    lead.phone = QStringLiteral("+49 30 1");
    lead.campaignId = CampaignId{4};
    lead.campaignName = QStringLiteral("Spring");
    lead.agents = {{3}};
    lead.createdAt = lead.updatedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    return lead;
}

inline Annotation annotationOf(qint64 id, RecordingId recording, UserId author, const QString &text)
{
    Annotation annotation;
    annotation.id = {id};
    annotation.recordingId = recording;
    annotation.authorId = author;
    annotation.authorName = QStringLiteral("Somebody");
    annotation.text = text;
    annotation.createdAt = annotation.updatedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    return annotation;
}

/// The part of a server that ChangePull talks to: lists, and a feed whose pages a test lays out. A call that waits gets
/// no answer; a test cuts it (goAway, comeBack) and the next one sees what is new.
class FeedScript
{
public:
    QList<Lead> leads;
    QList<Recording> recordings;
    QList<Agent> agents{{{3}, QStringLiteral("Alice")}};
    QHash<qint64, QList<Annotation>> annotations; ///< by recording
    User me{{3}, QStringLiteral("alice"), QStringLiteral("Alice"), Role::Agent};
    QString newest = QStringLiteral("10");
    std::map<QString, QByteArray> pages; ///< by the cursor that is asked with
    std::function<std::optional<ScriptedServer::Answer>(const QString &path, const QUrlQuery &query)> disturb;

    ScriptedServer server{[this](const ScriptedServer::Request &request) { return answerTo(request); }};

    static QJsonObject change(const char *kind, qint64 id)
    {
        return {{QStringLiteral("kind"), QLatin1String(kind)},
                {QStringLiteral("id"), id},
                {QStringLiteral("at"), QStringLiteral("2026-01-01T00:00:00Z")}};
    }
    static QJsonObject changeOf(const Lead &lead)
    {
        QJsonObject json = change("lead", lead.id.value);
        json.insert(QStringLiteral("gone"), false);
        json.insert(QStringLiteral("lead"), toJson(lead));
        return json;
    }
    static QJsonObject changeOf(const Recording &recording, int count = 1)
    {
        QJsonObject json = change("recording", recording.id.value);
        json.insert(QStringLiteral("gone"), false);
        json.insert(QStringLiteral("recording"), toJson(recording));
        json.insert(QStringLiteral("leadRecordingCount"), count);
        return json;
    }
    static QJsonObject gone(const char *kind, qint64 id)
    {
        QJsonObject json = change(kind, id);
        json.insert(QStringLiteral("gone"), true);
        return json;
    }
    static QByteArray page(const QString &cursor, const QJsonArray &changes, bool more = false)
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("cursor"), cursor},
                                         {QStringLiteral("changes"), changes},
                                         {QStringLiteral("more"), more}})
            .toJson(QJsonDocument::Compact);
    }
    /// The next page for whoever stands at `newest`.
    void tell(const QJsonArray &changes)
    {
        const QString next = QString::number(newest.toInt() + 1);
        pages[newest] = page(next, changes);
        newest = next;
    }
    /// Whoever waits is cut, and asks again.
    void cut()
    {
        server.goAway();
        server.comeBack();
    }
    int asked(const QString &path) const
    {
        return static_cast<int>(std::ranges::count_if(server.requests(), [&](const auto &request) {
            return QUrl(QString::fromLatin1(request.path)).path() == path;
        }));
    }

private:
    static ScriptedServer::Answer json(const QByteArray &body) { return {200, body, {}}; }
    template <class T> static QByteArray listOf(const QList<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(toJson(value));
        return QJsonDocument(array).toJson(QJsonDocument::Compact);
    }
    ScriptedServer::Answer answerTo(const ScriptedServer::Request &request)
    {
        const QUrl url(QString::fromLatin1(request.path));
        const QUrlQuery query(url);
        const QString path = url.path();
        if (disturb)
            if (const auto answer = disturb(path, query))
                return *answer;
        const QStringList parts = path.split(QLatin1Char('/'));
        const qint64 id = parts.value(3).toLongLong();
        if (path == QLatin1String("/api/changes"))
            return changes(query);
        if (path == QLatin1String("/api/auth/me"))
            return json(QJsonDocument(toJson(me)).toJson());
        if (path == QLatin1String("/api/leads"))
            return json(listOf(leads.mid(query.queryItemValue(QStringLiteral("offset")).toInt(),
                                         query.queryItemValue(QStringLiteral("limit")).toInt())));
        if (path == QLatin1String("/api/agents"))
            return json(listOf(agents));
        if (path == QLatin1String("/api/campaigns/4"))
            return json(R"({"id":4,"name":"Summer"})");
        if (path.endsWith(QLatin1String("/annotations")))
            return json(listOf(annotations.value(id)));
        if (path == QLatin1String("/api/recordings"))
            return recordingsFrom(query);
        QList<Recording> ofLead;
        for (const Recording &recording : recordings)
            if (recording.leadId.value == id)
                ofLead.append(recording);
        return json(listOf(ofLead));
    }
    ScriptedServer::Answer recordingsFrom(const QUrlQuery &query) const
    {
        const int from = query.queryItemValue(QStringLiteral("cursor")).toInt();
        const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
        ScriptedServer::Answer answer = json(listOf(recordings.mid(from, limit)));
        if (from + limit < recordings.size())
            answer.fields.append("Link: </api/recordings?limit=2&cursor=" + QByteArray::number(from + limit) +
                                 ">; rel=\"next\"");
        return answer;
    }
    ScriptedServer::Answer changes(const QUrlQuery &query) const
    {
        const QString cursor = query.queryItemValue(QStringLiteral("cursor"));
        if (cursor.isEmpty())
            return json(page(newest, {}));
        const auto found = pages.find(cursor);
        if (found != pages.end())
            return json(found->second);
        ScriptedServer::Answer answer = json(page(cursor, {}));
        answer.silent = query.queryItemValue(QStringLiteral("wait")).toInt() > 0;
        return answer;
    }
};

} // namespace Holdfast::Testing
