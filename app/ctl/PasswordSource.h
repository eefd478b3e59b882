// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QString>

namespace Holdfast {

/// The first line of the file, or of the standard input where the file is "-", each line of it once; or, where none is
/// named, what somebody types on the terminal without seeing it, after that question. Malformed, with a sentence that
/// names the option, where there is neither.
Result<QString> readSecret(const QString &file, const QString &question, const char *option);

/// The password with which somebody signs in.
Result<QString> readPassword(const QString &file, const QString &username);

/// One that is to be somebody's, typed twice where it is typed. Malformed where it can't be a password.
Result<QByteArray> readNewPassword(const QString &file, const QString &username);

} // namespace Holdfast
