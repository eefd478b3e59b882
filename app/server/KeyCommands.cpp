// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/KeyCommands.h"

#include "api/CheckpointKeyRotation.h"
#include "api/KeyChanges.h"
#include "api/KeyReport.h"
#include "api/KeyRotation.h"
#include "contract/Json.h"

namespace Holdfast {

namespace {

constexpr qint64 toldEvery = 10'000; // rows

AuditEntry commandLine(const Clock &clock)
{
    AuditEntry entry;
    entry.at = clock();
    entry.username = QStringLiteral("command line");
    return entry;
}

QString lineOf(const KeyReport &report, const WrappingKey &key)
{
    QStringList facts;
    if (key.isCurrent)
        facts.append(QStringLiteral("current"));
    if (key.retiredAt)
        facts.append(QStringLiteral("retired %1").arg(isoTime(*key.retiredAt)));
    else if (!report.available.contains(key.id))
        facts.append(QStringLiteral("MISSING: what is sealed under it can't be opened"));
    for (auto kind = report.wraps.cbegin(); kind != report.wraps.cend(); ++kind)
        facts.append(QStringLiteral("%1 %2").arg(kind->value(key.id)).arg(kind.key()));
    if (key.madeAt.isValid())
        facts.append(QStringLiteral("of %1").arg(isoTime(key.madeAt)));
    return key.id + QStringLiteral(": ") + facts.join(QStringLiteral(", "));
}

QString lineOf(const CheckpointKeyFacts &key)
{
    QStringList facts;
    if (!key.replacedAt)
        facts.append(QStringLiteral("signs the audit log"));
    else
        facts.append(QStringLiteral("signed the audit log until %1").arg(isoTime(*key.replacedAt)));
    if (key.wasLost)
        facts.append(QStringLiteral("lost: the next one has no signature of it"));
    if (!key.replacedAt && !key.isAvailable)
        facts.append(QStringLiteral("MISSING: nothing of the log is signed"));
    facts.append(QStringLiteral("from entry %1").arg(key.fromEntry));
    return (key.signer.isEmpty() ? QStringLiteral("unknown") : key.signer) + QStringLiteral(": ") +
           facts.join(QStringLiteral(", "));
}

Done saySentence(const Result<QString> &sentence, const Say &say)
{
    if (!sentence)
        return fail(sentence.error());
    say(*sentence);
    return {};
}

} // namespace

Done listKeys(DataFolder &data, const Say &say)
{
    const Result<KeyReport> report = reportKeys(data);
    if (!report)
        return fail(report.error());
    for (const WrappingKey &key : report->keys)
        say(lineOf(*report, key));
    for (const CheckpointKeyFacts &key : report->checkpointKeys)
        say(lineOf(key));
    if (report->rotation && !report->rotation->endedAt)
        say(QStringLiteral(
                "A rotation to %1 is under way: %2 done, %3 left. \"keys rotate\" or the server goes on with "
                "it.")
                .arg(report->rotation->toKeyId)
                .arg(report->rotation->rewrapped)
                .arg(report->left));
    return {};
}

Done rotateKeys(DataFolder &data, const Clock &clock, const Say &say)
{
    const Result<KeyReport> before = reportKeys(data);
    if (!before)
        return fail(before.error());
    KeyRotation rotation(data, clock);
    if (before->rotation && !before->rotation->endedAt)
        say(QStringLiteral("Going on with the rotation that was interrupted."));
    else if (const Result<QString> begun = rotation.begin(commandLine(clock)); !begun)
        return fail(begun.error());
    say(QStringLiteral("New recordings are sealed under %1.").arg(data.keys().currentKeyId()));
    qint64 told = 0;
    const Done done = rotation.run([&](qint64 rewrapped) {
        if (rewrapped - told >= toldEvery) {
            told = rewrapped;
            say(QStringLiteral("%1 wrapped anew").arg(rewrapped));
        }
    });
    if (!done)
        return done;
    const Result<KeyReport> after = reportKeys(data);
    if (!after)
        return fail(after.error());
    if (after->rotation->unreadable > 0)
        return fail(
            FailureKind::Corrupt,
            QStringLiteral("The rotation has ended, but %1 could not follow: their keys are missing or damaged. "
                           "\"keys\" and \"check\" say which; put missing keys back and rotate again.")
                .arg(after->rotation->unreadable));
    say(QStringLiteral("Done: %1 wrapped anew. Older keys stay until \"keys retire ID\". Back up the keys folder now.")
            .arg(after->rotation->rewrapped));
    return {};
}

Done retireOneKey(DataFolder &data, const QString &id, const Clock &clock, const Say &say)
{
    return saySentence(retireKey(data, id, commandLine(clock)), say);
}

Done rotateTokens(DataFolder &data, bool endSessions, const Clock &clock, const Say &say)
{
    const OldTokens old = endSessions ? OldTokens::EndAtOnce : OldTokens::UntilTheyEnd;
    return saySentence(rotateTokenKey(data, old, commandLine(clock), nullptr), say);
}

Done rotateCheckpoints(DataFolder &data, bool isLost, const Clock &clock, const Say &say)
{
    const OldCheckpointKey old = isLost ? OldCheckpointKey::IsLost : OldCheckpointKey::SignsOver;
    return saySentence(rotateCheckpointKey(data, old, commandLine(clock)), say);
}

} // namespace Holdfast
