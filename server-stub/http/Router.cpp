// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Router.h"

#include <algorithm>

#include <utility>

namespace Holdfast::Http {

namespace {

bool isCapture(const QString &segment)
{
    return segment.size() > 2 && segment.startsWith(u'{') && segment.endsWith(u'}');
}

bool fits(const QStringList &pattern, const QStringList &segments)
{
    if (pattern.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isCapture(pattern[i]) ? segments[i].isEmpty() : pattern[i] != segments[i])
            return false;
    }
    return true;
}

/// Of two patterns that fit the same path, the one whose first difference is a literal.
bool isMoreLiteral(const QStringList &one, const QStringList &other)
{
    for (qsizetype i = 0; i < one.size(); ++i) {
        if (isCapture(one[i]) != isCapture(other[i]))
            return isCapture(other[i]);
    }
    return false;
}

QHash<QString, QString> capturesOf(const QStringList &pattern, const QStringList &segments)
{
    QHash<QString, QString> captures;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isCapture(pattern[i]))
            captures.insert(pattern[i].sliced(1, pattern[i].size() - 2), segments[i]);
    }
    return captures;
}

QByteArray allowField(QByteArrayList methods)
{
    if (methods.contains("GET"))
        methods.append("HEAD");
    methods.append("OPTIONS");
    std::sort(methods.begin(), methods.end());
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    return methods.join(", ");
}

} // namespace

void Router::add(const QByteArray &method, const QString &pattern, Gate gate, Handler handler)
{
    m_routes.append({method, pattern.sliced(1).split(u'/'), std::move(gate), std::move(handler)});
}

std::variant<Router::Match, Reply> Router::match(const Request &request) const
{
    const bool anyPath = request.method == "OPTIONS" && request.segments == QStringList{QStringLiteral("*")};
    const QStringList *pattern = nullptr; // of those that fit, the most literal: the others do not speak for this path
    for (const Route &route : m_routes)
        if (fits(route.pattern, request.segments) && (!pattern || isMoreLiteral(route.pattern, *pattern)))
            pattern = &route.pattern;

    QByteArrayList methods;
    const Route *best = nullptr;
    for (const Route &route : m_routes) {
        if (!anyPath && !(pattern && route.pattern == *pattern))
            continue;
        methods.append(route.method);
        // A route for HEAD itself wins over the GET that stands in for it.
        if (route.method == request.method || (!best && request.isHead() && route.method == "GET"))
            best = &route;
    }
    if (best && !anyPath)
        return Match{&best->gate, &best->handler, capturesOf(best->pattern, request.segments)};
    if (methods.isEmpty())
        return Reply::message(404, QStringLiteral("There is nothing at this address."));

    Reply reply = request.method == "OPTIONS"
                      ? Reply::empty(204)
                      : Reply::message(405, QStringLiteral("%1 is not possible here; see the Allow field for what is.")
                                                .arg(QString::fromLatin1(request.method)));
    reply.headers.set("Allow", allowField(std::move(methods)));
    return reply;
}

} // namespace Holdfast::Http
