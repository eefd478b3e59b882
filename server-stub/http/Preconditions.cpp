// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Preconditions.h"

#include "http/ByteRange.h"

#include <algorithm>

namespace Holdfast::Http {

namespace {

enum class Comparison { Strong, Weak };

/// Takes entity tags off the front of a list one by one (RFC 9110 §8.8.3): W/"a", "b,c" ,, "d".
class EntityTags
{
public:
    explicit EntityTags(QByteArrayView list)
        : m_rest(list)
    {
    }

    struct Tag
    {
        bool weak = false;
        QByteArrayView quoted;
    };
    /// None at the end, and where the list is malformed from here on.
    std::optional<Tag> next()
    {
        while (!m_rest.isEmpty() && (isBlank(m_rest.front()) || m_rest.front() == ','))
            m_rest = m_rest.sliced(1);
        if (m_rest.isEmpty())
            return std::nullopt;
        Tag tag;
        tag.weak = m_rest.startsWith("W/");
        if (tag.weak)
            m_rest = m_rest.sliced(2);
        const qsizetype end = m_rest.startsWith('"') ? m_rest.indexOf('"', 1) : -1;
        if (end < 0)
            return malformed();
        tag.quoted = m_rest.first(end + 1);
        m_rest = m_rest.sliced(end + 1);
        const QByteArrayView inside = tag.quoted.sliced(1, end - 1);
        const bool hasBlanks = std::any_of(inside.begin(), inside.end(), isBlank);
        const auto after = std::find_if_not(m_rest.begin(), m_rest.end(), isBlank);
        if (hasBlanks || (after != m_rest.end() && *after != ','))
            return malformed();
        return tag;
    }
    bool isMalformed() const { return m_malformed; }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t'; }
    std::optional<Tag> malformed()
    {
        m_malformed = true;
        return std::nullopt;
    }

    QByteArrayView m_rest;
    bool m_malformed = false;
};

/// A list that is malformed anywhere names nothing: then If-Match fails and If-None-Match holds, which are the two
/// answers that can do no harm.
bool names(const QByteArrayList &values, QByteArrayView etag, Comparison comparison)
{
    const QByteArray list = values.join(',');
    if (list.trimmed() == "*")
        return true;
    EntityTags tags(list);
    bool found = false;
    while (const auto tag = tags.next())
        found = found || (tag->quoted == etag && (comparison == Comparison::Weak || !tag->weak));
    return found && !tags.isMalformed();
}

} // namespace

Precondition preconditionOf(const Headers &headers, QByteArrayView etag)
{
    if (headers.has("If-Match") && !names(headers.values("If-Match"), etag, Comparison::Strong))
        return Precondition::Failed;
    if (headers.has("If-None-Match") && names(headers.values("If-None-Match"), etag, Comparison::Weak))
        return Precondition::NotModified;
    return Precondition::Holds;
}

std::optional<QByteArray> rangeFieldOf(const Request &request, QByteArrayView etag)
{
    const QByteArrayList ranges = request.headers.values("Range");
    const QByteArrayList conditions = request.headers.values("If-Range");
    if (request.method != "GET" || ranges.size() != 1)
        return std::nullopt;
    const bool holds = conditions.isEmpty() ||
                       (conditions.size() == 1 && !conditions[0].isEmpty() && ifRangeHolds(conditions[0], etag));
    return holds ? std::optional(ranges[0]) : std::nullopt;
}

} // namespace Holdfast::Http
