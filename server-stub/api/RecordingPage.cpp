// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingPage.h"

#include "contract/Json.h"

#include <QJsonArray>
#include <QUrl>

#include <limits>

namespace Holdfast {

void readPaging(QueryFields &query, RecordingFilter &filter)
{
    const auto limit = query.number(QLatin1String("limit"), 1, RecordingPage::mostRecordings);
    filter.limit = static_cast<int>(limit.value_or(filter.limit));
    filter.offset = query.number(QLatin1String("offset"), 0, std::numeric_limits<qint64>::max()).value_or(0);
}

Http::Reply RecordingPage::reply() const
{
    QJsonArray array;
    for (const Recording &recording : page.recordings)
        array.append(toJson(recording));
    Http::Reply reply = Http::Reply::json(200, QJsonDocument(array));
    reply.headers.set("X-Total-Count", QByteArray::number(page.total));
    if (filter.offset < page.total && page.recordings.size() < page.total - filter.offset)
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
    for (const auto &[name, value] : request.query)
        if (name != QLatin1String("limit") && name != QLatin1String("offset"))
            addField(name, value);
    addField(QStringLiteral("limit"), QString::number(filter.limit));
    addField(QStringLiteral("offset"), QString::number(filter.offset + page.recordings.size()));
    return link;
}

} // namespace Holdfast
