// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/KeyChain.h"
#include "audit/MerkleFrontier.h"
#include "audit/MerkleProof.h"

#include <QHash>

namespace Holdfast::Testing {

inline SigningKey someKey(char letter)
{
    return SigningKey(SecretKey::fromBytes(QByteArray(32, letter)).value());
}

/// From one key to the next in a log of so many entries, the last of which says so.
inline KeyHandover handover(const QByteArray &origin, qint64 entry, const SigningKey &from, const SigningKey &to,
                            KeyChange::Kind kind = KeyChange::Kind::HandedOver)
{
    KeyChange change;
    change.kind = kind;
    change.from = CheckpointSigner{origin, from.publicKey()};
    change.to = CheckpointSigner{origin, to.publicKey()};
    AuditEntry told;
    told.id = entry;
    told.at = QDateTime(QDate(2026, 11, 22), QTime(4, 0), Qt::UTC);
    told.username = QStringLiteral("ada");
    told.action = change.action();
    told.detail = change.detail();
    KeyHandover handover;
    handover.line = auditLine(AuditRow::of(told));
    MerkleFrontier tree;
    QHash<qint64, QByteArray> nodes;
    for (qint64 leaf = 1; leaf <= entry; ++leaf)
        tree.append(merkleLeafHash(leaf == entry ? handover.line : QByteArray::number(leaf)),
                    [&](MerkleNode node, const QByteArray &hash) { nodes.insert(storedPosition(node), hash); });
    handover.hashes = inclusionProof(entry - 1, entry, [&](MerkleNode node) -> Result<QByteArray> {
                          return nodes.value(storedPosition(node));
                      }).value();
    const Checkpoint log{origin, entry, tree.root()};
    handover.checkpoint =
        kind == KeyChange::Kind::Lost ? signCheckpoint(log, to) : cosigned(signCheckpoint(log, from), to);
    return handover;
}

} // namespace Holdfast::Testing
