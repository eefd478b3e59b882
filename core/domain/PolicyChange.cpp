// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/PolicyChange.h"

namespace Holdfast {

QList<RetentionPolicy> changed(QList<RetentionPolicy> policies, const PolicyChange &change)
{
    policies.removeIf([&change](const RetentionPolicy &policy) { return policy.id == change.without; });
    if (change.with)
        policies.append(*change.with);
    return policies;
}

} // namespace Holdfast
