// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/QueryFields.h"
#include "domain/Hold.h"
#include "records/RecordingFilter.h"

namespace Holdfast {

/// Reads what a search for recordings asks for, without its page: the parameters of GET /api/recordings.
RecordingFilter readRecordingFilter(QueryFields &query);

/// What a hold over a lead or a search is for. Malformed, naming the parameter, where its search is none: one of
/// `complianceHold` would be for itself, and one of nothing for everything there is.
Result<RecordingFilter> filterOf(const Hold &hold);

} // namespace Holdfast
