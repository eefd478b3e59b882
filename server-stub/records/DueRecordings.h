// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RecordingFilter.h"
#include "records/Recordings.h"

namespace Holdfast {

/// What has run its time by some moment, by the rules that count: retentionVerdict asked of millions. Looks at every
/// recording that is old enough for the shortest policy: in a thread that may take a while.
class DueRecordings
{
public:
    DueRecordings(Database &database, const RetentionRules &rules)
        : m_database(database)
        , m_rules(rules)
    {
    }

    struct Totals
    {
        qint64 due = 0; ///< no hold is on them
        qint64 dueBytes = 0;
        qint64 held = 0; ///< have run their time, and a hold keeps them
    };
    Result<Totals> totals(const QDateTime &by, std::optional<UserId> agent = {});

    /// Those that no hold is on, the oldest upload first, behind that place (RecordingSort::By::UploadedAt).
    Result<QList<RecordingPlace>> walk(const QDateTime &by, const std::optional<RecordingPlace> &after, int limit);

    /// The same, the soonest end first, as they are, with retention; the key of a place is then that end.
    Result<QList<Recording>> page(const QDateTime &by, std::optional<UserId> agent,
                                  const std::optional<RecordingPlace> &after, int limit);

private:
    SqlClause candidates(const QDateTime &by, std::optional<UserId> agent) const;

    Database &m_database;
    const RetentionRules &m_rules;
};

} // namespace Holdfast
