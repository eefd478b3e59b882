// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Holdfast {

/// What is known of a key-encryption key; never the key.
struct WrappingKey
{
    QString id;
    QByteArray fingerprint; ///< tells whether a file holds this key
    QDateTime madeAt;
    bool isCurrent = false;               ///< what is sealed from now on is wrapped under it
    std::optional<QDateTime> currentFrom; ///< none: nothing was ever wrapped under it here
    std::optional<QDateTime> retiredAt;   ///< its file went then
};

/// The rows of the key-encryption keys. In the connection's thread; writes inside WriteQueue.
class WrappingKeys
{
public:
    explicit WrappingKeys(Database &database)
        : m_database(database)
    {
    }

    Result<QList<WrappingKey>> all(); ///< the oldest first
    Done add(const QString &id, const QByteArray &fingerprint, const QDateTime &madeAt);
    Done makeCurrent(const QString &id, const QDateTime &now); ///< NotFound where there is no such key
    /// Conflict for the current one, NotFound where there is none.
    Done retire(const QString &id, const QDateTime &now);
    /// Unreachable, to be tried again, where the key was retired since something was wrapped under it.
    Done checkInUse(const QString &id);

private:
    Database &m_database;
};

} // namespace Holdfast
