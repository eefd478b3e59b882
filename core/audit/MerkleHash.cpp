// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/MerkleHash.h"

#include "crypto/Sha256.h"

#include <bit>

namespace Holdfast {

namespace {

constexpr char leafPrefix = 0;
constexpr char nodePrefix = 1;

} // namespace

QByteArray merkleLeafHash(QByteArrayView leaf)
{
    Sha256 hash;
    hash.add({&leafPrefix, 1});
    hash.add(leaf);
    return hash.result();
}

QByteArray merkleNodeHash(QByteArrayView left, QByteArrayView right)
{
    Sha256 hash;
    hash.add({&nodePrefix, 1});
    hash.add(left);
    hash.add(right);
    return hash.result();
}

QByteArray merkleEmptyRoot()
{
    return Sha256().result();
}

qint64 storedNodes(qint64 leaves)
{
    // 2n less one for each subtree that has no sibling yet
    return 2 * leaves - std::popcount(static_cast<quint64>(leaves));
}

qint64 storedPosition(MerkleNode node)
{
    // It follows right after its last leaf and the nodes below it on that way.
    const qint64 lastLeaf = ((node.index + 1) << node.level) - 1;
    return storedNodes(lastLeaf) + node.level;
}

} // namespace Holdfast
