// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/MerkleFrontier.h"

#include <bit>

namespace Holdfast {

Result<MerkleFrontier> MerkleFrontier::fromBytes(qint64 size, const QByteArray &bytes)
{
    if (size < 0 || bytes.size() != merkleHashSize * std::popcount(static_cast<quint64>(size)))
        return fail(FailureKind::Corrupt, QStringLiteral("The hashes that the audit log goes on from are damaged."));
    MerkleFrontier frontier;
    frontier.m_size = size;
    for (qsizetype at = 0; at < bytes.size(); at += merkleHashSize)
        frontier.m_peaks.append(bytes.mid(at, merkleHashSize));
    return frontier;
}

QByteArray MerkleFrontier::root() const
{
    if (m_peaks.isEmpty())
        return merkleEmptyRoot();
    QByteArray root = m_peaks.last();
    for (qsizetype peak = m_peaks.size() - 2; peak >= 0; --peak)
        root = merkleNodeHash(m_peaks[peak], root);
    return root;
}

QByteArray MerkleFrontier::bytes() const
{
    return m_peaks.join();
}

} // namespace Holdfast
