// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>

namespace Holdfast::Testing {

/// RFC 6962, section 2.1, as it is written there: recursive, over all leaves, with another SHA-256.
class PlainTree
{
public:
    explicit PlainTree(int leaves)
    {
        for (int leaf = 0; leaf < leaves; ++leaf)
            m_leaves.append(QByteArray(leaf % 70, 'x') + QByteArray::number(leaf));
    }
    const QByteArray &leaf(qint64 index) const { return m_leaves[index]; }
    QByteArray leafHash(qint64 index) const { return hash(0, m_leaves[index]); }
    QByteArray root(qint64 begin, qint64 end) const
    {
        if (begin == end)
            return QCryptographicHash::hash(QByteArray(), QCryptographicHash::Sha256);
        if (end - begin == 1)
            return leafHash(begin);
        const qint64 middle = begin + split(end - begin);
        return hash(1, root(begin, middle) + root(middle, end));
    }
    QList<QByteArray> path(qint64 index, qint64 begin, qint64 end) const
    {
        if (end - begin == 1)
            return {};
        const qint64 middle = begin + split(end - begin);
        return index < middle ? path(index, begin, middle) << root(middle, end)
                              : path(index, middle, end) << root(begin, middle);
    }
    QList<QByteArray> consistency(qint64 from, qint64 to) const { return subProof(from, 0, to, true); }

private:
    static QByteArray hash(char prefix, const QByteArray &bytes)
    {
        return QCryptographicHash::hash(prefix + bytes, QCryptographicHash::Sha256);
    }
    static qint64 split(qint64 size)
    {
        qint64 half = 1;
        while (half * 2 < size)
            half *= 2;
        return half;
    }
    QList<QByteArray> subProof(qint64 from, qint64 begin, qint64 end, bool isWhole) const
    {
        if (from == end - begin)
            return isWhole ? QList<QByteArray>() : QList<QByteArray>{root(begin, end)};
        const qint64 half = split(end - begin);
        return from <= half ? subProof(from, begin, begin + half, isWhole) << root(begin + half, end)
                            : subProof(from - half, begin + half, end, false) << root(begin, begin + half);
    }

    QList<QByteArray> m_leaves;
};

} // namespace Holdfast::Testing
