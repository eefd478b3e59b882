// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace Holdfast {

/// An upload that comes in several goes, as the database keeps it.
struct ResumableUpload
{
    QString id;
    UserId user;
    qint64 length = 0;   ///< plain bytes
    QByteArray metadata; ///< Upload-Metadata, as it came
    QByteArray wrappedKey;
    QString encryptionKeyId;
    QByteArray idempotencyKey; ///< empty where none was sent
    QDateTime createdAt;
    QDateTime expiresAt;
    RecordingId recording; ///< what it became; invalid before
};

/// In the connection's thread; writes inside WriteQueue.
class ResumableUploads
{
public:
    explicit ResumableUploads(Database &database)
        : m_database(database)
    {
    }

    Result<QList<ResumableUpload>> all();
    Done add(const ResumableUpload &upload); ///< Unreachable where the key-encryption key was retired since
    Done finish(const QString &id, RecordingId recording);
    Done remove(const QString &id);

private:
    Database &m_database;
};

} // namespace Holdfast
