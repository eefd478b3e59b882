// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"
#include "records/RecordingFilter.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// Which holds are asked for.
struct HoldFilter
{
    std::optional<MatterId> matter;
    std::optional<RecordingId> recording; ///< that hold it, or held it
    std::optional<LeadId> lead;           ///< that are over it as a whole
    std::optional<bool> stands;
    std::optional<HoldId> before; ///< only those that were placed before that one
    int limit = 100;
};

/// The holds. What a hold holds is kept row by row, so that it stays held when it is moved or changed afterwards, until
/// the hold is released. Marking a recording costs about half a millisecond, for it renews its words and counts for the
/// search; a hold over a great many is therefore a rule first, which protects them all from the transaction that places
/// it, and its recordings are marked in portions after that (HoldProgress), between other writes. In the connection's
/// thread; writes inside WriteQueue.
class Holds
{
public:
    explicit Holds(Database &database)
        : m_database(database)
    {
    }

    /// Newest first.
    Result<QList<Hold>> find(const HoldFilter &filter);
    Result<Hold> byId(HoldId id); ///< NotFound where there is none
    /// The one over this recording alone for this matter, where it stands.
    Result<std::optional<Hold>> standing(RecordingId recording, MatterId matter);

    /// Over one recording; it is held when this returns, or Internal. NotFound without the recording; Conflict where
    /// the matter is closed, or where such a hold stands for it already. The id is chosen here; matterId, recordingId,
    /// reason, placedBy and placedAt count.
    Result<HoldId> placeOnRecording(const Hold &hold);
    /// Over a lead or a search: a rule from now on. Malformed where there is no such lead.
    Result<HoldId> placeRule(const Hold &hold, const RecordingFilter &filter);

    /// The hold as release() will leave it, for the entry of the audit log. Conflict where it was released before.
    Result<Hold> asReleased(HoldId id, UserId by, const QDateTime &at, const QString &reason);
    /// Nothing comes under it any more, and what no other hold holds goes free: at once where it is one recording's,
    /// otherwise in portions. Conflict where it was released before. The database takes it only after an entry of the
    /// audit log that names the hold (detail.holdId), and was made by the same user, at the same time, in the same
    /// transaction; without one it is Internal.
    Done release(HoldId id, UserId by, const QDateTime &at, const QString &reason);

    /// That it is on hold, as its holds say; brings a mark back that somebody took away. Internal where it can't be.
    Done makeSureOf(RecordingId recording);

private:
    Done checkMatter(MatterId matter);
    Result<HoldId> insert(const Hold &hold);

    Database &m_database;
};

} // namespace Holdfast
