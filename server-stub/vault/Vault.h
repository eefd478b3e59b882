// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SealedReader.h"
#include "crypto/SecretKey.h"
#include "domain/Ids.h"
#include "domain/MediaFormat.h"
#include "domain/Result.h"

#include <QDate>
#include <QIODevice>
#include <QString>

#include <memory>

namespace Holdfast {

/// The disk as the vault sees it, so that tests can fill it, break it and cut it short. Any thread.
class Disk
{
public:
    virtual ~Disk() = default;
    virtual Result<std::unique_ptr<QIODevice>>
    create(const QString &path) = 0; ///< new file, 0600, refuses an existing one
    virtual Result<std::unique_ptr<QIODevice>> open(const QString &path) = 0; ///< for random-access reading
    virtual Done sync(QIODevice &file) = 0;                                   ///< to the platter
    virtual Done rename(const QString &from, const QString &to) = 0;          ///< and syncs the folder of `to`
    virtual Done makeFolder(const QString &path) = 0;                         ///< with parents, each synced
    virtual Done remove(const QString &path) = 0;                             ///< a missing file is fine
    virtual Result<QStringList> list(const QString &folder) = 0;
};
std::unique_ptr<Disk> localDisk();

/// A file that is being received: sealed as it comes, in the incoming/ folder. Removed when it goes without a commit.
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
    /// ("2026/01/15/recording_123.wav").
    virtual Result<QString> commit(MediaFormat format) = 0;
    virtual const SecretKey &key() const = 0;
};

/// The sealed files on disk. Paths it is given are its own filePath values, never a client's. Any thread.
class Vault
{
public:
    /// Removes what a stopped server left in incoming/.
    static Result<std::unique_ptr<Vault>> open(const QString &folder, Disk &disk);

    /// Context of the seal: the recording's id in decimal.
    Result<std::unique_ptr<StagedFile>> stage(RecordingId id, const QDate &day);
    Result<std::unique_ptr<QIODevice>> open(const QString &filePath, const SecretKey &key, RecordingId id);
    Done remove(const QString &filePath); ///< and what is derived from it (peaks)

    /// Small derived data kept sealed beside the file, under the same key with a context of its own ("peaks").
    Done writeBeside(const QString &filePath, const QString &kind, const SecretKey &key, QByteArrayView bytes);
    Result<QByteArray> readBeside(const QString &filePath, const QString &kind, const SecretKey &key);

private:
    Vault(QString folder, Disk &disk);
    QString m_folder;
    Disk &m_disk;
};

} // namespace Holdfast
