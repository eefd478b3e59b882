// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QDateTime>
#include <QFont>
#include <QPalette>
#include <QString>

namespace Holdfast {

QFont titleFont();    ///< the name of what a page is about
QFont subtitleFont(); ///< the head of a part of it
QFont smallFont();    ///< what stands below or beside
QFont fixedFont();    ///< for what is written by a syntax
QFont tabularFont();  ///< the usual one, with digits of one width, for numbers that stand in columns

QColor mutedColor(const QPalette &palette);
QColor goodColor(const QPalette &palette);
QColor warnColor(const QPalette &palette);
QColor badColor(const QPalette &palette);
QColor accentColor(const QPalette &palette);

/// Keeps a phone number, a time or a file name in its own direction inside a text of the other one; it may be what
/// somebody else wrote.
QString ltr(const QString &text);

/// shownText of a text that is put together, also with ltr(): its isolates stay, which turn nothing around them.
QString shownCell(const QString &text);

/// What somebody else wrote as a tool tip: whole, with its line breaks, broken where it is long, and none of it markup.
QString toolTipText(const QString &text);

/// "20 Nov 2026  14:32", as the clock on the wall here has it.
QString dateTimeText(const QDateTime &time);

/// The same to the second, where several may have begun in one minute.
QString exactTimeText(const QDateTime &time);

/// The most pixels that such a text takes in tabularFont(), of a moment of whatever month.
int widest(QString (*written)(const QDateTime &));

/// "1.4 MB" in units of 1024, as the limit of an upload is given.
QString sizeText(qint64 bytes);

} // namespace Holdfast
