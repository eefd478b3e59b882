// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArrayView>

namespace Holdfast {

/// Malformed, with a sentence, for what is too short or too long to be somebody's password. In UTF-8. Pure.
Done checkPassword(QByteArrayView password);

/// Malformed, with a sentence, for what can't be a user's name at sign-in: 1 to 64 printable characters without spaces.
Done checkUsername(QStringView username);

} // namespace Holdfast
