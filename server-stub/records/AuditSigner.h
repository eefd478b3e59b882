// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Checkpoint.h"
#include "audit/KeyChange.h"
#include "audit/MerkleFrontier.h"
#include "sqlite/Database.h"

#include <functional>
#include <memory>
#include <optional>

namespace Holdfast {

/// The keys that an AuditSigner can sign with, asked in the writer's thread. Null: it is not here.
struct SigningKeys
{
    using Key = std::shared_ptr<const SigningKey>;
    std::function<Key()> first;                               ///< of a log that has never had another
    std::function<Key(const QByteArray &publicKey)> byPublic; ///< of those that the log names
    std::function<QByteArray()> lastPublic; ///< of the one that signed last, also where that is gone; or empty
    std::function<bool()> wasMissing;       ///< what nobody signed may be the server's own
};

/// Keeps the audit tree and signs it: what is committed is signed, for a checkpoint over all entries is written in the
/// transaction that adds some. It goes on from what was signed before and from nothing else, so what somebody changed
/// in the database since does not come under its name. Where an entry says that another key takes over, both sign.
/// While the key is missing nothing is signed, and the entries are kept. In the writer's thread, within its groups
/// (GroupWork).
class AuditSigner
{
public:
    explicit AuditSigner(SigningKeys keys);

    /// Takes the entries from before there was a tree as they are. In the transaction that makes the tree, and never
    /// again: otherwise whoever takes all checkpoints away would have the server sign what it finds.
    Done adopt(Database &database);
    static constexpr int treeVersion = 8; ///< of the schema, whose file makes the tree

    /// Before a group's first write: entries that are there and were not signed are not the server's, and become no
    /// leaves.
    Done begun(Database &database);
    /// After its last: the entries that were added become leaves, and a checkpoint over all is signed. Where what was
    /// signed before does not hold any more nothing is signed; the writes go on, and verifying tells what it is.
    /// Conflict then for a group by which another key was to take over.
    Done ending(Database &database);

private:
    Result<bool> goOn(Database &database, qint64 last);
    Result<bool> goOnFrom(Database &database, const std::optional<QByteArray> &note);
    Done findKey(Database &database, const std::optional<QByteArray> &note);
    Done findNext(Database &database, qint64 after);
    bool isOthersChange(const AuditRow &row) const;
    Done addLeaves(Database &database);
    Done addLeaf(Database &database, const QByteArray &leafHash);
    Done sign(Database &database, qint64 previousSize);

    const SigningKeys m_keys;
    SigningKeys::Key m_key;    // null: missing
    SigningKeys::Key m_next;   // that an entry of this group names
    bool m_isHandover = false; // m_note, which stays
    QByteArray m_origin;
    qint64 m_lastForeign = 0;                       // entries up to it that were not signed are not the server's
    std::optional<QByteArray> m_note{QByteArray()}; // what m_frontier belongs to; none: the tree without leaves
    MerkleFrontier m_frontier;
    bool m_isRefused = false; // m_note can't be gone on from
};

/// The checkpoint that was signed last; none where nothing was signed.
Result<std::optional<QByteArray>> newestCheckpoint(Database &database);

/// The complete nodes as they are stored; Corrupt where one is missing.
Result<QByteArray> storedNode(Database &database, MerkleNode node);

} // namespace Holdfast
