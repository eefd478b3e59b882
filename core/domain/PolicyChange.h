// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionPolicy.h"

#include <QList>

namespace Holdfast {

/// A change of the retention policies that is thought through before it is made: what goes, and what comes in its
/// place.
struct PolicyChange
{
    PolicyId without;                    ///< the one that is changed or deleted; invalid: none
    std::optional<RetentionPolicy> with; ///< as it would be; none: it is deleted
};

/// The policies as the change would leave them. Pure.
QList<RetentionPolicy> changed(QList<RetentionPolicy> policies, const PolicyChange &change);

} // namespace Holdfast
