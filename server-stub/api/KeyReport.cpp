// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/KeyReport.h"

#include "records/AuditSigner.h"
#include "records/CheckpointKeys.h"

#include <algorithm>

namespace Holdfast {

namespace {

/// A key that only rows name: it was lost before anybody wrote down that there was one.
void addUnknown(KeyReport &report)
{
    for (const QMap<QString, qint64> &byKey : std::as_const(report.wraps))
        for (auto one = byKey.cbegin(); one != byKey.cend(); ++one)
            if (std::none_of(report.keys.cbegin(), report.keys.cend(),
                             [&](const WrappingKey &key) { return key.id == one.key(); }))
                report.keys.append(WrappingKey{one.key(), {}, {}, false, std::nullopt, std::nullopt});
}

QString textOf(const std::optional<CheckpointSigner> &signer)
{
    return signer ? QString::fromUtf8(signer->text()) : QString();
}

Result<QList<CheckpointKeyFacts>> checkpointKeys(Database &database, const AuditKeys &keys)
{
    const auto note = newestCheckpoint(database);
    const Result<Checkpoint> said = note && *note ? readCheckpoint(**note) : Checkpoint();
    if (!note || !said || said->origin.isEmpty())
        return note ? Result<QList<CheckpointKeyFacts>>(QList<CheckpointKeyFacts>()) : fail(note.error());
    const auto changes = CheckpointKeys(database).changes(said->size);
    if (!changes)
        return fail(changes.error());
    const auto factsOf = [&](const std::optional<CheckpointSigner> &signer) {
        CheckpointKeyFacts facts;
        facts.signer = textOf(signer);
        facts.isAvailable = signer && keys.find(signer->publicKey);
        return facts;
    };
    std::optional<CheckpointSigner> first = changes->isEmpty() ? std::nullopt : changes->first().from;
    if (changes->isEmpty() && !keys.lastPublicKey().isEmpty())
        first = CheckpointSigner{said->origin, keys.lastPublicKey()};
    QList<CheckpointKeyFacts> all{factsOf(first)};
    for (const KeyChange &change : *changes) {
        all.first().replacedAt = change.at;
        all.first().wasLost = change.kind == KeyChange::Kind::Lost;
        all.prepend(factsOf(change.to));
        all.first().fromEntry = change.entry;
        all.first().since = change.at;
    }
    return all;
}

} // namespace

Result<KeyReport> reportKeys(DataFolder &data)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    KeyReport report;
    const auto keys = WrappingKeys(**database).all();
    const auto wraps = keys ? countWrapped(**database) : fail(keys.error());
    const auto rotation = wraps ? KeyRotations(**database).newest() : fail(wraps.error());
    const auto tokenKeys = rotation ? TokenKeyRows(**database).all() : fail(rotation.error());
    const auto signing = tokenKeys ? checkpointKeys(**database, data.keys().audit()) : fail(tokenKeys.error());
    if (!signing)
        return fail(signing.error());
    report.checkpointKeys = *signing;
    report.keys = *keys;
    report.wraps = *wraps;
    report.rotation = *rotation;
    report.tokenKeys = *tokenKeys;
    addUnknown(report);
    for (const WrappingKey &key : std::as_const(report.keys)) {
        if (data.keys().has(key.id))
            report.available.insert(key.id);
        if (!key.isCurrent)
            report.left += wrappedUnder(report.wraps, key.id);
    }
    return report;
}

} // namespace Holdfast
