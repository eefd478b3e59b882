// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QFile>

namespace Holdfast {

/// What is written beside its place, until it is whole and bears its name (DurableFile.h). Any one thread at a time.
namespace BesideFile {

/// In the folder of `path`; another each time, and short, so that any name that a file may bear can be written so.
QString pathFor(const QString &path);
/// Also where the device takes less at a time, as a disk does that is nearly full; after false errorString() says why.
bool write(QIODevice &to, QByteArrayView bytes);
/// Closes it and removes it, also where what is still to be written has no room.
void remove(QFile &file);

} // namespace BesideFile

} // namespace Holdfast
