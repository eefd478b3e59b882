// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "crypto/PasswordHash.h"

namespace Holdfast {

/// Makes the user "admin" in a data folder that has no users yet. Answers the password that was drawn, to be shown
/// once; empty where one was given or there are users already.
Result<QByteArray> makeFirstAdmin(DataFolder &data, const QByteArray &givenPassword, PasswordCost cost);

} // namespace Holdfast
