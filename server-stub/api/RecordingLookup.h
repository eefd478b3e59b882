// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "records/RecordingSearch.h"
#include "sqlite/ReadCache.h"

namespace Holdfast {

/// Recordings as a caller may see them, with the retention that applies to them now. Any thread.
class RecordingLookup
{
public:
    RecordingLookup(DataFolder &data, int fallbackRetentionDays, int coolingOffDays);

    /// By the id in a path: NotFound for what is no id or has no recording, Forbidden for another agent's.
    /// `retention`: whether to work out until when it stays, which its bytes do not tell.
    enum class Retention { With, Without };
    Result<Recording> find(const Caller &caller, const QString &id, Retention retention = Retention::With) const;

    using Page = RecordingSearch::Found;
    /// Agents find their own alone, whatever the filter asks for.
    Result<Page> search(const Caller &caller, RecordingFilter filter) const;

    /// The rules that count now.
    Result<RetentionRules> rules(Database &database) const;

    /// One that was just stored.
    Result<Recording> stored(RecordingId id, Retention retention = Retention::With) const;

private:
    Result<std::optional<Recording>> row(RecordingId id) const;
    Done addRetention(Database &database, QList<Recording> &recordings) const;

    DataFolder &m_data;
    mutable ReadCache<RecordingId, std::optional<Recording>> m_rows;
    mutable RecordingTotals m_totals;
    int m_fallbackRetentionDays;
    int m_coolingOffDays;
};

} // namespace Holdfast
