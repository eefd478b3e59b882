// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "domain/MediaFormat.h"
#include "domain/Result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>

namespace Holdfast {

/// A file that is being received: sealed as it comes, in the incoming/ folder. Removed when it goes without a commit.
/// Any one thread at a time.
class StagedFile
{
public:
    virtual ~StagedFile() = default;
    virtual Done write(QByteArrayView plain) = 0;
    virtual qint64 plainSize() const = 0;
    /// Ends the sealing; afterwards reader() works and write() does not. The SHA-256 of the plain bytes.
    virtual Result<QByteArray> finish() = 0;
    virtual Result<std::unique_ptr<QIODevice>> reader() = 0;
    /// Syncs the file, moves it to its place and syncs the folder: slow, pool thread. Answers filePath, relative
    /// ("2026/01/15/recording_123.wav"). Where it fails, nothing lies in that place.
    virtual Result<QString> commit(MediaFormat format) = 0;
    virtual const SecretKey &key() const = 0;
};

} // namespace Holdfast
