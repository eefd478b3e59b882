// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/KeysCommand.h"

#include "contract/KeyJson.h"

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;
constexpr std::chrono::milliseconds lookAgainAfter{500};

QString standingOf(const KeyOverview::Wrapping &key)
{
    if (key.retiredAt)
        return KeysCommand::tr("retired");
    if (!key.isAvailable)
        return KeysCommand::tr("missing");
    return key.isCurrent ? KeysCommand::tr("current") : KeysCommand::tr("old");
}

QList<QStringList> rowsOf(const KeyOverview &overview)
{
    QList<QStringList> rows;
    for (const KeyOverview::Wrapping &key : overview.keys) {
        QStringList wraps;
        for (auto kind = key.wraps.cbegin(); kind != key.wraps.cend(); ++kind)
            wraps.append(QStringLiteral("%1 %2").arg(kind.value()).arg(kind.key()));
        rows.append({KeysCommand::tr("files"), key.id, standingOf(key), key.madeAt ? timeText(*key.madeAt) : QString(),
                     wraps.join(QStringLiteral(", "))});
    }
    for (const KeyOverview::Token &key : overview.tokenKeys)
        rows.append({KeysCommand::tr("tokens"), key.id,
                     key.isCurrent ? KeysCommand::tr("current") : KeysCommand::tr("old"), timeText(key.madeAt),
                     key.countsUntil ? KeysCommand::tr("counts until %1").arg(timeText(*key.countsUntil)) : QString()});
    for (const KeyOverview::Checkpoint &key : overview.checkpointKeys)
        rows.append({KeysCommand::tr("audit log"), key.signer.section(QLatin1Char('+'), 0, 1),
                     !key.isCurrent    ? KeysCommand::tr("old")
                     : key.isAvailable ? KeysCommand::tr("current")
                                       : KeysCommand::tr("missing"),
                     key.since ? timeText(*key.since) : QString(),
                     KeysCommand::tr("from entry %1 on").arg(key.fromEntry)});
    if (overview.rotation)
        rows.append(
            {KeysCommand::tr("rotation"), overview.rotation->toKeyId,
             overview.rotation->endedAt ? KeysCommand::tr("ended") : KeysCommand::tr("under way"),
             timeText(overview.rotation->begunAt),
             KeysCommand::tr("%1 done, %2 left").arg(overview.rotation->rewrapped).arg(overview.rotation->left)});
    return rows;
}

} // namespace

KeysCommand::KeysCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_calls(api)
{
    m_again.setSingleShot(true);
    m_again.setInterval(lookAgainAfter);
}

void KeysCommand::run()
{
    if (options().command == Command::Keys)
        return list();
    if (options().command == Command::RotateKeys)
        return rotate();
    answered(changed(), [this](const QString &sentence) { say(sentence); });
}

QFuture<Result<QString>> KeysCommand::changed()
{
    using OldTokens = KeyCalls::OldTokens;
    using OldKey = KeyCalls::OldCheckpointKey;
    if (options().command == Command::RetireKey)
        return m_calls.retire(options().arguments.first());
    if (options().command == Command::RotateCheckpointKey)
        return m_calls.rotateCheckpoints(options().keyIsLost ? OldKey::Lost : OldKey::Vouches);
    return m_calls.rotateTokens(options().endSessions ? OldTokens::EndAtOnce : OldTokens::UntilTheyEnd);
}

void KeysCommand::say(const QString &sentence)
{
    show(QJsonObject{{QLatin1String("message"), sentence}}, {{sentence}});
}

void KeysCommand::list()
{
    answered(m_calls.overview(), [this](const KeyOverview &overview) { show(toJson(overview), rowsOf(overview)); });
}

void KeysCommand::rotate()
{
    connect(&m_again, &QTimer::timeout, this,
            [this] { answered(m_calls.overview(), [this](const KeyOverview &overview) { follow(overview); }); });
    answered(m_calls.rotate(), [this](const KeyOverview &overview) { follow(overview); });
}

/// To its end: it goes on by itself where this is stopped.
void KeysCommand::follow(const KeyOverview &overview)
{
    if (overview.rotation && !overview.rotation->endedAt) {
        console().progress(tr("%1 done, %2 left").arg(overview.rotation->rewrapped).arg(overview.rotation->left));
        m_again.start();
        return;
    }
    const qint64 left = overview.rotation ? overview.rotation->left : 0;
    if (options().json)
        console().json(toJson(overview));
    else
        console().table(rowsOf(overview));
    if (left > 0)
        console().problem(tr("%n key(s) of files or secrets are left under old keys, which are missing or do not open "
                             "them. Bring the old keys back before you rotate again.",
                             nullptr, static_cast<int>(left)));
    Q_EMIT finished(left == 0);
}

} // namespace Holdfast
