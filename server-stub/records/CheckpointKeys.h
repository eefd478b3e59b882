// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/KeyChain.h"
#include "sqlite/Database.h"

#include <QList>

#include <limits>
#include <optional>

namespace Holdfast {

/// What the log's own entries say of the keys that sign it, as they are stored: whoever goes by them looks at what was
/// signed. In the connection's thread.
class CheckpointKeys
{
public:
    explicit CheckpointKeys(Database &database)
        : m_database(database)
    {
    }

    /// From one key to the next, the oldest first, up to that entry; only those that became leaves as they are, which
    /// what others put among the entries did not.
    Result<QList<KeyChange>> changes(qint64 upTo = std::numeric_limits<qint64>::max());
    /// The newest of them; none where the first key signs.
    Result<std::optional<KeyChange>> newest(qint64 upTo);

    /// With what proves each change, up to that entry. Corrupt where the log was changed so that it does not.
    Result<KeyChain> chain(const CheckpointSigner &current, qint64 upTo);

private:
    Result<KeyHandover> handover(const KeyChange &change);

    Database &m_database;
};

} // namespace Holdfast
