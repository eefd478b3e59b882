// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditSigner.h"

#include "crypto/Sha256.h"
#include "records/AuditRows.h"
#include "sqlite/Steps.h"

#include <QLoggingCategory>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logAudit, "holdfast.audit", QtWarningMsg)

constexpr qint64 checkpointBlock = 256;   // entries, of which the last checkpoint stays
constexpr qint64 mostMissing = 1'000'000; // no gap of ours; filling one without end would stop the server

/// A name that no other log has: its first key's.
QByteArray originOf(const SigningKey &key)
{
    Sha256 hash;
    hash.add(key.publicKey());
    return "holdfast-audit/" + hash.result().first(8).toHex();
}

/// Numbers of the last entry, and of the last that was signed.
struct Ends
{
    qint64 last = 0;
    qint64 lastSigned = 0;
};

Result<Ends> endsOf(Database &database)
{
    Query query(database, "SELECT (SELECT max(id) FROM audit), (SELECT max(size) FROM audit_checkpoints)");
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return Ends{query.number(0), query.number(1)};
}

/// Numbers that no entry has: others took it away, or made one far behind.
Result<qint64> missingBetween(Database &database, qint64 first, qint64 last)
{
    const Result<qint64> present =
        Query(database, "SELECT count(*) FROM audit WHERE id BETWEEN ? AND ?").bind(first, last).oneNumber();
    if (!present)
        return present;
    return last - first + 1 - *present;
}

Result<MerkleFrontier> storedFrontier(Database &database, qint64 size)
{
    QByteArray peaks;
    for (int level = 62; level >= 0; --level) {
        if (((size >> level) & 1) == 0)
            continue;
        const Result<QByteArray> peak = storedNode(database, {level, (size >> level) - 1});
        if (!peak)
            return fail(peak.error());
        peaks += *peak;
    }
    return MerkleFrontier::fromBytes(size, peaks);
}

} // namespace

Result<std::optional<QByteArray>> newestCheckpoint(Database &database)
{
    Query query(database, "SELECT note FROM audit_checkpoints ORDER BY size DESC LIMIT 1");
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(query.bytes(0)) : std::nullopt;
}

Result<QByteArray> storedNode(Database &database, MerkleNode node)
{
    Query query(database, "SELECT hash FROM audit_nodes WHERE position = ?");
    const Result<bool> row = query.bind(storedPosition(node)).step();
    if (!row)
        return fail(row.error());
    const QByteArray hash = *row ? query.bytes(0) : QByteArray();
    if (hash.size() != merkleHashSize)
        return fail(FailureKind::Corrupt,
                    QStringLiteral("A hash of the audit log is missing. Verify the audit log to learn more."));
    return hash;
}

AuditSigner::AuditSigner(SigningKey key)
    : m_key(std::move(key))
    , m_origin(originOf(m_key))
{
}

Done AuditSigner::adopt(Database &database)
{
    m_lastForeign = 0;
    return ending(database);
}

Done AuditSigner::begun(Database &database)
{
    const Result<Ends> ends = endsOf(database);
    if (!ends)
        return fail(ends.error());
    m_lastForeign = ends->last > ends->lastSigned ? ends->last : 0;
    return {};
}

Done AuditSigner::ending(Database &database)
{
    const Result<Ends> ends = endsOf(database);
    if (!ends)
        return fail(ends.error());
    if (ends->last <= ends->lastSigned || ends->last == m_lastForeign)
        return {};
    const Result<bool> mayGoOn = goOn(database, ends->last);
    if (!mayGoOn || !*mayGoOn)
        return mayGoOn ? Done() : fail(mayGoOn.error());
    return inOrder([&] { return addLeaves(database); }, [&] { return sign(database, ends->lastSigned); });
}

/// Brings the frontier to what was signed last. False where it can't be gone on from: that is told once, and no deed
/// fails for it.
Result<bool> AuditSigner::goOn(Database &database, qint64 last)
{
    const Result<std::optional<QByteArray>> note = newestCheckpoint(database);
    if (!note)
        return fail(note.error());
    if (m_isRefused && *note == m_note)
        return false;
    Result<bool> mayGoOn = *note == m_note ? true : goOnFrom(database, *note);
    if (mayGoOn && *mayGoOn && last - m_frontier.size() > mostMissing) {
        const Result<qint64> missing = missingBetween(database, m_frontier.size() + 1, last);
        mayGoOn = missing ? Result<bool>(*missing <= mostMissing) : fail(missing.error());
    }
    if (!mayGoOn)
        return mayGoOn;
    m_note = *note;
    m_isRefused = !*mayGoOn;
    if (m_isRefused)
        qCCritical(logAudit) << "The audit log or its key was changed by others than the server: new entries are kept, "
                                "but not signed. See holdfast-server audit verify.";
    return mayGoOn;
}

Result<bool> AuditSigner::goOnFrom(Database &database, const std::optional<QByteArray> &note)
{
    m_frontier = {};
    if (!note)
        return true;
    const Result<Checkpoint> said = readCheckpoint(*note);
    if (!said || !openCheckpoint(*note, {said->origin, m_key.publicKey()}))
        return false;
    Result<MerkleFrontier> frontier = storedFrontier(database, said->size);
    if (!frontier && frontier.error().kind != FailureKind::Corrupt)
        return fail(frontier.error());
    if (!frontier || frontier->root() != said->root)
        return false;
    m_frontier = std::move(*frontier);
    m_origin = said->origin;
    return true;
}

Done AuditSigner::addLeaves(Database &database)
{
    const auto missingUntil = [&](qint64 id) {
        Done done;
        while (done && m_frontier.size() < id - 1)
            done = addLeaf(database, noEntryHash());
        return done;
    };
    Query query(database, QByteArray("SELECT ") + auditColumns + " FROM audit WHERE id > ? ORDER BY id");
    query.bind(m_frontier.size());
    Done added;
    const Done read = query.each([&] {
        if (!added)
            return;
        const AuditRow row = auditRowOf(query);
        const bool isOurs = row.id > m_lastForeign;
        added = inOrder([&] { return missingUntil(row.id); },
                        [&] { return addLeaf(database, isOurs ? merkleLeafHash(auditLine(row)) : noEntryHash()); });
    });
    return read ? added : read;
}

Done AuditSigner::addLeaf(Database &database, const QByteArray &leafHash)
{
    m_note = QByteArray(); // the frontier is that of no checkpoint until the next is signed
    Done done;
    m_frontier.append(leafHash, [&](MerkleNode node, const QByteArray &hash) {
        if (!done)
            return;
        Query query(database, "INSERT INTO audit_nodes (position, hash) VALUES (?, ?)"
                              " ON CONFLICT (position) DO UPDATE SET hash = excluded.hash");
        done = query.bind(storedPosition(node), hash).run();
    });
    return done;
}

Done AuditSigner::sign(Database &database, qint64 previousSize)
{
    const Checkpoint checkpoint{m_origin, m_frontier.size(), m_frontier.root()};
    const QByteArray note = signCheckpoint(checkpoint, m_key);
    m_note = note;
    if (previousSize / checkpointBlock == checkpoint.size / checkpointBlock) {
        Query query(database, "DELETE FROM audit_checkpoints WHERE size = ?");
        if (const Done done = query.bind(previousSize).run(); !done)
            return done;
    }
    Query query(database, "INSERT INTO audit_checkpoints (size, note) VALUES (?, ?)");
    return query.bind(checkpoint.size, QString::fromUtf8(note)).run();
}

} // namespace Holdfast
