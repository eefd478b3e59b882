// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"

#include <QList>

namespace Holdfast {

/// When a recording ends, and why then.
struct RecordingEnd
{
    QDateTime until;
    RetentionReason reason;

    friend bool operator==(const RecordingEnd &, const RecordingEnd &) = default;
};

/// What a change of the retention policies would do, before it is made: in all, and the first that would end. Bytes
/// are plain.
struct PolicyEffects
{
    qint64 changed = 0; ///< recordings that would end on another date
    qint64 bytes = 0;   ///< of those
    qint64 sooner = 0;
    qint64 later = 0;
    qint64 expireAtOnce = 0; ///< that are not due now, and that the next sweep would take
    qint64 expireAtOnceBytes = 0;
    qint64 keptByHold = 0;      ///< that would be due at once, but for a hold
    qint64 noLongerExpired = 0; ///< that the next sweep would take now, and would not then

    struct Changed
    {
        RecordingId recording;
        LeadId lead;
        QString leadName;
        QString originalName;
        qint64 fileSize = 0;
        QDateTime uploadedAt;
        bool complianceHold = false;
        RecordingEnd before;
        RecordingEnd after;
        bool takenByNextSweep = false;

        friend bool operator==(const Changed &, const Changed &) = default;
    };
    QList<Changed> first;
};

} // namespace Holdfast
