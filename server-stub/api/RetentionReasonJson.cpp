// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RetentionReasonJson.h"

#include "contract/Json.h"

namespace Holdfast {

QJsonObject toJson(const RetentionReason &reason)
{
    const QJsonValue null(QJsonValue::Null);
    return {{QLatin1String("policyId"), reason.policyId.isValid() ? QJsonValue(reason.policyId.value) : null},
            {QLatin1String("policyName"), reason.policyName},
            {QLatin1String("appliesTo"), reason.appliesTo},
            {QLatin1String("days"), reason.days},
            {QLatin1String("coolingOffUntil"),
             reason.coolingOffUntil ? QJsonValue(isoTime(*reason.coolingOffUntil)) : null}};
}

} // namespace Holdfast
