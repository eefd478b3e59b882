// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RecordingFilter.h"

namespace Holdfast {

/// The filter's words, agent, campaign, lead, disposition and hold as the words' index asks for them. Nothing of what
/// a client wrote is an operator there: each word is quoted.
QString wordsExpression(const RecordingFilter &filter);

} // namespace Holdfast
