// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/KeyWords.h"

#include "look/Icons.h"
#include "look/Text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::KeyWords)
};

QString countWords(const QString &kind, qint64 count)
{
    const int number = static_cast<int>(count);
    if (kind == QStringLiteral("recordings"))
        return Words::tr("%Ln recording(s)", nullptr, number);
    if (kind == QStringLiteral("uploads"))
        return Words::tr("%Ln upload(s) under way", nullptr, number);
    if (kind == QStringLiteral("webhooks"))
        return Words::tr("%Ln webhook(s)", nullptr, number);
    return QStringLiteral("%1 %2").arg(QLocale().toString(count), kind); // a newer server's kind
}

} // namespace

QString keyStateWords(const KeyOverview::Wrapping &key)
{
    if (key.retiredAt)
        return Words::tr("Retired");
    if (!key.isAvailable)
        return Words::tr("Missing");
    return key.isCurrent ? Words::tr("In use") : Words::tr("Old");
}

QIcon keySign(const KeyOverview::Wrapping &key)
{
    const QPalette palette = QGuiApplication::palette();
    if (key.retiredAt)
        return icon(Icon::Cancel);
    if (!key.isAvailable)
        return icon(Icon::Problem, badColor(palette));
    return key.isCurrent ? icon(Icon::Stored, goodColor(palette)) : icon(Icon::Waiting);
}

QString wrapsWords(const KeyOverview::Wrapping &key)
{
    QStringList words;
    for (auto kind = key.wraps.cbegin(); kind != key.wraps.cend(); ++kind)
        if (*kind > 0)
            words.append(countWords(kind.key(), *kind));
    return words.isEmpty() ? Words::tr("Nothing") : words.join(QStringLiteral(", "));
}

QString keySentence(const KeyOverview::Wrapping &key)
{
    if (key.retiredAt)
        return Words::tr("It was removed on %1. Backups from before may still need a copy of it.")
            .arg(dateTimeText(*key.retiredAt));
    if (!key.isAvailable)
        return key.wrapped() > 0 ? Words::tr("The server does not have this key, so what is sealed under it can't be "
                                             "opened. Nothing of it is lost: bring the key back.")
                                 : Words::tr("The server does not have this key, and nothing needs it.");
    if (key.isCurrent)
        return Words::tr("What is stored now is sealed under this key.");
    return key.wrapped() > 0 ? Words::tr("It is still needed. A new key takes over what is sealed under it.")
                             : Words::tr("Nothing is sealed under it any more: it can be retired.");
}

QString rotationSentence(const std::optional<KeyOverview::Rotation> &rotation)
{
    if (!rotation)
        return Words::tr("The key was never changed.");
    const QString done = QLocale().toString(rotation->rewrapped);
    const QString left = QLocale().toString(rotation->left);
    const QString by = rotation->startedBy.isEmpty() ? Words::tr("the server's command line") : rotation->startedBy;
    if (!rotation->endedAt)
        return Words::tr("A new key takes over, begun on %1 by %2: %3 done, %4 left. Everything goes on meanwhile.")
            .arg(dateTimeText(rotation->begunAt), by, done, left);
    if (rotation->left > 0)
        return Words::tr("The new key of %1 could not take over everything: %2 is left under keys that are missing or "
                         "do not open it. Nothing of it was changed.")
            .arg(dateTimeText(rotation->begunAt), left);
    return Words::tr("The key was last changed on %1 by %2, and took over %3.")
        .arg(dateTimeText(rotation->begunAt), by, done);
}

QString tokenKeySentence(const QList<KeyOverview::Token> &keys)
{
    QString sentence;
    QDateTime until;
    for (const KeyOverview::Token &key : keys) {
        if (key.isCurrent)
            sentence = Words::tr("Sign-ins are signed with a key of %1.").arg(dateTimeText(key.madeAt));
        else if (key.countsUntil && (!until.isValid() || *key.countsUntil > until))
            until = *key.countsUntil;
    }
    if (until.isValid() && until > QDateTime::currentDateTimeUtc())
        sentence += QLatin1Char(' ') + Words::tr("Those of the key before count until %1.").arg(dateTimeText(until));
    return sentence;
}

QString checkpointKeySentence(const QList<KeyOverview::Checkpoint> &keys)
{
    for (const KeyOverview::Checkpoint &key : keys) {
        if (!key.isCurrent)
            continue;
        if (!key.isAvailable)
            return Words::tr("The server does not have the key that signs the audit log's checkpoints, so nothing of "
                             "it is signed. Put the key back; where it is lost, make a new one.");
        return key.since
                   ? Words::tr("The audit log's checkpoints are signed with a key of %1.").arg(dateTimeText(*key.since))
                   : Words::tr("The audit log's checkpoints are signed with their first key.");
    }
    return Words::tr("No key signs the audit log's checkpoints.");
}

} // namespace Holdfast
