// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/HoldOrderJson.h"

#include "contract/JsonFields.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr int statusDone = 200;
constexpr int statusWaits = 202;

HoldOutcome::What whatOf(qint64 status)
{
    if (status == statusWaits)
        return HoldOutcome::What::WaitsForSecondPerson;
    return status == statusDone ? HoldOutcome::What::CarriedOut : HoldOutcome::What::Refused;
}

} // namespace

QJsonObject toJson(const HoldOrder &order)
{
    QJsonArray ids;
    for (const RecordingId id : order.recordings)
        ids.append(id.value);
    QJsonObject json{{QStringLiteral("ids"), ids}, {QStringLiteral("complianceHold"), order.complianceHold}};
    if (!order.reason.isEmpty())
        json.insert(QStringLiteral("reason"), order.reason);
    if (!order.matter.isEmpty())
        json.insert(QStringLiteral("matter"), order.matter);
    return json;
}

Result<HoldOutcome> holdOutcomeFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    HoldOutcome outcome;
    outcome.recording.value = fields.positive(QLatin1String("id"));
    outcome.what = whatOf(fields.positive(QLatin1String("status")));
    if (outcome.what != HoldOutcome::What::Refused)
        outcome.complianceHold = fields.truth(QLatin1String("complianceHold"));
    outcome.message = fields.textOrNull(QLatin1String("message"));
    if (fields.failure())
        return fail(*fields.failure());
    return outcome;
}

} // namespace Holdfast
