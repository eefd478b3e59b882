// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Checkpoint.h"
#include "sqlite/Database.h"

#include <QList>

#include <optional>

namespace Holdfast {

/// That an entry is among the first `size`, whose root it leads to.
struct AuditInclusion
{
    QByteArray line; ///< the leaf: audit/AuditLine.h
    qint64 size = 0;
    QByteArray root;
    QList<QByteArray> hashes;
};

/// That the first `from` entries are the beginning of the first `to`.
struct AuditConsistency
{
    qint64 to = 0;
    QByteArray fromRoot;
    QByteArray toRoot;
    QList<QByteArray> hashes;
};

/// Proofs from the stored nodes, each tried before it is given: Corrupt where the log does not prove it, for then it
/// was changed. Without a size, of what was signed last. NotFound for entries and sizes beyond that. In the
/// connection's thread.
class AuditProofs
{
public:
    explicit AuditProofs(Database &database)
        : m_database(database)
    {
    }

    Result<AuditInclusion> inclusion(qint64 entry, std::optional<qint64> size);
    Result<AuditConsistency> consistency(qint64 from, std::optional<qint64> to);

private:
    Result<qint64> signedSize();
    Result<qint64> sizeWithin(std::optional<qint64> size);

    Database &m_database;
};

} // namespace Holdfast
