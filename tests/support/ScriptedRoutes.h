// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ScriptedServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace Holdfast::Testing {

/// A far side that answers each route as it was told last, and 404 to what it was told nothing of. Keeps what was
/// asked.
class ScriptedRoutes
{
public:
    ScriptedRoutes()
        : m_server([this](const ScriptedServer::Request &request) { return answerTo(request); })
    {
    }

    QUrl url() const { return m_server.url(); }
    void goAway() { m_server.goAway(); }
    void comeBack() { m_server.comeBack(); }

    /// `route`: "GET /api/holds", whatever its parameters.
    void tell(const QByteArray &route, const QByteArray &body, int status = 200, const QList<QByteArray> &fields = {})
    {
        m_answers.insert(route, {status, body, fields});
    }
    void staySilent(const QByteArray &route)
    {
        ScriptedServer::Answer silence;
        silence.silent = true;
        m_answers.insert(route, silence);
    }

    int count(const QByteArray &route) const { return static_cast<int>(m_asked.values(route).size()); }
    QUrlQuery lastQuery(const QByteArray &route) const { return m_asked.value(route).query; }
    QJsonObject lastBody(const QByteArray &route) const
    {
        return QJsonDocument::fromJson(m_asked.value(route).body).object();
    }
    /// By its name in lower case; empty where it did not come.
    QByteArray lastField(const QByteArray &route, const QByteArray &name) const
    {
        return m_asked.value(route).fields.value(name);
    }

private:
    struct Asked
    {
        QUrlQuery query;
        QByteArray body;
        QHash<QByteArray, QByteArray> fields;
    };

    ScriptedServer::Answer answerTo(const ScriptedServer::Request &request)
    {
        ScriptedServer::Answer waiting;
        waiting.awaitBody = true;
        if (request.body.isEmpty() && request.fields.value("content-length").toLongLong() > 0)
            return waiting;
        const QUrl url(QString::fromLatin1(request.path));
        const QByteArray route = request.method + ' ' + url.path().toLatin1();
        m_asked.insert(route,
                       {QUrlQuery(url), request.body, request.fields}); // the newest is the first that value() finds
        return m_answers.value(route, {404, R"({"message":"nobody told of this route"})", {}});
    }

    QHash<QByteArray, ScriptedServer::Answer> m_answers;
    QMultiHash<QByteArray, Asked> m_asked;
    ScriptedServer m_server; // goes first
};

} // namespace Holdfast::Testing
