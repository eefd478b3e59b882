// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace Holdfast {

/// What is known of a key that signs, or signed, tokens; never the key.
struct TokenKeyRow
{
    QByteArray id; ///< a token's `kid`
    QDateTime madeAt;
    std::optional<QDateTime> replacedAt; ///< none: it signs
};

/// In the connection's thread; writes inside WriteQueue.
class TokenKeyRows
{
public:
    explicit TokenKeyRows(Database &database)
        : m_database(database)
    {
    }

    Result<QList<TokenKeyRow>> all(); ///< the newest first
    /// Signs from now on, in the place of the one before.
    Done replace(const QByteArray &id, const QDateTime &now);
    Done remove(const QByteArray &id);
    /// All that were replaced: none of them counts any more.
    Done removeReplaced();

private:
    Database &m_database;
};

} // namespace Holdfast
