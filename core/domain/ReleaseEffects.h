// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyEffects.h"

#include <optional>

namespace Holdfast {

/// What the release of holds would do, before it is done: in all, and a page of what would go free. Bytes are plain.
struct ReleaseEffects
{
    struct Totals
    {
        qint64 goFree = 0;
        qint64 bytes = 0;
        qint64 stayHeld = 0; ///< by other holds
        qint64 takenByNextSweep = 0;
        qint64 bytesTakenByNextSweep = 0;
        bool placing = false; ///< a hold has not reached all that it is for yet, and that is not counted
    };
    struct Freed
    {
        RecordingId recording;
        LeadId lead;
        QString leadName;
        QString originalName;
        qint64 fileSize = 0;
        QDateTime uploadedAt;
        RecordingEnd end;
        bool takenByNextSweep = false;

        friend bool operator==(const Freed &, const Freed &) = default;
    };

    std::optional<Totals> totals; ///< with the first page alone
    QList<Freed> recordings;
    RecordingId next; ///< behind which the next page begins; invalid at the end
};

/// What became of one hold that was to be released.
struct ReleaseOutcome
{
    enum class What {
        Released,
        WaitsForSecondPerson, ///< another must approve it
        Refused,
    };

    HoldId hold;
    What what = What::Released;
    QString message; ///< as the server says it, of what was refused

    friend bool operator==(const ReleaseOutcome &, const ReleaseOutcome &) = default;
};

} // namespace Holdfast
