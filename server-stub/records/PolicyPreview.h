// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyChange.h"
#include "domain/RetentionVerdict.h"
#include "records/Recordings.h"

namespace Holdfast {

struct SqlClause;

/// What a change of the policies would do, without doing it, asked of the same rule as the sweep. Looks at every
/// recording that the change can touch: in a thread that may take a while, in one Snapshot.
class PolicyPreview
{
public:
    /// `rules`: as they are now.
    PolicyPreview(Database &database, const RetentionRules &rules, const PolicyChange &change);

    struct Totals
    {
        qint64 changed = 0; ///< recordings that would end on another date
        qint64 bytes = 0;   ///< plain, of those
        qint64 sooner = 0;
        qint64 later = 0;
        qint64 dueAtOnce = 0; ///< that are not due now, and that the next sweep would take
        qint64 dueAtOnceBytes = 0;
        qint64 keptByHold = 0;  ///< that would be due at once, but for a hold
        qint64 noLongerDue = 0; ///< that the next sweep would take now, and would not then
    };
    Result<Totals> totals(const QDateTime &now);

    struct Changed
    {
        Recording recording; ///< as it is now
        RetentionVerdict before;
        RetentionVerdict after;
    };
    /// The first that would end, with what would change about them.
    Result<QList<Changed>> first(int limit, const QDateTime &now);

private:
    SqlClause touched() const;

    Database &m_database;
    const RetentionRules m_rules;
    const PolicyChange m_change;
};

} // namespace Holdfast
