// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RecordingSearchCalls.h"

#include "contract/LeadJson.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "contract/SearchParameters.h"
#include "sync/WireCall.h"

namespace Holdfast {

QFuture<Result<RecordingSearchCalls::Page>> RecordingSearchCalls::page(const SearchTerms &terms, qint64 offset,
                                                                       int limit)
{
    QUrlQuery query = searchParameters(terms);
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (offset > 0)
        query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    const auto read = [](const QByteArray &body, const QNetworkReply &reply) -> Result<Page> {
        bool isNumber = false;
        const qint64 total = reply.rawHeader("X-Total-Count").toLongLong(&isNumber);
        if (!isNumber || total < 0)
            return fail(Wire::notUnderstood(QStringLiteral("no X-Total-Count")));
        return listFrom<Recording>(body, recordingFromJson).map([total](const QList<Recording> &recordings) {
            return Page{recordings, total};
        });
    };
    return getOver<Page>(m_api.wire(), Routes::recordings, query, read);
}

QFuture<Result<std::optional<QDateTime>>> RecordingSearchCalls::lastStored()
{
    using Moment = std::optional<QDateTime>;
    SearchTerms latest;
    latest.order = SearchOrder::LatestStored;
    QUrlQuery query = searchParameters(latest);
    query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    return getOver<Moment>(m_api.wire(), Routes::recordings, query, [](const QByteArray &body) {
        return listFrom<Recording>(body, recordingFromJson).map([](const QList<Recording> &recordings) {
            return recordings.isEmpty() ? std::nullopt : Moment(recordings.first().uploadedAt);
        });
    });
}

QFuture<Result<Recording>> RecordingSearchCalls::one(RecordingId id)
{
    return m_api.recording(id);
}

QFuture<Result<QList<Agent>>> RecordingSearchCalls::agents()
{
    return m_api.agents();
}

QFuture<Result<QList<Campaign>>> RecordingSearchCalls::campaigns()
{
    return getOver<QList<Campaign>>(m_api.wire(), Routes::campaigns, {},
                                    [](const QByteArray &body) { return listFrom<Campaign>(body, campaignFromJson); });
}

} // namespace Holdfast
