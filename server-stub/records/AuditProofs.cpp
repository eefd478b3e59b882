// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditProofs.h"

#include "audit/MerkleProof.h"
#include "records/Audit.h"
#include "records/AuditSigner.h"
#include "sqlite/Query.h"
#include "sqlite/Snapshot.h"

namespace Holdfast {

namespace {

tl::unexpected<Failure> noProof()
{
    return fail(FailureKind::Corrupt, QStringLiteral("The audit log can't prove this: it was changed by others than "
                                                     "the server. Verify it to learn where."));
}

MerkleReader readerOf(Database &database)
{
    return [&database](MerkleNode node) { return storedNode(database, node); };
}

} // namespace

Result<qint64> AuditProofs::signedSize()
{
    return Query(m_database, "SELECT max(size) FROM audit_checkpoints").oneNumber();
}

Result<qint64> AuditProofs::sizeWithin(std::optional<qint64> size)
{
    const Result<qint64> newest = signedSize();
    if (newest && size && *size > *newest)
        return fail(FailureKind::NotFound,
                    QStringLiteral("The audit log has %1 signed entries, not %2.").arg(*newest).arg(*size));
    return newest && size ? *size : newest;
}

Result<AuditInclusion> AuditProofs::inclusion(qint64 entry, std::optional<qint64> size)
{
    const Result<Snapshot> snapshot = Snapshot::begin(m_database);
    const Result<qint64> within = snapshot ? sizeWithin(size) : fail(snapshot.error());
    if (!within)
        return fail(within.error());
    if (entry > *within)
        return fail(FailureKind::NotFound,
                    QStringLiteral("There is no entry %1 among the first %2.").arg(entry).arg(*within));
    const Result<std::optional<AuditRow>> row = Audit(m_database).row(entry);
    if (!row)
        return fail(row.error());
    if (!*row)
        return noProof();
    const MerkleReader read = readerOf(m_database);
    const Result<QByteArray> root = merkleRoot(*within, read);
    const Result<QList<QByteArray>> hashes = root ? inclusionProof(entry - 1, *within, read) : fail(root.error());
    if (!hashes)
        return fail(hashes.error());
    const QByteArray line = auditLine(**row);
    if (!provesInclusion(*hashes, entry - 1, *within, merkleLeafHash(line), *root))
        return noProof();
    return AuditInclusion{line, *within, *root, *hashes};
}

Result<AuditConsistency> AuditProofs::consistency(qint64 from, std::optional<qint64> to)
{
    const Result<Snapshot> snapshot = Snapshot::begin(m_database);
    const Result<qint64> within = snapshot ? sizeWithin(to) : fail(snapshot.error());
    if (!within)
        return fail(within.error());
    if (from > *within)
        return fail(FailureKind::NotFound,
                    QStringLiteral("The first %1 entries are not among the first %2.").arg(from).arg(*within));
    const MerkleReader read = readerOf(m_database);
    const Result<QByteArray> fromRoot = merkleRoot(from, read);
    const Result<QByteArray> toRoot = fromRoot ? merkleRoot(*within, read) : fromRoot;
    const Result<QList<QByteArray>> hashes = toRoot ? consistencyProof(from, *within, read) : fail(toRoot.error());
    if (!hashes)
        return fail(hashes.error());
    if (!provesConsistency(*hashes, from, *within, *fromRoot, *toRoot))
        return noProof();
    return AuditConsistency{*within, *fromRoot, *toRoot, *hashes};
}

} // namespace Holdfast
