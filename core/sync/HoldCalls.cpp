// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/HoldCalls.h"

#include "contract/HoldJson.h"
#include "contract/ReleaseEffectsJson.h"
#include "contract/Routes.h"
#include "contract/SearchParameters.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

QLatin1String decisionRoute(ReleaseRequestState decision)
{
    switch (decision) {
    case ReleaseRequestState::Approved:
        return Routes::releaseRequestApproval;
    case ReleaseRequestState::Refused:
        return Routes::releaseRequestRefusal;
    case ReleaseRequestState::Withdrawn:
        return Routes::releaseRequestWithdrawal;
    case ReleaseRequestState::Open:
    case ReleaseRequestState::Lapsed:
        break; // nobody decides that
    }
    Q_UNREACHABLE();
}

void addPage(QUrlQuery &query, qint64 before, int limit)
{
    if (before > 0)
        query.addQueryItem(QStringLiteral("before"), QString::number(before));
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
}

Result<Hold> readHold(const QByteArray &body)
{
    return objectFrom<Hold>(body, holdFromJson);
}

} // namespace

QFuture<Result<QList<Hold>>> HoldCalls::page(const Filter &filter, HoldId before, int limit)
{
    QUrlQuery query;
    if (filter.matter)
        query.addQueryItem(QStringLiteral("matterId"), QString::number(filter.matter->value));
    if (filter.recording)
        query.addQueryItem(QStringLiteral("recordingId"), QString::number(filter.recording->value));
    if (filter.stands)
        query.addQueryItem(QStringLiteral("stands"), *filter.stands ? QStringLiteral("true") : QStringLiteral("false"));
    addPage(query, before.value, limit);
    return getOver<QList<Hold>>(m_api.wire(), Routes::holds, query,
                                [](const QByteArray &body) { return listFrom<Hold>(body, holdFromJson); });
}

QFuture<Result<Hold>> HoldCalls::one(HoldId id)
{
    return getOver<Hold>(m_api.wire(), pathFor(Routes::hold, id.value), {}, readHold);
}

QFuture<Result<Hold>> HoldCalls::place(const HoldRequest &request)
{
    return sendOver<Hold>(m_api.wire(), "POST", Routes::holds, toJson(request), readHold);
}

QJsonObject HoldCalls::searchFor(const SearchTerms &terms)
{
    return searchObject(terms);
}

QFuture<Result<ReleaseEffects>> HoldCalls::previewRelease(const QList<HoldId> &holds, RecordingId after, int limit)
{
    QJsonArray ids;
    for (const HoldId id : holds)
        ids.append(id.value);
    QJsonObject order{{QStringLiteral("holdIds"), ids}, {QStringLiteral("limit"), limit}};
    if (after.isValid())
        order.insert(QStringLiteral("after"), after.value);
    return sendOver<ReleaseEffects>(
        m_api.wire(), "POST", Routes::holdsReleasePreview, order,
        [](const QByteArray &body) { return objectFrom<ReleaseEffects>(body, releaseEffectsFromJson); });
}

QFuture<Result<QList<ReleaseOutcome>>> HoldCalls::release(const ReleaseOrder &order)
{
    return sendOver<QList<ReleaseOutcome>>(
        m_api.wire(), "POST", Routes::holdsRelease, toJson(order),
        [](const QByteArray &body) { return listFrom<ReleaseOutcome>(body, releaseOutcomeFromJson); });
}

QFuture<Result<QList<ReleaseRequest>>> HoldCalls::requests(ReleaseRequestState state, ReleaseRequestId before,
                                                           int limit)
{
    QUrlQuery query{{QStringLiteral("state"), releaseRequestStateName(state)}};
    addPage(query, before.value, limit);
    return getOver<QList<ReleaseRequest>>(m_api.wire(), Routes::releaseRequests, query, [](const QByteArray &body) {
        return listFrom<ReleaseRequest>(body, releaseRequestFromJson);
    });
}

QFuture<Result<ReleaseRequest>> HoldCalls::decide(ReleaseRequestId id, ReleaseRequestState decision)
{
    return sendOver<ReleaseRequest>(
        m_api.wire(), "POST", pathFor(decisionRoute(decision), id.value), std::nullopt,
        [](const QByteArray &body) { return objectFrom<ReleaseRequest>(body, releaseRequestFromJson); });
}

} // namespace Holdfast
