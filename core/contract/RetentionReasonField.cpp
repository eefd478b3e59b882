// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/RetentionReasonField.h"

namespace Holdfast {

RetentionReason readRetentionReason(JsonFields &fields)
{
    RetentionReason reason;
    JsonFields inner = fields.object(QLatin1String("retentionReason"));
    reason.policyId.value = inner.positiveOrNull(QLatin1String("policyId")).value_or(0);
    reason.policyName = inner.textOrNull(QLatin1String("policyName"));
    reason.appliesTo = inner.text(QLatin1String("appliesTo"));
    reason.days = inner.count(QLatin1String("days"));
    if (!inner.isNull(QLatin1String("coolingOffUntil"))) // servers of before know of none
        reason.coolingOffUntil = inner.time(QLatin1String("coolingOffUntil"));
    fields.adopt(inner);
    return reason;
}

} // namespace Holdfast
