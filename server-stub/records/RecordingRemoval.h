// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionVerdict.h"
#include "records/Audit.h"
#include "records/Recordings.h"

namespace Holdfast {

/// The part of a deletion that is the database's: row and key go together with the audit entry, the day's count and the
/// change; the file's name is kept until the file is gone too (Uploads). Each answers the recording as it was at the
/// last. NotFound where there is none, Forbidden where a hold is on it or is being placed on it. In the connection's
/// thread, inside WriteQueue: what fails may have done a part, which is rolled back with the write.
class RecordingRemoval
{
public:
    explicit RecordingRemoval(Database &database)
        : m_database(database)
    {
    }

    /// What the entry names.
    Result<Recording> byHand(const AuditEntry &entry);

    /// What the entry names, because it has run its time by then: asked of retentionVerdict here once more, with the
    /// policies and holds of this moment. Outdated where it has not. The entry's detail gets the reason.
    Result<Recording> expired(AuditEntry entry, int fallbackDays, int coolingOffDays, const QDateTime &by);

private:
    Result<Recording> unheld(RecordingId id);
    Done remove(const Recording &recording, const AuditEntry &entry);

    Database &m_database;
};

} // namespace Holdfast
