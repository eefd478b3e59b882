// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/KeySettlement.h"

#include "api/Log.h"
#include "api/SignedStart.h"
#include "domain/Limits.h"
#include "records/Audit.h"
#include "records/Recordings.h"
#include "records/TokenKeyRows.h"
#include "records/WrappedRows.h"
#include "records/WrappingKeys.h"

#include <algorithm>

namespace Holdfast {

namespace {

QString wrongKey(const QString &detail)
{
    return QStringLiteral(
               "The key-encryption key is not the one that the recordings were sealed under. Give the server "
               "the right key%1; nothing was changed.")
        .arg(detail);
}

QString howToBringBack(const QString &id)
{
    return id.startsWith(QStringLiteral("outside-"))
               ? QStringLiteral(
                     "It came from outside: name its file in HOLDFAST_KEK_FILE, or in HOLDFAST_OLD_KEK_FILES "
                     "beside another")
               : QStringLiteral("Put keys/%1.kek back from your backup").arg(id);
}

const WrappingKey *rowOf(const QList<WrappingKey> &rows, const QString &id)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const WrappingKey &one) { return one.id == id; });
    return row == rows.end() ? nullptr : &*row;
}

/// A file with another key than the one of that name would open nothing, and say so of each recording.
void leaveOutWrongFiles(const QList<WrappingKey> &rows, KeyRing &ring)
{
    const QList<KeyRing::Facts> keys = ring.keys();
    for (const KeyRing::Facts &key : keys)
        if (const WrappingKey *row = rowOf(rows, key.id); row && row->fingerprint != key.fingerprint)
            ring.leaveOut(key.id, QStringLiteral("The file of the key-encryption key \"%1\" holds another key than it "
                                                 "did, so it is not used. %2.")
                                      .arg(key.id, howToBringBack(key.id)));
}

/// The one that is to be current; empty where another must be made.
Result<QString> currentOf(const QList<WrappingKey> &rows, const KeyRing &ring, const WrappedCounts &counts)
{
    if (ring.isCurrentFromOutside())
        return ring.currentKeyId();
    const QList<KeyRing::Facts> keys = ring.keys();
    const auto isOurs = [&](const QString &id) {
        return std::any_of(keys.begin(), keys.end(),
                           [&](const KeyRing::Facts &key) { return key.id == id && key.isOurs; });
    };
    const auto current = std::find_if(rows.begin(), rows.end(), [](const WrappingKey &row) { return row.isCurrent; });
    if (current == rows.end())
        return ring.currentKeyId();
    if (isOurs(current->id))
        return current->id;
    const bool isMissing = !ring.has(current->id);
    if (isMissing && wrappedUnder(counts, current->id) > 0)
        return fail(FailureKind::NotFound,
                    QStringLiteral("The key-encryption key \"%1\", under which recordings are sealed, is missing or is "
                                   "not the one that it was. %2; nothing was changed.")
                        .arg(current->id, howToBringBack(current->id)),
                    ring.problems().join(QStringLiteral(" ")));
    // From outside no more: the newest of the folder's own.
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if (isOurs(row->id) && !row->retiredAt)
            return row->id;
    return isOurs(ring.currentKeyId()) ? ring.currentKeyId() : QString();
}

/// Before fingerprints were kept, only a recording tells whether a key is the right one.
Done checkAgainstNewest(Database &database, const QList<WrappingKey> &rows, const KeyRing &ring,
                        const WrappedCounts &counts)
{
    const Result<std::optional<Recordings::WrappedKey>> newest = Recordings(database).newestKey();
    if (!newest)
        return fail(newest.error());
    if (!*newest || rowOf(rows, (*newest)->encryptionKeyId))
        return {};
    const auto &[id, keyId, wrapped] = **newest;
    const Result<SecretKey> key = ring.unwrap(wrapped, keyId, wrapContextOfRecording(id));
    if (key)
        return {};
    const QList<KeyRing::Facts> keys = ring.keys();
    const bool opensOthers = std::any_of(keys.begin(), keys.end(),
                                         [&](const KeyRing::Facts &one) { return wrappedUnder(counts, one.id) > 0; });
    if (!ring.has(keyId) && opensOthers)
        return {}; // which is told, and leaves the others
    return fail(FailureKind::Conflict, wrongKey({}), key.error().message);
}

