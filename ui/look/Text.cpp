// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Text.h"

#include "domain/ShownText.h"
#include "look/Palettes.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QLocale>
#include <QTextDocument>

namespace Holdfast {

namespace {

constexpr QChar isolate(0x2066);
constexpr QChar isolateEnd(0x2069);

QFont sized(double factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

} // namespace

QFont titleFont()
{
    return sized(1.45, QFont::DemiBold);
}

QFont subtitleFont()
{
    return sized(1.1, QFont::DemiBold);
}

QFont smallFont()
{
    return sized(0.92, QFont::Normal);
}

QFont fixedFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

QFont tabularFont()
{
    // Qt 6.4 can't ask a font for its tabular digits; the interface fonts of the desktops have no others.
    return QApplication::font();
}

QColor mutedColor(const QPalette &palette)
{
    return tonesOf(palette).muted;
}

QColor goodColor(const QPalette &palette)
{
    return tonesOf(palette).good;
}

QColor warnColor(const QPalette &palette)
{
    return tonesOf(palette).warn;
}

QColor badColor(const QPalette &palette)
{
    return tonesOf(palette).bad;
}

QColor accentColor(const QPalette &palette)
{
    return tonesOf(palette).accent;
}

QString ltr(const QString &text)
{
    return isolate + shownText(text) + isolateEnd;
}

QString shownCell(const QString &text)
{
    QString shown = shownText(text);
    for (qsizetype i = 0; i < text.size(); ++i)
        if (text.at(i) == isolate || text.at(i) == isolateEnd)
            shown[i] = text.at(i);
    return shown;
}

QString toolTipText(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(shownCell(text), Qt::WhiteSpaceNormal);
}

QString dateTimeText(const QDateTime &time)
{
    //: How a date and time stand in a table; see QDateTime::toString
    return ltr(
        QLocale().toString(time.toLocalTime(), QCoreApplication::translate("Holdfast::Text", "d MMM yyyy  HH:mm")));
}

QString exactTimeText(const QDateTime &time)
{
    //: A date and time to the second; see QDateTime::toString
    return ltr(
        QLocale().toString(time.toLocalTime(), QCoreApplication::translate("Holdfast::Text", "d MMM yyyy  HH:mm:ss")));
}

int widest(QString (*written)(const QDateTime &))
{
    int most = 0;
    const QFontMetrics metrics(tabularFont());
    for (int month = 1; month <= 12; ++month)
        most = std::max(most, metrics.horizontalAdvance(written({QDate(2026, month, 28), QTime(20, 58)})));
    return most;
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace Holdfast
