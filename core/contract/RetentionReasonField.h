// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/JsonFields.h"
#include "domain/Recording.h"

namespace Holdfast {

/// The contract's retentionReason, of a recording and of what would become of one.
RetentionReason readRetentionReason(JsonFields &fields);

} // namespace Holdfast
