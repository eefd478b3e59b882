// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"

#include <QFile>

namespace Holdfast {

/// What is to be looked at.
struct FileAsked
{
    QString path;
    QString problem; ///< a sentence why nothing can open it; empty where it is to be tried
};

/// Looks at one file without changing anything: kind, duration, size, SHA-256, and in words what is wrong with it.
/// Slow: pool thread.
Inspected inspectFile(const FileAsked &file);

/// The files themselves, and for a folder the files in it and in the folders in it, by name; also what there can't be
/// taken, with why. Pool thread.
QList<FileAsked> filesAmong(const QStringList &paths);

/// Of the whole file; none where it can't be read to its end.
std::optional<QByteArray> sha256Of(QFile &file);

/// Seals an inspected file into the cache under that id; Outdated where it is no longer the file that was looked at.
/// Pool thread.
Result<SealedCache::Sealed> sealInspected(const Inspected &file, SealedCache &cache, QUuid uploadId,
                                          const std::function<bool(qint64)> &progress);

} // namespace Holdfast
