// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/RecordingJson.h"
#include "support/SampleRecording.h"
#include "support/ScriptedServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace Holdfast::Testing {

/// A far side with so many recordings, of which the first has the highest id. Finds all of them, whatever is asked
/// for; keeps what was asked.
class ScriptedLibrary
{
public:
    explicit ScriptedLibrary(int recordings)
        : m_count(recordings)
        , m_server([this](const ScriptedServer::Request &request) { return answer(request); })
    {
    }

    QUrl url() const { return m_server.url(); }
    void goAway() { m_server.goAway(); }
    void comeBack() { m_server.comeBack(); }
    void setCount(int recordings) { m_count = recordings; }
    void answerSearchesWith(const ScriptedServer::Answer &answer) { m_instead = answer; }
    void answerHoldsWith(const ScriptedServer::Answer &answer) { m_holdAnswer = answer; }
    void answerCampaignsWith(const ScriptedServer::Answer &answer) { m_campaignsInstead = answer; }
    void answerAsUsual() { m_instead.reset(); }
    std::function<void(Recording &)> dress; ///< what each recording wears

    /// Of the searches for pages; those that only ask for the latest one are left out.
    QList<QUrlQuery> searches() const { return m_searches; }
    QList<QJsonObject> orders() const { return m_orders; }
    QList<qint64> deleted() const { return m_deleted; }
    static RecordingId idAt(int row, int of) { return {of - row}; }

private:
    ScriptedServer::Answer answer(const ScriptedServer::Request &request)
    {
        const QUrl asked(QString::fromLatin1(request.path));
        if (request.method == "POST")
            return order(request);
        if (request.method == "DELETE") {
            m_deleted.append(asked.path().section(QLatin1Char('/'), -1).toLongLong());
            return {204, {}, {}};
        }
        if (asked.path() == QStringLiteral("/api/agents"))
            return {200, R"([{"id":3,"fullName":"Alice Penrose"},{"id":4,"fullName":"Bob"}])", {}};
        if (asked.path() == QStringLiteral("/api/campaigns") && m_campaignsInstead)
            return *m_campaignsInstead;
        if (asked.path() == QStringLiteral("/api/campaigns"))
            return {200, R"([{"id":7,"name":"Q1 Sales"}])", {}};
        if (m_instead)
            return *m_instead;
        const QUrlQuery query(asked);
        const auto number = [&query](const char *name) { return query.queryItemValue(QLatin1String(name)).toInt(); };
        const int limit = number("limit");
        if (limit > 1)
            m_searches.append(query);
        QList<Recording> page;
        for (int row = number("offset"); row < std::min(m_count, number("offset") + limit); ++row) {
            page.append(recordingOf(m_count - row, {1}));
            page.last().leadName = QStringLiteral("Lead %1").arg(row);
            if (dress)
                dress(page.last());
        }
        return {200, jsonText(page), {"X-Total-Count: " + QByteArray::number(m_count)}};
    }
    ScriptedServer::Answer order(const ScriptedServer::Request &request)
    {
        ScriptedServer::Answer waiting;
        waiting.awaitBody = true;
        if (request.body.isEmpty())
            return waiting;
        const QJsonObject order = QJsonDocument::fromJson(request.body).object();
        m_orders.append(order);
        if (m_holdAnswer)
            return *m_holdAnswer;
        QJsonArray outcomes;
        for (const QJsonValue &id : order.value(QLatin1String("ids")).toArray())
            outcomes.append(
                QJsonObject{{QStringLiteral("id"), id},
                            {QStringLiteral("status"), 200},
                            {QStringLiteral("complianceHold"), order.value(QLatin1String("complianceHold"))}});
        return {200, QJsonDocument(outcomes).toJson(), {}};
    }

    int m_count;
    std::optional<ScriptedServer::Answer> m_instead;
    std::optional<ScriptedServer::Answer> m_holdAnswer;
    std::optional<ScriptedServer::Answer> m_campaignsInstead;
    QList<QUrlQuery> m_searches;
    QList<QJsonObject> m_orders;
    QList<qint64> m_deleted;
    ScriptedServer m_server; // goes first
};

/// Noon of that day of 2026, in UTC.
inline QDateTime noonOf(int month, int day)
{
    return QDateTime(QDate(2026, month, day), QTime(12, 0), Qt::UTC);
}

} // namespace Holdfast::Testing
