// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SealedReader.h"
#include "crypto/SecretKey.h"
#include "domain/Ids.h"
#include "domain/Result.h"
#include "vault/Disk.h"
#include "vault/StagedFile.h"

#include <QDate>
#include <QIODevice>
#include <QString>

#include <memory>

namespace Holdfast {

/// The sealed files on disk: recordings/ and, while they arrive, incoming/ of the data directory. Paths it is given are
/// its own filePath values, never a client's. Any thread.
class Vault
{
public:
    /// `folder` is the data directory. Makes what is missing of the two folders and removes what a stopped server left
    /// in incoming/. The disk must outlive the vault and all that it gives out.
    static Result<std::unique_ptr<Vault>> open(const QString &folder, Disk &disk);

    /// Whether a file lies where that recording's would: of a database that was lost, or set back to a backup.
    bool isTaken(RecordingId id, const QDate &day);
    /// Context of the seal: the recording's id in decimal. `day` picks the folder.
    Result<std::unique_ptr<StagedFile>> stage(RecordingId id, const QDate &day);
    /// NotFound where the file is gone, Corrupt where it is not the one that was stored.
    Result<std::unique_ptr<QIODevice>> open(const QString &filePath, const SecretKey &key, RecordingId id);
    bool has(const QString &filePath);    ///< whether there is such a file
    Done remove(const QString &filePath); ///< and what is derived from it (peaks); a missing file is fine

    /// Small derived data kept sealed beside the file, under the same key with a context of its own. The kinds are
    /// "peaks" and "peaks-fine". Writing replaces; reading answers NotFound where there is none. Slow: pool thread.
    Done writeBeside(const QString &filePath, const QString &kind, const SecretKey &key, QByteArrayView bytes);
    Result<QByteArray> readBeside(const QString &filePath, const QString &kind, const SecretKey &key);
    /// The filePath of the recording that a file in the folder of recordings belongs to: its own, or the one it lies
    /// beside.
    static QString recordingOf(const QString &path);

private:
    Vault(QString folder, Disk &disk);
    QString incomingFile(const QString &name) const;
    Done checkPath(const QString &filePath) const;
    Done checkKind(const QString &kind) const;
    Done sealInto(const QString &path, const SecretKey &key, QByteArrayView context, QByteArrayView bytes);

    QString m_incomingFolder;
    QString m_recordingsFolder;
    Disk &m_disk;
};

} // namespace Holdfast
