// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Role.h"

namespace Holdfast {

QString roleWords(Role role);        ///< "Supervisor"
QString roleMeaningWords(Role role); ///< what such a person may, in a sentence

} // namespace Holdfast
