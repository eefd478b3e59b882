// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QFile>

namespace Holdfast {

/// Closes an open file and gives it its name, replacing what bore it, so that after a power cut the name stands for
/// the whole new file or for what it was before: the file is synced, renamed, and the folder synced. Both paths must be
/// in one folder. Conflict where something bears the name that is no file. Slow: pool thread.
Done syncAndRename(QFile &file, const QString &path);

/// The same for some bytes, in a file that is readable for this account alone.
Done writeDurably(const QString &path, const QByteArray &bytes);

} // namespace Holdfast
