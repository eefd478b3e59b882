// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Holdfast {

/// One move of all that is wrapped to the key-encryption key that is current.
struct KeyRotationRow
{
    qint64 id = 0;
    QString toKeyId;
    QDateTime begunAt;
    UserId userId; ///< who asked; invalid for the command line
    QString username;
    std::optional<QDateTime> endedAt; ///< none: it is under way, or goes on at the next start
    qint64 rewrapped = 0;
    qint64 unreadable = 0; ///< at its end: what is left under keys that are missing or do not open it
};

/// The rows of the rotations; one at a time is under way. In the connection's thread; writes inside WriteQueue.
class KeyRotations
{
public:
    explicit KeyRotations(Database &database)
        : m_database(database)
    {
    }

    Result<std::optional<KeyRotationRow>> newest();
    Result<std::optional<KeyRotationRow>> underWay();
    Done begin(const KeyRotationRow &rotation); ///< Conflict while one is under way
    Done addRewrapped(qint64 howMany);          ///< of the one that is under way
    Done end(const QString &toKeyId, qint64 unreadable, const QDateTime &now);

private:
    Result<std::optional<KeyRotationRow>> one(const QByteArray &condition);

    Database &m_database;
};

} // namespace Holdfast
