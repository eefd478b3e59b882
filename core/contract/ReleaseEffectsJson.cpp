// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ReleaseEffectsJson.h"

#include "contract/AffectedRecordingJson.h"

namespace Holdfast {

namespace {

constexpr int statusDone = 200;
constexpr int statusWaits = 202;

ReleaseEffects::Totals totalsIn(JsonFields &fields)
{
    JsonFields inner = fields.object(QLatin1String("totals"));
    ReleaseEffects::Totals totals;
    totals.goFree = inner.number(QLatin1String("goFree"));
    totals.bytes = inner.number(QLatin1String("bytes"));
    totals.stayHeld = inner.number(QLatin1String("stayHeld"));
    totals.takenByNextSweep = inner.number(QLatin1String("takenByNextSweep"));
    totals.bytesTakenByNextSweep = inner.number(QLatin1String("bytesTakenByNextSweep"));
    if (inner.has(QLatin1String("placing"))) // servers before it told it
        totals.placing = inner.truth(QLatin1String("placing"));
    fields.adopt(inner);
    return totals;
}

ReleaseEffects::Freed freedFrom(JsonFields &fields)
{
    ReleaseEffects::Freed freed;
    readAffectedRecording(fields, freed);
    freed.end = readRecordingEnd(fields);
    return freed;
}

ReleaseOutcome::What whatOf(qint64 status)
{
    if (status == statusWaits)
        return ReleaseOutcome::What::WaitsForSecondPerson;
    return status == statusDone ? ReleaseOutcome::What::Released : ReleaseOutcome::What::Refused;
}

} // namespace

Result<ReleaseEffects> releaseEffectsFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    ReleaseEffects effects;
    if (!fields.isNull(QLatin1String("totals")))
        effects.totals = totalsIn(fields);
    for (const QJsonValue &item : fields.list(QLatin1String("recordings"))) {
        JsonFields of(item.toObject(), QStringLiteral("recordings."));
        effects.recordings.append(freedFrom(of));
        fields.adopt(of);
    }
    effects.next.value = fields.positiveOrNull(QLatin1String("next")).value_or(0);
    if (fields.failure())
        return fail(*fields.failure());
    return effects;
}

Result<ReleaseOutcome> releaseOutcomeFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    ReleaseOutcome outcome;
    outcome.hold.value = fields.positive(QLatin1String("holdId"));
    outcome.what = whatOf(fields.positive(QLatin1String("status")));
    outcome.message = fields.textOrNull(QLatin1String("message"));
    if (fields.failure())
        return fail(*fields.failure());
    return outcome;
}

} // namespace Holdfast
