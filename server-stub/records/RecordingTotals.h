// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RecordingFilter.h"
#include "sqlite/Database.h"

#include <QCache>
#include <QMutex>

namespace Holdfast {

struct SqlClause;

/// How many recordings match a filter, exactly, without going through them: from counts that the database keeps, and at
/// the two ends of a span of time by counting what is left of a day. What has to be counted (words, durations, what was
/// heard) is remembered until something changes. Any thread.
class RecordingTotals
{
public:
    /// Up to `few` recordings are taken together and looked through; where there are more, an index is walked in search
    /// of those that match. It costs about the same at the default.
    explicit RecordingTotals(qint64 few = 10'000);
    qint64 few() const { return m_few; }

    Result<qint64> of(Database &database, RecordingFilter filter);
    /// Of the same filter without words, durations and what was heard.
    Result<qint64> ofAllMeasures(Database &database, RecordingFilter filter);

private:
    struct Counted
    {
        qint64 changes = 0; ///< search_changes at that time
        qint64 total = 0;
    };
    std::optional<qint64> remembered(const QByteArray &fingerprint, qint64 changes);

    const qint64 m_few;
    QMutex m_mutex;
    QCache<QByteArray, Counted> m_counted{2000};
};

} // namespace Holdfast
