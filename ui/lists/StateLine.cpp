// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/StateLine.h"

#include <QLocale>

namespace Holdfast {

StateLine::StateLine(QWidget *parent)
    : QLabel(parent)
{
    setProperty("bad", true);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
}

void StateLine::say(const QString &sentence)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
}

void StateLine::say(const Failure &failure, const QDateTime &readAt)
{
    say(wordsFor(failure, readAt));
}

QString StateLine::wordsFor(const Failure &failure, const QDateTime &readAt)
{
    if (failure.kind != FailureKind::Unreachable)
        return failure.message;
    return readAt.isValid()
               ? tr("The server can't be reached. What is shown is as of %1. Nothing more can be read or changed here "
                    "until it is back; then it goes on by itself.")
                     .arg(QLocale().toString(readAt.toLocalTime().time(), QLocale::ShortFormat))
               : tr("The server can't be reached. It goes on by itself when the server is back.");
}

} // namespace Holdfast
