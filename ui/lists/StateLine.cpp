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
    if (failure.kind != FailureKind::Unreachable)
        return say(failure.message);
    say(readAt.isValid() ? tr("The server can't be reached. What is shown is as of %1; it goes on by itself when the "
                              "server is back.")
                               .arg(QLocale().toString(readAt.toLocalTime().time(), QLocale::ShortFormat))
                         : tr("The server can't be reached. It goes on by itself when the server is back."));
}

} // namespace Holdfast
