// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"

/// Which recording it is, in a line that no other one shares.
namespace Holdfast {

QString recordingLine(const Recording &recording);  ///< its second, its lead and its file
QString recordingTitle(const Recording &recording); ///< its lead, its minute and its agent, in a sentence

} // namespace Holdfast
