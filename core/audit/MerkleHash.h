// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Holdfast {

/// The hashes of an RFC 6962 Merkle tree (section 2.1): SHA-256, 32 bytes each. A leaf and a node can't be taken for
/// each other.
inline constexpr qsizetype merkleHashSize = 32;

QByteArray merkleLeafHash(QByteArrayView leaf);
QByteArray merkleNodeHash(QByteArrayView left, QByteArrayView right);
QByteArray merkleEmptyRoot(); ///< of the tree without leaves

/// A node that is complete, and so never changes: it covers the leaves from index << level on, 1 << level of them.
/// Level 0 is the leaves.
struct MerkleNode
{
    int level = 0;
    qint64 index = 0;

    friend bool operator==(MerkleNode, MerkleNode) = default;
};

/// Where the node lies in the one order that only ever grows: each leaf, then the nodes that it completes, from 0 on.
qint64 storedPosition(MerkleNode node);
/// How many nodes a tree of that many leaves stores.
qint64 storedNodes(qint64 leaves);

} // namespace Holdfast
