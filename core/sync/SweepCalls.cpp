// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SweepCalls.h"

#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "contract/SweepJson.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

Result<RetentionSweep> readSweep(const QByteArray &body)
{
    return objectFrom<RetentionSweep>(body, sweepFromJson);
}

} // namespace

QFuture<Result<SweepStatus>> SweepCalls::status()
{
    return getOver<SweepStatus>(m_api.wire(), Routes::sweepStatus, {}, [](const QByteArray &body) {
        return objectFrom<SweepStatus>(body, sweepStatusFromJson);
    });
}

QFuture<Result<QList<RetentionSweep>>> SweepCalls::page(SweepId before, int limit)
{
    QUrlQuery query{{QStringLiteral("limit"), QString::number(limit)}};
    if (before.isValid())
        query.addQueryItem(QStringLiteral("before"), QString::number(before.value));
    return getOver<QList<RetentionSweep>>(m_api.wire(), Routes::sweeps, query, [](const QByteArray &body) {
        return listFrom<RetentionSweep>(body, sweepFromJson);
    });
}

QFuture<Result<SweepReport>> SweepCalls::report(SweepId id, RecordingId after, int limit)
{
    QUrlQuery query{{QStringLiteral("limit"), QString::number(limit)}};
    if (after.isValid())
        query.addQueryItem(QStringLiteral("after"), QString::number(after.value));
    return getOver<SweepReport>(m_api.wire(), pathFor(Routes::sweep, id.value), query, [](const QByteArray &body) {
        return objectFrom<SweepReport>(body, sweepReportFromJson);
    });
}

QFuture<Result<RetentionSweep>> SweepCalls::begin(const SweepOrder &order)
{
    return sendOver<RetentionSweep>(m_api.wire(), "POST", Routes::sweeps, toJson(order), readSweep);
}

QFuture<Result<RetentionSweep>> SweepCalls::approve(SweepId id)
{
    return sendOver<RetentionSweep>(m_api.wire(), "POST", pathFor(Routes::sweepApproval, id.value), std::nullopt,
                                    readSweep);
}

QFuture<Result<RetentionSweep>> SweepCalls::refuse(SweepId id)
{
    return sendOver<RetentionSweep>(m_api.wire(), "POST", pathFor(Routes::sweepRefusal, id.value), std::nullopt,
                                    readSweep);
}

QFuture<Result<SweepCalls::Due>> SweepCalls::due(int days, const QString &next, int limit)
{
    QUrlQuery query{{QStringLiteral("days"), QString::number(days)}, {QStringLiteral("limit"), QString::number(limit)}};
    if (!next.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), next);
    const auto read = [](const QByteArray &body, const QNetworkReply &reply) -> Result<Due> {
        bool isNumber = false;
        const qint64 total = reply.rawHeader("X-Total-Count").toLongLong(&isNumber);
        if (!isNumber || total < 0)
            return fail(Wire::notUnderstood(QStringLiteral("no X-Total-Count")));
        const QString more = nextCursorOf(reply);
        return listFrom<Recording>(body, recordingFromJson).map([total, more](const QList<Recording> &recordings) {
            return Due{recordings, total, more};
        });
    };
    return getOver<Due>(m_api.wire(), Routes::recordingsExpiring, query, read);
}

} // namespace Holdfast
