// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionVerdict.h"
#include "records/Recordings.h"

namespace Holdfast {

/// What releasing some holds at a moment would do, without doing it. In a thread that may take a while: the totals look
/// at every recording that the holds hold.
class ReleasePreview
{
public:
    ReleasePreview(Database &database, const RetentionRules &rules)
        : m_database(database)
        , m_rules(rules)
    {
    }

    struct Totals
    {
        qint64 goFree = 0; ///< recordings that nothing would hold any more
        qint64 bytes = 0;  ///< plain, of those
        qint64 stay = 0;   ///< recordings that other holds hold, too
        qint64 due = 0;    ///< of those that go free: which the next sweep would take
        qint64 dueBytes = 0;
        bool isPlacing = false; ///< one of the holds is still being placed: what it has not reached yet is not counted
    };
    Result<Totals> totals(const QList<HoldId> &holds, const QDateTime &now);

    struct Freed
    {
        Recording recording;      ///< as it is now
        RetentionVerdict verdict; ///< as it would be
    };
    /// Those that would go free, by their numbers, behind `after`.
    Result<QList<Freed>> page(const QList<HoldId> &holds, RecordingId after, int limit, const QDateTime &now);

private:
    Database &m_database;
    const RetentionRules &m_rules;
};

} // namespace Holdfast
