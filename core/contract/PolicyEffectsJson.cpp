// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/PolicyEffectsJson.h"

#include "contract/RetentionReasonField.h"

namespace Holdfast {

namespace {

RecordingEnd endIn(JsonFields &fields, QLatin1String name)
{
    JsonFields inner = fields.object(name);
    RecordingEnd end = readRecordingEnd(inner);
    fields.adopt(inner);
    return end;
}

PolicyEffects::Changed changedFrom(JsonFields &fields)
{
    PolicyEffects::Changed changed;
    changed.recording.value = fields.positive(QLatin1String("recordingId"));
    changed.lead.value = fields.positive(QLatin1String("leadId"));
    changed.leadName = fields.text(QLatin1String("leadName"));
    changed.originalName = fields.text(QLatin1String("originalName"));
    changed.fileSize = fields.number(QLatin1String("fileSize"));
    changed.uploadedAt = fields.time(QLatin1String("uploadedAt"));
    changed.complianceHold = fields.truth(QLatin1String("complianceHold"));
    changed.before = endIn(fields, QLatin1String("before"));
    changed.after = endIn(fields, QLatin1String("after"));
    changed.takenByNextSweep = fields.truth(QLatin1String("takenByNextSweep"));
    return changed;
}

void readTotals(JsonFields &fields, PolicyEffects &effects)
{
    JsonFields totals = fields.object(QLatin1String("totals"));
    effects.changed = totals.number(QLatin1String("changed"));
    effects.bytes = totals.number(QLatin1String("bytes"));
    effects.sooner = totals.number(QLatin1String("sooner"));
    effects.later = totals.number(QLatin1String("later"));
    effects.expireAtOnce = totals.number(QLatin1String("expireAtOnce"));
    effects.expireAtOnceBytes = totals.number(QLatin1String("expireAtOnceBytes"));
    effects.keptByHold = totals.number(QLatin1String("keptByHold"));
    effects.noLongerExpired = totals.number(QLatin1String("noLongerExpired"));
    fields.adopt(totals);
}

} // namespace

RecordingEnd readRecordingEnd(JsonFields &fields)
{
    RecordingEnd end;
    end.until = fields.time(QLatin1String("retentionUntil"));
    end.reason = readRetentionReason(fields);
    return end;
}

Result<PolicyEffects> policyEffectsFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    PolicyEffects effects;
    readTotals(fields, effects);
    for (const QJsonValue &item : fields.list(QLatin1String("recordings"))) {
        JsonFields of(item.toObject(), QStringLiteral("recordings."));
        effects.first.append(changedFrom(of));
        fields.adopt(of);
    }
    if (fields.failure())
        return fail(*fields.failure());
    return effects;
}

} // namespace Holdfast
