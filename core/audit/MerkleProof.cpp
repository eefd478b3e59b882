// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/MerkleProof.h"

#include <algorithm>
#include <bit>

namespace Holdfast {

namespace {

/// Leaves from `begin` up to, not including, `end`; as the tree splits them.
struct Span
{
    qint64 begin = 0;
    qint64 end = 0;

    qint64 size() const { return end - begin; }
    /// The left half is as large as it can be while it is complete. For two leaves and more.
    qint64 middle() const { return begin + static_cast<qint64>(std::bit_floor(static_cast<quint64>(size() - 1))); }
    Span left() const { return {begin, middle()}; }
    Span right() const { return {middle(), end}; }
};

Result<QByteArray> rootOf(Span span, const MerkleReader &read)
{
    const auto size = static_cast<quint64>(span.size());
    if (std::has_single_bit(size)) {
        const int level = std::countr_zero(size);
        return read({level, span.begin >> level});
    }
    const Result<QByteArray> left = rootOf(span.left(), read);
    if (!left)
        return left;
    const Result<QByteArray> right = rootOf(span.right(), read);
    if (!right)
        return right;
    return merkleNodeHash(*left, *right);
}

/// The roots of the spans, in their order; the first failure ends it.
Result<QList<QByteArray>> rootsOf(const QList<Span> &spans, const MerkleReader &read)
{
    QList<QByteArray> roots;
    for (const Span span : spans) {
        Result<QByteArray> root = rootOf(span, read);
        if (!root)
            return fail(root.error());
        roots.append(std::move(*root));
    }
    return roots;
}

/// Both halves of the way down to a leaf: what is beside it, and whether it is odd or the last of its row.
class Climb
{
public:
    Climb(qint64 index, qint64 last)
        : m_index(index)
        , m_last(last)
    {
    }
    bool isAtTop() const { return m_last == 0; }
    bool isRight() const { return (m_index & 1) != 0 || m_index == m_last; }
    void up()
    {
        m_index >>= 1;
        m_last >>= 1;
    }
    /// Over the rows in which a last node without a sibling is carried up as it is.
    void skipLoneRows()
    {
        while (m_index != 0 && (m_index & 1) == 0)
            up();
    }
    void skipCompleteRows()
    {
        while ((m_index & 1) != 0)
            up();
    }

private:
    qint64 m_index;
    qint64 m_last;
};

bool areHashes(const QList<QByteArray> &hashes)
{
    return std::all_of(hashes.begin(), hashes.end(),
                       [](const QByteArray &hash) { return hash.size() == merkleHashSize; });
}

} // namespace

Result<QByteArray> merkleRoot(qint64 size, const MerkleReader &read)
{
    if (size == 0)
        return merkleEmptyRoot();
    return rootOf({0, size}, read);
}

Result<QList<QByteArray>> inclusionProof(qint64 index, qint64 size, const MerkleReader &read)
{
    Q_ASSERT(index >= 0 && index < size);
    QList<Span> beside;
    for (Span span{0, size}; span.size() > 1;) {
        const bool isLeft = index < span.middle();
        beside.prepend(isLeft ? span.right() : span.left());
        span = isLeft ? span.left() : span.right();
    }
    return rootsOf(beside, read);
}

Result<QList<QByteArray>> consistencyProof(qint64 from, qint64 to, const MerkleReader &read)
{
    Q_ASSERT(from > 0 && from <= to);
    QList<Span> beside;
    Span span{0, to};
    bool isWhole = true; // the smaller tree's root is known to who asks
    while (span.end != from) {
        const bool isLeft = from <= span.middle();
        beside.prepend(isLeft ? span.right() : span.left());
        span = isLeft ? span.left() : span.right();
        isWhole = isWhole && isLeft;
    }
    if (!isWhole)
        beside.prepend(span);
    return rootsOf(beside, read);
}

bool provesInclusion(const QList<QByteArray> &proof, qint64 index, qint64 size, const QByteArray &leafHash,
                     const QByteArray &root)
{
    if (index < 0 || index >= size || !areHashes(proof) || leafHash.size() != merkleHashSize)
        return false;
    Climb climb(index, size - 1);
    QByteArray hash = leafHash;
    for (const QByteArray &beside : proof) {
        if (climb.isAtTop())
            return false;
        if (climb.isRight()) {
            hash = merkleNodeHash(beside, hash);
            climb.skipLoneRows();
        } else {
            hash = merkleNodeHash(hash, beside);
        }
        climb.up();
    }
    return climb.isAtTop() && hash == root;
}

bool provesConsistency(const QList<QByteArray> &proof, qint64 from, qint64 to, const QByteArray &fromRoot,
                       const QByteArray &toRoot)
{
    if (from <= 0 || from > to || !areHashes(proof))
        return false;
    if (from == to)
        return proof.isEmpty() && fromRoot == toRoot;
    QList<QByteArray> path = proof;
    if (std::has_single_bit(static_cast<quint64>(from)))
        path.prepend(fromRoot);
    if (path.isEmpty())
        return false;
    Climb climb(from - 1, to - 1);
    climb.skipCompleteRows();
    QByteArray smaller = path.takeFirst();
    QByteArray larger = smaller;
    for (const QByteArray &beside : path) {
        if (climb.isAtTop())
            return false;
        if (climb.isRight()) {
            smaller = merkleNodeHash(beside, smaller);
            larger = merkleNodeHash(beside, larger);
            climb.skipLoneRows();
        } else {
            larger = merkleNodeHash(larger, beside);
        }
        climb.up();
    }
    return climb.isAtTop() && smaller == fromRoot && larger == toRoot;
}

} // namespace Holdfast
