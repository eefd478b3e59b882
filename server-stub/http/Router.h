// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"

#include <functional>
#include <variant>

namespace Holdfast::Http {

/// Called with the head, before any of the body: answers through the responder (now or later) and returns null, or
/// returns the sink for the body. Called in the connection's thread.
using Handler = std::function<std::unique_ptr<BodySink>(const Request &, const Responder &)>;

/// Runs before the handler: a reply ends the request (401, 403), none lets it pass with request.caller filled in.
using Gate = std::function<std::optional<Reply>(Request &)>;

/// From method and path to handler. Filled before the listener starts, read by all threads afterwards.
/// Unknown path: 404; known path with another method: 405 with Allow; GET routes answer HEAD too, OPTIONS answers 204
/// with Allow.
class Router
{
public:
    /// pattern: "/api/recordings/{id}"; a literal segment wins over a captured one, whatever the method.
    /// gate may be null.
    void add(const QByteArray &method, const QString &pattern, Gate gate, Handler handler);

    struct Match
    {
        const Gate *gate = nullptr;
        const Handler *handler = nullptr;
        QHash<QString, QString> captures;
    };
    /// The route, or the reply for a request that has none.
    std::variant<Match, Reply> match(const Request &request) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList pattern;
        Gate gate;
        Handler handler;
    };
    QList<Route> m_routes;
};

} // namespace Holdfast::Http
