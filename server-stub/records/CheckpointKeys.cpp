// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/CheckpointKeys.h"

#include "records/AuditProofs.h"
#include "records/AuditRows.h"
#include "records/AuditSigner.h"

namespace Holdfast {

Result<QList<KeyChange>> CheckpointKeys::changes(qint64 upTo)
{
    QList<AuditRow> rows;
    Query query(m_database,
                QByteArray("SELECT ") + auditColumns + " FROM audit WHERE action = ? AND id <= ? ORDER BY id");
    query.bind(QLatin1String(keyRotateAction), upTo);
    if (const Done read = query.each([&] { rows.append(auditRowOf(query)); }); !read)
        return fail(read.error());
    QList<KeyChange> changes;
    for (const AuditRow &row : rows) {
        const std::optional<KeyChange> change = keyChangeOf(row);
        if (!change)
            continue;
        const Result<QByteArray> leaf = storedNode(m_database, {0, row.id - 1});
        if (!leaf && leaf.error().kind != FailureKind::Corrupt)
            return fail(leaf.error());
        if (leaf && *leaf == merkleLeafHash(auditLine(row)))
            changes.append(*change);
    }
    return changes;
}

Result<std::optional<KeyChange>> CheckpointKeys::newest(qint64 upTo)
{
    const Result<QList<KeyChange>> all = changes(upTo);
    if (!all)
        return fail(all.error());
    return all->isEmpty() ? std::nullopt : std::optional(all->last());
}

Result<KeyChain> CheckpointKeys::chain(const CheckpointSigner &current, qint64 upTo)
{
    const Result<QList<KeyChange>> all = changes(upTo);
    if (!all)
        return fail(all.error());
    KeyChain chain{current, {}};
    for (const KeyChange &change : *all) {
        const Result<KeyHandover> one = handover(change);
        if (!one)
            return fail(one.error());
        chain.handovers.append(*one);
    }
    return chain;
}

Result<KeyHandover> CheckpointKeys::handover(const KeyChange &change)
{
    Query query(m_database, "SELECT size, note FROM audit_checkpoints WHERE size >= ? ORDER BY size LIMIT 1");
    const Result<bool> row = query.bind(change.entry).step();
    if (!row)
        return fail(row.error());
    const Result<AuditInclusion> proof =
        *row ? AuditProofs(m_database).inclusion(change.entry, query.number(0))
             : fail(FailureKind::Corrupt, QStringLiteral("The audit log has no checkpoint over the change of its key. "
                                                         "Verify it to learn more."));
    if (!proof)
        return fail(proof.error());
    return KeyHandover{proof->line, query.bytes(1), proof->hashes};
}

} // namespace Holdfast
