// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QIODevice>

namespace Holdfast {

/// A part of a file that is sent at once.
struct UploadPiece
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::UploadPiece)

public:
    qint64 offset = 0; ///< in the file
    QByteArray bytes;
    QByteArray checksum; ///< for Upload-Checksum; empty where the server offers none

    /// Corrupt where the file can't be read there. algorithm: sha256, sha1 or none. Slow: pool thread.
    static Result<UploadPiece> read(QIODevice &file, qint64 offset, qint64 size, const QByteArray &algorithm);
};

} // namespace Holdfast
