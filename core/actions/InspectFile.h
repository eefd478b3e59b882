// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"

namespace Holdfast {

/// Looks at one file without changing anything: kind, duration, size, SHA-256, and in words what is wrong with it.
/// Slow: pool thread.
Inspected inspectFile(const QString &path);

/// The files themselves, and for a folder the files in it and in the folders in it, by name. Pool thread.
QStringList filesAmong(const QStringList &paths);

/// Seals an inspected file into the cache under that id; Outdated where it is no longer the file that was looked at.
/// Pool thread.
Result<SealedCache::Sealed> sealInspected(const Inspected &file, SealedCache &cache, QUuid uploadId,
                                          const std::function<bool(qint64)> &progress);

} // namespace Holdfast
