// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditSigner.h"

#include "records/AuditRows.h"
#include "records/CheckpointKeys.h"
#include "sqlite/Steps.h"

#include <QLoggingCategory>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logAudit, "holdfast.audit", QtWarningMsg)

constexpr qint64 checkpointBlock = 256;   // entries, of which the last checkpoint stays
constexpr qint64 mostMissing = 1'000'000; // no gap of ours; filling one without end would stop the server

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

/// One deed alone fails where nothing is signed any more: that by which another key was to sign.
tl::unexpected<Failure> nobodySignsOver()
{
    return fail(FailureKind::Conflict,
                QStringLiteral("The audit log was changed by others than the server, so no key signs it any more. "
                               "Its key is the same as before; verify the log to learn where it was changed."));
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

AuditSigner::AuditSigner(SigningKeys keys)
    : m_keys(std::move(keys))
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
    m_lastForeign = ends->last > ends->lastSigned && !m_keys.wasMissing() ? ends->last : 0;
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
    const Done found = mayGoOn ? findNext(database, std::max(ends->lastSigned, m_lastForeign)) : fail(mayGoOn.error());
    if (!found)
        return found;
    if (!*mayGoOn)
        return m_next ? nobodySignsOver() : Done();
    return inOrder([&] { return m_key || m_next ? addLeaves(database) : Done(); },
                   [&] { return m_key || m_next ? sign(database, ends->lastSigned) : Done(); });
}

/// The key that signs what comes after the note: what the log says, as far as it was signed.
Done AuditSigner::findKey(Database &database, const std::optional<QByteArray> &note)
{
    const Result<Checkpoint> said = note ? readCheckpoint(*note) : Checkpoint();
    const auto change = CheckpointKeys(database).newest(said ? said->size : 0);
    if (!change)
        return fail(change.error());
    m_key = *change ? m_keys.byPublic((*change)->to->publicKey) : m_keys.first();
    return {};
}

/// The key that an entry which was not signed yet hands over to. While one is missing, only an entry that says so does.
Done AuditSigner::findNext(Database &database, qint64 after)
{
    m_next = nullptr;
    Query query(database, QByteArray("SELECT ") + auditColumns + " FROM audit WHERE action = ? AND id > ? ORDER BY id");
    query.bind(QLatin1String(keyRotateAction), after);
    return query.each([&] {
        const std::optional<KeyChange> change = keyChangeOf(auditRowOf(query));
        const bool isLost = change && change->kind == KeyChange::Kind::Lost;
        if (change && (m_key || isLost))
            if (const SigningKeys::Key next = m_keys.byPublic(change->to->publicKey))
                m_next = next;
    });
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
    m_isHandover = false;
    if (const Done found = findKey(database, note); !found)
        return fail(found.error());
    if (!note)
        return true;
    const Result<Checkpoint> said = readCheckpoint(*note);
    const QByteArray signedBy = m_key ? m_key->publicKey() : m_keys.lastPublic();
    if (!said || (!signedBy.isEmpty() && !openCheckpoint(*note, {said->origin, signedBy})))
        return false;
    Result<MerkleFrontier> frontier = storedFrontier(database, said->size);
    if (!frontier && frontier.error().kind != FailureKind::Corrupt)
        return fail(frontier.error());
    if (!frontier || frontier->root() != said->root)
        return false;
    m_frontier = std::move(*frontier);
    m_origin = said->origin;
    m_isHandover = signatureCount(*note) > 1;
    return true;
}

/// While the key is missing nobody tells entries of the server's from others': but a change to a key that was never
/// here is not the server's.
bool AuditSigner::isOthersChange(const AuditRow &row) const
{
    const std::optional<KeyChange> change = keyChangeOf(row);
    return change && change->to && !m_keys.byPublic(change->to->publicKey);
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
        const bool isOurs = row.id > m_lastForeign && !isOthersChange(row);
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
    const SigningKeys::Key first = m_key ? m_key : m_next;
    const Checkpoint checkpoint{m_origin.isEmpty() ? logNameOf(first->publicKey()) : m_origin, m_frontier.size(),
                                m_frontier.root()};
    QByteArray note = signCheckpoint(checkpoint, *first);
    if (m_key && m_next)
        note = cosigned(note, *m_next);
    const bool mayGo = !m_isHandover && previousSize / checkpointBlock == checkpoint.size / checkpointBlock;
    m_note = note;
    m_origin = checkpoint.origin;
    m_isHandover = m_next != nullptr;
    m_key = m_next ? m_next : m_key;
    if (mayGo) {
        Query query(database, "DELETE FROM audit_checkpoints WHERE size = ?");
        if (const Done done = query.bind(previousSize).run(); !done)
            return done;
    }
    Query query(database, "INSERT INTO audit_checkpoints (size, note) VALUES (?, ?)");
    return query.bind(checkpoint.size, QString::fromUtf8(note)).run();
}

} // namespace Holdfast
