// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditVerification.h"

#include "audit/MerkleFrontier.h"
#include "records/AuditRows.h"
#include "records/CheckpointKeys.h"
#include "records/NumberedRows.h"
#include "records/SchemaCheck.h"
#include "sqlite/Snapshot.h"
#include "sqlite/Steps.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 entriesBetweenQuestions = 1024;

using Kind = AuditFinding::Kind;

/// A value of another type reads the same and is found by no filter.
QByteArray entriesSql()
{
    return QByteArray("SELECT ") + auditColumns +
           ", typeof(at) || typeof(user_id) || typeof(recording_id) || typeof(lead_id) = 'integerintegerintegerinteger'"
           " AND typeof(username) || typeof(role) || typeof(action) || typeof(outcome) || typeof(address) ||"
           " typeof(detail) = 'texttexttexttexttexttext' FROM audit NOT INDEXED ORDER BY id";
}

} // namespace

struct AuditVerification::Walk
{
    Walk(Database &database, const QByteArray &lastKey, const std::optional<Checkpoint> &keptElsewhere, Key presence)
        : signedBy(lastKey)
        , kept(keptElsewhere)
        , isKeyMissing(presence == Key::Missing)
        , entries(database, entriesSql())
        , nodes(database, "SELECT position, hash FROM audit_nodes ORDER BY position")
        , checkpoints(database, "SELECT size, note FROM audit_checkpoints ORDER BY size")
    {
    }

    const QByteArray &signedBy; // at the end
    const std::optional<Checkpoint> &kept;
    const bool isKeyMissing;
    NumberedRows entries;
    NumberedRows nodes;
    NumberedRows checkpoints;
    qint64 count = 0;        // of entries that are there or should be
    qint64 signedSize = 0;   // of the newest checkpoint
    MerkleFrontier frontier; // of the entries as they are
    QByteArray origin;
    qint64 lastSigned = 0;
    QByteArray key;                     // of the entry that is looked at; empty: nobody knows it any more
    std::optional<QByteArray> keyUntil; // that must sign the next checkpoint besides
    QList<AuditGap> gaps;
    std::optional<AuditFinding> suspicion; // entry or hash: the next checkpoint tells which
    bool isOfMissing = false;              // of a hash that is not there, and of no other
    qint64 missingHashes = 0;              // since then; where they are many, the first tells nothing of its entry
    std::optional<AuditFinding> gone;      // the first hash that is missing over entries that are right
    std::optional<AuditFinding> finding;

    Done begin(Database &database);
    Done findFirstKey(Database &database);
    Done look(qint64 id);
    void takeOver(const KeyChange &change);
    bool isVouchedFor(const KeyChange &change) const;
    bool isSigned(const QByteArray &note, const QByteArray &by) const;
    Done checkNode(MerkleNode node, const QByteArray &hash, qint64 id);
    Done checkCheckpoint(qint64 id);
    void checkKept(qint64 id);
    void end();
    void suspect(qint64 first, qint64 last, Kind kind);
    void find(Kind kind, qint64 first, qint64 last);
    void findOrSuspect(Kind kind, qint64 first, qint64 last);
    void settle(qint64 id, bool rootIsRight);
};

Done AuditVerification::Walk::begin(Database &database)
{
    Query query(database, "SELECT (SELECT max(id) FROM audit), (SELECT max(size) FROM audit_checkpoints)");
    const Result<bool> ends = query.step();
    if (!ends)
        return fail(ends.error());
    signedSize = query.number(1);
    count = std::max(query.number(0), signedSize);
    const Done begun = inOrder([&] { return findFirstKey(database); }, [this] { return entries.next(); },
                               [this] { return nodes.next(); }, [this] { return checkpoints.next(); });
    if (begun && entries.isBefore(1))
        find(Kind::Added, entries.row().number(0), entries.row().number(0));
    else if (signedSize == 0 && count > 0 && !isKeyMissing)
        find(Kind::NotSigned, 1, count);
    return begun;
}

/// Before the log was ever handed over it is the one that the first handover says; that it was is looked at on the way.
Done AuditVerification::Walk::findFirstKey(Database &database)
{
    const Result<QList<KeyChange>> changes = CheckpointKeys(database).changes(signedSize);
    if (!changes)
        return fail(changes.error());
    key = changes->isEmpty()           ? signedBy
          : changes->constFirst().from ? changes->constFirst().from->publicKey
                                       : QByteArray();
    return {};
}

