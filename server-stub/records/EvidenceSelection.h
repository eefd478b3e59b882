// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EvidenceSubject.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// What belongs into an evidence pack at one moment. In the connection's thread.
struct EvidenceSelection
{
    QString name; ///< of the subject, for people: the lead's, the matter's, the recording's file
    QList<RecordingId> recordings;

    /// NotFound where there is no such thing; Conflict where there is no recording to pack, where a hold for the matter
    /// is still being placed, or where it is more than EvidenceSubject::mostRecordings.
    static Result<EvidenceSelection> of(Database &database, const EvidenceSubject &subject);
};

} // namespace Holdfast
