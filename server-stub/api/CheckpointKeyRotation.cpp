// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CheckpointKeyRotation.h"

#include "api/AuditKeySettlement.h"
#include "api/Log.h"
#include "records/AuditSigner.h"
#include "records/CheckpointKeys.h"

namespace Holdfast {

namespace {

Done checkThatItIsSo(const AuditKeys &keys, OldCheckpointKey old)
{
    const bool isHere = keys.current() != nullptr;
    if (old == OldCheckpointKey::SignsOver && !isHere)
        return fail(FailureKind::Conflict, auditKeyProblem(keys));
    if (old == OldCheckpointKey::IsLost && isHere)
        return fail(FailureKind::Conflict,
                    QStringLiteral("The key that signs the audit log is not lost: it is here and can sign for the next "
                                   "one. Nothing was changed; rotate it without saying that it is lost."));
    return {};
}

/// The log's name, and how much of it is signed.
Result<Checkpoint> newestState(Database &database, const QByteArray &keyOfAnEmptyLog)
{
    const Result<std::optional<QByteArray>> note = newestCheckpoint(database);
    if (!note)
        return fail(note.error());
    return *note ? readCheckpoint(**note) : Checkpoint{logNameOf(keyOfAnEmptyLog), 0, {}};
}

Result<KeyChange> writeChange(Database &database, const AuditKeys &keys, const QByteArray &next, AuditEntry who)
{
    const AuditKeys::Key old = keys.current();
    const Result<Checkpoint> log = newestState(database, old ? old->publicKey() : next);
    if (!log)
        return fail(log.error());
    KeyChange change;
    change.kind = old ? KeyChange::Kind::HandedOver : KeyChange::Kind::Lost;
    change.to = CheckpointSigner{log->origin, next};
    if (old)
        change.from = CheckpointSigner{log->origin, old->publicKey()};
    else if (!keys.lastPublicKey().isEmpty())
        change.from = CheckpointSigner{log->origin, keys.lastPublicKey()};
    change.unsignedFrom = old ? 0 : log->size + 1;
    who.action = change.action();
    who.detail = change.detail();
    if (const Done written = Audit(database).append(who); !written)
        return fail(written.error());
    return change;
}

void tidy(const Done &done)
{
    if (!done)
        qCWarning(logApi).noquote() << "what is left of a rotation of the audit log's key goes at the next start:"
                                    << done.error().message << done.error().detail;
}

QString sentenceOf(const KeyChange &change)
{
    const QString next = QString::fromUtf8(change.to->text());
    if (change.kind == KeyChange::Kind::Lost)
        return QStringLiteral("The audit log is signed with a new key, %1. Nothing of the lost one vouches for it, and "
                              "the log says so: give the new key to everybody who keeps checkpoints, or checks "
                              "evidence packs, yourself. Back up the keys folder now.")
            .arg(next);
    return QStringLiteral("The audit log is signed with a new key, %1. The old one has signed for it, and what it "
                          "signed goes on verifying; its own file is removed. Back up the keys folder now.")
        .arg(next);
}

} // namespace

Result<QString> rotateCheckpointKey(DataFolder &data, OldCheckpointKey old, AuditEntry who)
{
    AuditKeys &keys = data.keys().audit();
    if (const Done so = checkThatItIsSo(keys, old); !so)
        return fail(so.error());
    const Result<AuditKeys::Key> next = keys.make();
    if (!next)
        return fail(next.error());
    const QByteArray publicKey = (*next)->publicKey();
    const Result<KeyChange> change = data.writes()
                                         .submit<KeyChange>([&keys, publicKey, who](Database &database) {
                                             return writeChange(database, keys, publicKey, who);
                                         })
                                         .result();
    if (!change) {
        // Where nobody knows whether it was written the new one stays until the next start, which sees it in the log.
        if (change.error().kind == FailureKind::Conflict)
            tidy(keys.discard(publicKey));
        return fail(change.error());
    }
    const AuditKeys::Key before = keys.current();
    // From here on the log says which key signs: what fails now is done at the next start.
    tidy(keys.use(publicKey));
    if (before)
        tidy(keys.discard(before->publicKey()));
    tidy(keys.forgetMissing());
    return sentenceOf(*change);
}

} // namespace Holdfast
