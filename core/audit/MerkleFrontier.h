// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/MerkleHash.h"
#include "domain/Result.h"

#include <QList>

namespace Holdfast {

/// What of a tree is needed to go on with it and to tell its root: the roots of its complete subtrees, largest first,
/// one for each bit of its size. Appending costs one hash and, on average, one more; nothing before is looked at.
class MerkleFrontier
{
public:
    MerkleFrontier() = default;
    /// What bytes() gave. Corrupt where they don't belong to a tree of that size.
    static Result<MerkleFrontier> fromBytes(qint64 size, const QByteArray &bytes);

    qint64 size() const { return m_size; }
    QByteArray root() const;
    QByteArray bytes() const;

    /// Calls completed(MerkleNode, QByteArray hash) for the leaf and for each node that it completes, in the order of
    /// their stored positions.
    template <class Completed> void append(QByteArray leafHash, Completed completed)
    {
        MerkleNode node{0, m_size};
        completed(node, leafHash);
        for (qint64 size = m_size; (size & 1) != 0; size >>= 1) {
            leafHash = merkleNodeHash(m_peaks.takeLast(), leafHash);
            node = {node.level + 1, node.index >> 1};
            completed(node, leafHash);
        }
        m_peaks.append(leafHash);
        ++m_size;
    }
    void append(const QByteArray &leafHash)
    {
        append(leafHash, [](MerkleNode, const QByteArray &) {});
    }

private:
    qint64 m_size = 0;
    QList<QByteArray> m_peaks;
};

} // namespace Holdfast