/// Whoever has the wrong keys altogether is told at the start, and takes nothing in under them.
Done checkThatSomethingOpens(const KeyRing &ring, const WrappedCounts &counts)
{
    qint64 all = 0;
    qint64 missing = 0;
    QStringList missingIds;
    const QMap<QString, qint64> recordings = counts.value(QStringLiteral("recordings"));
    for (auto one = recordings.cbegin(); one != recordings.cend(); ++one) {
        all += one.value();
        if (ring.has(one.key()))
            continue;
        missing += one.value();
        missingIds.append(one.key());
        qCCritical(logServer).noquote() << one.value() << "recordings can't be opened: they are sealed under the"
                                        << "key-encryption key" << one.key() << "which is missing. They are kept."
                                        << howToBringBack(one.key()) + u'.';
    }
    if (all > 0 && missing == all)
        return fail(FailureKind::Conflict,
                    wrongKey(QStringLiteral(" (%1)").arg(missingIds.join(QStringLiteral(", ")))));
    return {};
}

Done noteKeys(Database &database, const QList<WrappingKey> &rows, const KeyRing &ring, const QDateTime &now)
{
    WrappingKeys keys(database);
    const QList<KeyRing::Facts> held = ring.keys();
    for (const KeyRing::Facts &key : held)
        if (!rowOf(rows, key.id))
            if (Done added = keys.add(key.id, key.fingerprint, key.madeAt); !added)
                return added;
    const QString current = ring.currentKeyId();
    if (const WrappingKey *row = rowOf(rows, current); row && row->isCurrent)
        return {};
    if (Done made = keys.makeCurrent(current, now); !made)
        return made;
    AuditEntry entry;
    entry.at = now;
    entry.username = QStringLiteral("holdfast-server");
    entry.action = QStringLiteral("key-change");
    entry.detail.insert(QLatin1String("keyId"), current);
    return rows.isEmpty() ? Done() : Audit(database).append(entry);
}

/// The file of a retired key goes here where it could not go when it was retired.
/// One that something is sealed under was not retired by the server, and stays.
Done discardRetired(const QList<WrappingKey> &rows, KeyRing &ring, const WrappedCounts &counts)
{
    for (const WrappingKey &row : rows)
        if (row.retiredAt && row.id != ring.currentKeyId() && wrappedUnder(counts, row.id) == 0)
            if (Done gone = ring.discard(row.id); !gone)
                return gone;
    return {};
}

Done settleTokenKeys(Database &database, TokenKeys &tokens, const QDateTime &now)
{
    TokenKeyRows rows(database);
    const Result<QList<TokenKeyRow>> known = rows.all();
    if (!known)
        return fail(known.error());
    QSet<QByteArray> accepted;
    bool hasCurrent = false;
    for (const TokenKeyRow &row : *known) {
        const bool counts = !row.replacedAt || row.replacedAt->addSecs(qint64{tokenHours} * 3600) > now;
        if (!row.replacedAt && tokens.use(row.id))
            hasCurrent = true;
        if (counts)
            accepted.insert(row.id);
        else if (Done removed = rows.remove(row.id); !removed)
            return removed;
    }
    // Where the one that signs is lost, none of those that were replaced comes back in its place.
    if (!hasCurrent && !known->isEmpty()) {
        const Result<QByteArray> made = tokens.make();
        if (!made)
            return fail(made.error());
        if (Done used = tokens.use(*made); !used)
            return used;
    }
    if (!hasCurrent) {
        accepted.insert(tokens.current().id);
        if (Done replaced = rows.replace(tokens.current().id, now); !replaced)
            return replaced;
    }
    for (const QByteArray &id : tokens.ids())
        if (!accepted.contains(id))
            if (Done gone = tokens.discard(id); !gone)
                return gone;
    return {};
}

} // namespace

Done settleKeys(Database &database, KeyRing &ring, const Clock &clock, const GroupWork &group)
{
    const Result<QList<WrappingKey>> rows = WrappingKeys(database).all();
    const Result<WrappedCounts> counts = rows ? countWrapped(database) : fail(rows.error());
    if (!counts)
        return fail(counts.error());
    leaveOutWrongFiles(*rows, ring);
    if (Done checked = checkAgainstNewest(database, *rows, ring, *counts); !checked)
        return checked;
    Result<QString> current = currentOf(*rows, ring, *counts);
    if (current)
        if (Done checked = checkThatSomethingOpens(ring, *counts); !checked)
            return checked;
    if (current && current->isEmpty())
        current = ring.make();
    if (!current)
        return fail(current.error());
    if (Done used = ring.use(*current); !used)
        return used;
    const QStringList problems = ring.problems();
    for (const QString &problem : problems)
        qCWarning(logServer).noquote() << problem;
    const Done noted = inSignedTransaction(database, group, [&]() -> Done {
        if (Done keys = noteKeys(database, *rows, ring, clock()); !keys)
            return keys;
        return settleTokenKeys(database, ring.tokens(), clock());
    });
    return noted ? discardRetired(*rows, ring, *counts) : noted;
}

} // namespace Holdfast
