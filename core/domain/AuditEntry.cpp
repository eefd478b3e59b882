// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AuditEntry.h"

namespace Holdfast {

QLatin1String outcomeName(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Allowed:
        return QLatin1String("allowed");
    case AuditOutcome::Refused:
        return QLatin1String("refused");
    }
    Q_UNREACHABLE();
}

std::optional<AuditOutcome> outcomeFromName(QStringView name)
{
    for (const AuditOutcome outcome : {AuditOutcome::Allowed, AuditOutcome::Refused})
        if (name == outcomeName(outcome))
            return outcome;
    return std::nullopt;
}

} // namespace Holdfast