/// The entry is one of those that are signed, or else the next checkpoint tells.
void AuditVerification::Walk::takeOver(const KeyChange &change)
{
    if (change.kind != KeyChange::Kind::HandedOver)
        gaps.append({change.unsignedFrom, change.entry - 1, change.kind == KeyChange::Kind::Lost});
    if (change.kind == KeyChange::Kind::Back)
        return;
    if (change.from && change.from->publicKey != key)
        find(Kind::NotSigned, change.entry, change.entry);
    if (change.kind == KeyChange::Kind::HandedOver)
        keyUntil = key;
    key = change.to->publicKey;
}

/// Whatever is suspected of an entry before: the old key and the new one have signed the checkpoint over this entry.
bool AuditVerification::Walk::isVouchedFor(const KeyChange &change) const
{
    if (change.kind != KeyChange::Kind::HandedOver || key.isEmpty() || !checkpoints.isAt(change.entry))
        return false;
    const QByteArray note = checkpoints.row().bytes(1);
    const Result<Checkpoint> said = readCheckpoint(note);
    return said && (origin.isEmpty() || said->origin == origin) && openCheckpoint(note, {said->origin, key}) &&
           openCheckpoint(note, {said->origin, change.to->publicKey});
}

bool AuditVerification::Walk::isSigned(const QByteArray &note, const QByteArray &by) const
{
    return by.isEmpty() || openCheckpoint(note, {origin, by});
}

void AuditVerification::Walk::suspect(qint64 first, qint64 last, Kind kind)
{
    suspicion = suspicion.value_or(AuditFinding{kind, first, last});
}

/// A missing hash is told of before what the server could not sign for the lack of it, and after what was done to
/// entries.
void AuditVerification::Walk::find(Kind kind, qint64 first, qint64 last)
{
    const bool isOfEntries = kind != Kind::NotSigned && kind != Kind::Added && kind != Kind::HashReplaced;
    if (!finding)
        finding = gone && !isOfEntries ? *gone : AuditFinding{kind, first, last};
}

/// What was suspected before is the first, but where no more is known than that a hash is missing.
void AuditVerification::Walk::findOrSuspect(Kind kind, qint64 first, qint64 last)
{
    if (suspicion && !(isOfMissing && kind == Kind::Removed))
        find(suspicion->kind, suspicion->first, suspicion->last);
    else
        find(kind, first, last);
}

/// One entry: its leaf, and the nodes that it completes.
Done AuditVerification::Walk::look(qint64 id)
{
    if (!entries.isAt(id)) {
        findOrSuspect(Kind::Removed, id, id);
        return {};
    }
    const AuditRow row = auditRowOf(entries.row());
    const QByteArray leaf = merkleLeafHash(auditLine(row));
    if (entries.row().number(auditColumnCount) != 1)
        findOrSuspect(Kind::Changed, id, id);
    Done done = entries.next();
    frontier.append(leaf, [&](MerkleNode node, const QByteArray &hash) {
        if (done && !finding)
            done = checkNode(node, hash, id);
    });
    if (const auto change = id <= signedSize && !finding ? keyChangeOf(row) : std::nullopt)
        if (!suspicion || isVouchedFor(*change))
            takeOver(*change);
    if (done && !finding)
        done = checkCheckpoint(id);
    if (done && !finding)
        checkKept(id);
    return done;
}

Done AuditVerification::Walk::checkNode(MerkleNode node, const QByteArray &hash, qint64 id)
{
    const qint64 position = storedPosition(node);
    while (nodes.isBefore(position))
        if (const Done done = nodes.next(); !done)
            return done;
    const QByteArray stored = nodes.isAt(position) ? nodes.row().bytes(1) : QByteArray();
    if (id > signedSize && isKeyMissing && stored.isEmpty())
        return {};
    if (id > signedSize)
        findOrSuspect(stored.isEmpty() ? Kind::Added : Kind::NotSigned, id, stored.isEmpty() ? id : count);
    else if (stored == noEntryHash())
        findOrSuspect(Kind::Added, id, id);
    else if (stored != hash) {
        isOfMissing = suspicion ? isOfMissing : stored.isEmpty();
        missingHashes = suspicion ? missingHashes : 0;
        suspect((node.index << node.level) + 1, id, node.level == 0 ? Kind::Changed : Kind::HashReplaced);
        missingHashes += stored.isEmpty() && node.level == 0 ? 1 : 0;
    }
    return nodes.isAt(position) ? nodes.next() : Done();
}

