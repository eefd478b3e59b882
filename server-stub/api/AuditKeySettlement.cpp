// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditKeySettlement.h"

#include "api/Log.h"
#include "api/SignedStart.h"
#include "records/Audit.h"
#include "records/AuditSigner.h"
#include "records/CheckpointKeys.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

/// Of a database of any age.
Result<std::optional<QByteArray>> lastNote(Database &database)
{
    const Result<qint64> tables =
        Query(database, "SELECT count(*) FROM sqlite_master WHERE name = 'audit_checkpoints'").oneNumber();
    if (!tables)
        return fail(tables.error());
    return *tables > 0 ? newestCheckpoint(database) : std::optional<QByteArray>();
}

Done beginLog(AuditKeys &keys)
{
    AuditKeys::Key key = keys.all().value(0);
    if (!key && !keys.problems().isEmpty())
        return keys.setMissing();
    if (!key) {
        const Result<AuditKeys::Key> made = keys.make();
        if (!made)
            return fail(made.error());
        key = *made;
    }
    return keys.use(key->publicKey());
}

/// Null where it is not here.
Result<AuditKeys::Key> signerOf(Database &database, const AuditKeys &keys, const QByteArray &note)
{
    const Result<Checkpoint> said = readCheckpoint(note);
    const auto change = CheckpointKeys(database).newest(said ? said->size : 0);
    if (!change)
        return fail(change.error());
    if (*change)
        return keys.find((*change)->to->publicKey);
    const QList<AuditKeys::Key> all = keys.all();
    for (const AuditKeys::Key &key : all)
        if (said && openCheckpoint(note, {said->origin, key->publicKey()}))
            return key;
    return AuditKeys::Key();
}

/// The file of a key that was replaced, where it could not go then, and one that never came to sign.
Done discardOthers(AuditKeys &keys, const QByteArray &current)
{
    const QList<AuditKeys::Key> all = keys.all();
    for (const AuditKeys::Key &key : all)
        if (key->publicKey() != current)
            if (Done gone = keys.discard(key->publicKey()); !gone)
                return gone;
    return {};
}

} // namespace

Done settleAuditKey(Database &database, AuditKeys &keys)
{
    const Result<std::optional<QByteArray>> note = lastNote(database);
    if (!note)
        return fail(note.error());
    if (!*note)
        return beginLog(keys);
    const Result<AuditKeys::Key> key = signerOf(database, keys, **note);
    if (!key)
        return fail(key.error());
    const QStringList problems = keys.problems();
    for (const QString &problem : problems)
        qCWarning(logServer).noquote() << problem;
    if (*key) {
        if (Done used = keys.use((*key)->publicKey()); !used)
            return used;
        return discardOthers(keys, (*key)->publicKey());
    }
    if (const Done noted = keys.setMissing(); !noted)
        qCCritical(logServer).noquote() << noted.error().message << noted.error().detail;
    qCCritical(logServer).noquote() << auditKeyProblem(keys);
    return {};
}

Done takeInUnsigned(Database &database, AuditKeys &keys, const Clock &clock, const GroupWork &group)
{
    if (!keys.current() || !keys.wasMissing())
        return {};
    Query ends(database, "SELECT (SELECT max(id) FROM audit), (SELECT max(size) FROM audit_checkpoints)");
    const Result<bool> row = ends.step();
    if (!row)
        return fail(row.error());
    if (ends.number(0) > ends.number(1)) {
        KeyChange back;
        back.kind = KeyChange::Kind::Back;
        back.unsignedFrom = ends.number(1) + 1;
        AuditEntry entry;
        entry.at = clock();
        entry.username = QStringLiteral("holdfast-server");
        entry.action = back.action();
        entry.detail = back.detail();
        const Done taken = inSignedTransaction(database, group, [&] { return Audit(database).append(entry); });
        if (!taken)
            return taken;
        qCWarning(logServer).noquote()
            << QStringLiteral("The key that signs the audit log is back. Entries %1 to %2, which were written while it "
                              "was missing, are signed now, and another says so.")
                   .arg(back.unsignedFrom)
                   .arg(ends.number(0));
    }
    return keys.forgetMissing();
}

QString auditKeyProblem(const AuditKeys &keys)
{
    if (keys.current())
        return {};
    return QStringLiteral("The key that signs the audit log is missing or can't be used. Recordings are safe and in "
                          "reach, and the log goes on, but nothing of it is signed. Put the key back into the keys "
                          "folder from its backup and start the server anew; or, if it is lost, give the log a new one "
                          "(holdfast-server keys rotate-checkpoint --lost).");
}

} // namespace Holdfast
