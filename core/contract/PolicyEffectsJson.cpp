// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/PolicyEffectsJson.h"

#include "contract/AffectedRecordingJson.h"

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
    readAffectedRecording(fields, changed);
    changed.complianceHold = fields.truth(QLatin1String("complianceHold"));
    changed.before = endIn(fields, QLatin1String("before"));
    changed.after = endIn(fields, QLatin1String("after"));
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