/// Of the entries up to id, where there is one.
Done AuditVerification::Walk::checkCheckpoint(qint64 id)
{
    if (!checkpoints.isAt(id))
        return {};
    const QByteArray note = checkpoints.row().bytes(1);
    const Result<Checkpoint> said = readCheckpoint(note);
    if (origin.isEmpty() && said)
        origin = said->origin;
    const bool isOurs = said && said->origin == origin && said->size == id && isSigned(note, key) &&
                        isSigned(note, keyUntil.value_or(QByteArray())) &&
                        (id < signedSize || key == signedBy || signedBy.isEmpty());
    if (isOurs)
        settle(id, said->root == frontier.root());
    else
        find(Kind::NotSigned, lastSigned + 1, id);
    keyUntil.reset();
    lastSigned = id;
    return checkpoints.next();
}

/// The entries up to id are what was signed, or not.
void AuditVerification::Walk::settle(qint64 id, bool rootIsRight)
{
    if (rootIsRight && suspicion && isOfMissing)
        gone = gone.value_or(AuditFinding{Kind::HashReplaced, suspicion->first, suspicion->last});
    else if (rootIsRight && suspicion)
        find(Kind::HashReplaced, suspicion->first, suspicion->last);
    else if (!rootIsRight && suspicion && suspicion->kind == Kind::Changed && (!isOfMissing || missingHashes == 1))
        find(Kind::Changed, suspicion->first, suspicion->last);
    else if (!rootIsRight)
        find(Kind::Changed, lastSigned + 1, id);
    suspicion.reset();
}

void AuditVerification::Walk::checkKept(qint64 id)
{
    if (kept && kept->size == id && kept->root != frontier.root())
        findOrSuspect(Kind::NotTheSame, 1, id);
}

void AuditVerification::Walk::end()
{
    if (kept && kept->size > count)
        find(Kind::CutOff, count + 1, kept->size);
    else if (kept && !origin.isEmpty() && kept->origin != origin)
        find(Kind::NotTheSame, 1, kept->size);
    if (!finding)
        finding = gone;
}

AuditVerification::AuditVerification(Database &database, QByteArray signedBy, std::optional<Checkpoint> kept,
                                     Key presence)
    : m_database(database)
    , m_signedBy(std::move(signedBy))
    , m_kept(std::move(kept))
    , m_presence(presence)
{
}

Result<AuditReport> AuditVerification::run(const std::function<bool()> &isCancelled)
{
    const Result<Snapshot> snapshot = Snapshot::begin(m_database);
    if (!snapshot)
        return fail(snapshot.error());
    AuditReport report;
    Walk walk(m_database, m_signedBy, m_kept, m_presence);
    Done done = walk.begin(m_database);
    while (done && !walk.finding && report.entries < walk.count) {
        done = walk.look(++report.entries);
        if (report.entries % entriesBetweenQuestions == 0 && isCancelled())
            return fail(FailureKind::Cancelled, QStringLiteral("The verification was stopped."));
    }
    if (!done)
        return fail(done.error());
    if (!walk.finding)
        walk.end();
    // A trigger of others, too: it may undo what ours refuse.
    const Result<QList<SchemaFault>> faults = SchemaCheck(m_database).faults();
    if (!faults)
        return fail(faults.error());
    const auto isTrigger = [](const SchemaFault &fault) { return fault.type == QLatin1String("trigger"); };
    if (!walk.finding && std::any_of(faults->begin(), faults->end(), isTrigger))
        walk.find(Kind::Unguarded, 1, walk.count);
    if (!walk.finding && walk.isKeyMissing)
        walk.find(Kind::KeyMissing, walk.signedSize + 1, walk.count);
    report.finding = walk.finding;
    report.gaps = walk.gaps;
    return report;
}

} // namespace Holdfast
