// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Target.h"

#include "http/PercentDecoding.h"

#include <algorithm>

namespace Holdfast::Http {

namespace {

std::optional<QString> decoded(QByteArrayView text, Plus plus)
{
    const std::optional<QByteArray> bytes = percentDecoded(text, plus);
    if (!bytes || bytes->contains('\0'))
        return std::nullopt;
    return fromUtf8(*bytes);
}

bool isSafeSegment(const QString &segment)
{
    if (segment == QLatin1String(".") || segment == QLatin1String(".."))
        return false;
    return std::none_of(segment.cbegin(), segment.cend(),
                        [](QChar c) { return c == u'/' || c == u'\\' || c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

std::optional<QStringList> parsePath(QByteArrayView path)
{
    QStringList segments;
    while (!path.isEmpty()) { // begins with a slash each time around
        path = path.sliced(1);
        const qsizetype slash = path.indexOf('/');
        const QByteArrayView raw = slash < 0 ? path : path.first(slash);
        path = path.sliced(raw.size());
        const std::optional<QString> segment = decoded(raw, Plus::IsPlus);
        if (!segment || !isSafeSegment(*segment))
            return std::nullopt;
        segments.append(*segment);
    }
    return segments;
}

std::optional<QList<std::pair<QString, QString>>> parseQuery(QByteArrayView text)
{
    QList<std::pair<QString, QString>> query;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('&');
        const QByteArrayView pair = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto name = decoded(equals < 0 ? pair : pair.first(equals), Plus::IsBlank);
        const auto value = decoded(equals < 0 ? QByteArrayView("") : pair.sliced(equals + 1), Plus::IsBlank);
        if (!name || !value)
            return std::nullopt;
        query.append({*name, *value});
    }
    return query;
}

/// What follows the authority of "http://host/path"; the text itself in the usual form.
QByteArrayView withoutAuthority(QByteArrayView text)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (text.size() < scheme.size() || qstrnicmp(text.data(), scheme.size(), scheme.data(), scheme.size()) != 0)
            continue;
        const QByteArrayView rest = text.sliced(scheme.size());
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        return end == rest.end() ? QByteArrayView("/") : rest.sliced(end - rest.begin());
    }
    return text;
}

} // namespace

std::optional<Target> Target::parse(QByteArrayView text)
{
    if (text == QByteArrayView("*"))
        return Target{{QStringLiteral("*")}, {}};
    if (text.indexOf('#') >= 0)
        return std::nullopt;
    text = withoutAuthority(text);
    const qsizetype mark = text.indexOf('?');
    const QByteArrayView path = mark < 0 ? text : text.first(mark);
    if (!path.startsWith('/'))
        return std::nullopt;
    auto segments = parsePath(path);
    auto query = parseQuery(mark < 0 ? QByteArrayView() : text.sliced(mark + 1));
    if (!segments || !query)
        return std::nullopt;
    return Target{std::move(*segments), std::move(*query)};
}

} // namespace Holdfast::Http
