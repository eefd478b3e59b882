// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditExtract.h"

#include "audit/MerkleProof.h"
#include "records/AuditRows.h"
#include "records/AuditSigner.h"

namespace Holdfast {

namespace {

constexpr qsizetype mostNodes = 20'000;

Result<QList<AuditRow>> rowsOf(Query &query)
{
    QList<AuditRow> rows;
    if (const Done done = query.each([&] { rows.append(auditRowOf(query)); }); !done)
        return fail(done.error());
    return rows;
}

QByteArray pageWhere(const char *condition)
{
    return QByteArray("SELECT ") + auditColumns + " FROM audit WHERE id > ? AND id <= ? AND " + condition +
           " ORDER BY id LIMIT ?";
}

/// What is told of a matter names it, and of its holds the hold.
constexpr const char *ofMatter = "(action LIKE 'matter%' OR action LIKE '%hold%' OR action LIKE 'evidence%')"
                                 " AND json_valid(detail) AND (json_extract(detail, '$.matterId') = ?"
                                 " OR json_extract(detail, '$.holdId') IN (SELECT id FROM holds WHERE matter_id = ?))";

} // namespace

Result<QList<AuditRow>> AuditExtract::ofRecording(Database &database, RecordingId recording, qint64 after) const
{
    Query query(database, pageWhere("recording_id = ?"));
    query.bind(after, m_checkpoint.size, recording, pageEntries);
    return rowsOf(query);
}

Result<QList<AuditRow>> AuditExtract::of(Database &database, const EvidenceSubject &subject, qint64 after) const
{
    switch (subject.kind) {
    case EvidenceSubject::Kind::Recording:
        return QList<AuditRow>();
    case EvidenceSubject::Kind::Lead: {
        Query query(database, pageWhere("lead_id = ?"));
        query.bind(after, m_checkpoint.size, subject.id, pageEntries);
        return rowsOf(query);
    }
    case EvidenceSubject::Kind::Matter: {
        Query query(database, pageWhere(ofMatter));
        query.bind(after, m_checkpoint.size, subject.id, subject.id, pageEntries);
        return rowsOf(query);
    }
    }
    Q_UNREACHABLE();
}

Result<QList<QByteArray>> AuditExtract::proof(Database &database, const AuditRow &row)
{
    if (m_nodes.size() > mostNodes)
        m_nodes.clear();
    const MerkleReader read = [&](MerkleNode node) -> Result<QByteArray> {
        const qint64 position = storedPosition(node);
        if (const auto known = m_nodes.constFind(position); known != m_nodes.constEnd())
            return *known;
        Result<QByteArray> hash = storedNode(database, node);
        if (hash)
            m_nodes.insert(position, *hash);
        return hash;
    };
    Result<QList<QByteArray>> hashes = inclusionProof(row.id - 1, m_checkpoint.size, read);
    if (hashes &&
        !provesInclusion(*hashes, row.id - 1, m_checkpoint.size, merkleLeafHash(auditLine(row)), m_checkpoint.root))
        return fail(FailureKind::Corrupt,
                    QStringLiteral("The audit log can't prove its entry %1: it was changed by others than the server.")
                        .arg(row.id));
    return hashes;
}

} // namespace Holdfast
