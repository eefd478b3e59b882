// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/Stage.h"

namespace Holdfast::WindowStates {

void offline(Stage &stage);
void noKeyring(Stage &stage);
void messages(Stage &stage);   ///< more than one
void notFetched(Stage &stage); ///< a recording that can't be played
void settings(Stage &stage);
void watchFolder(Stage &stage);

} // namespace Holdfast::WindowStates
