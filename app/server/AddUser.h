// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "domain/User.h"

namespace Holdfast {

/// Malformed, with a sentence, for what nobody could be called.
Done checkUsername(const QString &name);

/// `user add`: the password is the first line of the file, or of the standard input where no file is named.
Done addUser(DataFolder &data, const User &user, const QString &passwordFile);

} // namespace Holdfast
