// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingPage.h"

#include "api/SearchCursor.h"
#include "contract/RecordingJson.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <limits>

namespace Holdfast {

namespace {

struct SortName
{
    QLatin1String name;
    RecordingSort sort;
};

constexpr std::array sortNames{
    SortName{QLatin1String("-uploadedAt"), {RecordingSort::By::UploadedAt, false}},
    SortName{QLatin1String("uploadedAt"), {RecordingSort::By::UploadedAt, true}},
    SortName{QLatin1String("-durationSeconds"), {RecordingSort::By::Duration, false}},
    SortName{QLatin1String("durationSeconds"), {RecordingSort::By::Duration, true}},
    SortName{QLatin1String("-callDate"), {RecordingSort::By::CallDate, false}},
    SortName{QLatin1String("callDate"), {RecordingSort::By::CallDate, true}},
};

void readSort(QueryFields &query, RecordingFilter &filter)
{
    const auto given = query.text(QLatin1String("sort"));
    if (!given)
        return;
    QStringList names;
    for (const auto &[name, sort] : sortNames) {
        names.append(name);
        if (name == *given) {
            filter.sort = sort;
            return;
        }
    }
    query.refuse(QStringLiteral("sort"), QStringLiteral("must be one of ") + names.join(QStringLiteral(", ")));
}

} // namespace

void readPaging(QueryFields &query, RecordingFilter &filter)
{
    const auto limit = query.number(QLatin1String("limit"), 1, RecordingPage::mostRecordings);
    filter.limit = static_cast<int>(limit.value_or(filter.limit));
    readSort(query, filter);
    const auto offset = query.number(QLatin1String("offset"), 0, std::numeric_limits<qint64>::max());
    filter.offset = offset.value_or(0);
    const auto cursor = query.text(QLatin1String("cursor"));
    if (!cursor)
        return;
    filter.after = placeOfCursor(filter, *cursor);
    if (offset)
        query.refuse(QStringLiteral("cursor"), QStringLiteral("can't go together with offset"));
    else if (!filter.after)
        query.refuse(QStringLiteral("cursor"), QStringLiteral("is not one that this filter and sort were given. Begin "
                                                              "again without it"));
}

Http::Reply RecordingPage::reply() const
{
    Http::Reply reply = Http::Reply::json(200, jsonText(page.recordings));
    reply.headers.set("X-Total-Count", QByteArray::number(page.total));
    if (page.hasMore && !page.recordings.isEmpty())
        reply.headers.set("Link", '<' + nextLink() + ">; rel=\"next\"");
    return reply;
}

QByteArray RecordingPage::nextLink() const
{
    QByteArray link;
    for (const QString &segment : request.segments)
        link += '/' + segment.toUtf8().toPercentEncoding();
    auto addField = [&link, mark = '?'](const QString &name, const QString &value) mutable {
        link += mark + name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
        mark = '&';
    };
    bool hasOffset = false;
    for (const auto &[name, value] : request.query) {
        if (name == QLatin1String("offset"))
            hasOffset = true;
        else if (name != QLatin1String("limit") && name != QLatin1String("cursor"))
            addField(name, value);
    }
    addField(QStringLiteral("limit"), QString::number(filter.limit));
    if (hasOffset)
        addField(QStringLiteral("offset"), QString::number(filter.offset + page.recordings.size()));
    else
        addField(QStringLiteral("cursor"), QString::fromLatin1(cursorAfter(filter, page.recordings.last())));
    return link;
}

} // namespace Holdfast
