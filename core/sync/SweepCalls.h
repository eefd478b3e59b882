// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionSweep.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// Retention sweeps, what is due, and what an admin decides about them. UI thread; goes before the ApiClient.
class SweepCalls
{
public:
    explicit SweepCalls(ApiClient &api)
        : m_api(api)
    {
    }

    QFuture<Result<SweepStatus>> status();
    /// Newest first; those that began before that one, where it is valid. limit is 1 to 1,000.
    QFuture<Result<QList<RetentionSweep>>> page(SweepId before, int limit);
    /// With what it left, from the recording after `after` on.
    QFuture<Result<SweepReport>> report(SweepId id, RecordingId after, int limit);
    QFuture<Result<RetentionSweep>> begin(const SweepOrder &order); ///< Conflict while one is under way
    QFuture<Result<RetentionSweep>> approve(SweepId id);            ///< Conflict where its clock is doubted
    QFuture<Result<RetentionSweep>> refuse(SweepId id);

    struct Due
    {
        QList<Recording> recordings;
        qint64 total = 0; ///< how many there are in all
        QString next;     ///< where to go on; empty at the end
    };
    /// What ends within so many days and is not held, soonest first; `next` as an answer gave it, else empty.
    QFuture<Result<Due>> due(int days, const QString &next, int limit);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
