// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/MerkleHash.h"
#include "domain/Result.h"

#include <QList>

#include <functional>

namespace Holdfast {

/// RFC 6962, sections 2.1.1 and 2.1.2: that a leaf is in a tree, and that a tree is the beginning of a larger one.
/// Sizes count leaves, indexes start at 0. Reads about log2(size) squared nodes at most, all of them complete.
using MerkleReader = std::function<Result<QByteArray>(MerkleNode)>;

Result<QByteArray> merkleRoot(qint64 size, const MerkleReader &read);
/// 0 <= index < size.
Result<QList<QByteArray>> inclusionProof(qint64 index, qint64 size, const MerkleReader &read);
/// 0 < from <= to.
Result<QList<QByteArray>> consistencyProof(qint64 from, qint64 to, const MerkleReader &read);

bool provesInclusion(const QList<QByteArray> &proof, qint64 index, qint64 size, const QByteArray &leafHash,
                     const QByteArray &root);
/// Nothing is said by a proof from the empty tree: false.
bool provesConsistency(const QList<QByteArray> &proof, qint64 from, qint64 to, const QByteArray &fromRoot,
                       const QByteArray &toRoot);

} // namespace Holdfast
