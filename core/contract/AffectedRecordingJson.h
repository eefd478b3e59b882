// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/JsonFields.h"
#include "contract/RetentionReasonField.h"
#include "domain/PolicyEffects.h"

namespace Holdfast {

/// retentionUntil and retentionReason, among the fields of what ends then.
inline RecordingEnd readRecordingEnd(JsonFields &fields)
{
    RecordingEnd end;
    end.until = fields.time(QLatin1String("retentionUntil"));
    end.reason = readRetentionReason(fields);
    return end;
}

/// What each preview says of a recording: which one it is, and whether the next sweep would take it.
template <class Affected> void readAffectedRecording(JsonFields &fields, Affected &affected)
{
    affected.recording.value = fields.positive(QLatin1String("recordingId"));
    affected.lead.value = fields.positive(QLatin1String("leadId"));
    affected.leadName = fields.text(QLatin1String("leadName"));
    affected.originalName = fields.text(QLatin1String("originalName"));
    affected.fileSize = fields.number(QLatin1String("fileSize"));
    affected.uploadedAt = fields.time(QLatin1String("uploadedAt"));
    affected.takenByNextSweep = fields.truth(QLatin1String("takenByNextSweep"));
}

} // namespace Holdfast
