// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Text.h"

#include <QFontMetrics>
#include <QLocale>
#include <QTest>
#include <QTextDocumentFragment>

using namespace Holdfast;

class tst_Text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void sizesAreWhatALimitIsGivenIn_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << QStringLiteral("0 bytes");
        QTest::newRow("small") << qint64(1023) << QStringLiteral("1,023 bytes");
        QTest::newRow("kilo") << qint64(1536) << QStringLiteral("1.5 kB");
        QTest::newRow("most") << qint64(50 * 1024 * 1024) << QStringLiteral("50.0 MB");
    }

    void sizesAreWhatALimitIsGivenIn()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(sizeText(bytes), text);
    }

    void aPhoneNumberKeepsItsDirection()
    {
        QCOMPARE(ltr(QStringLiteral("+49 30")), QChar(0x2066) + QStringLiteral("+49 30") + QChar(0x2069));
    }

    void whatSomebodyWroteIsNoMarkupInAToolTip()
    {
        QVERIFY(toolTipText({}).isEmpty());
        const QString shown = toolTipText(QStringLiteral("<img src=x> \u202Egnp\n") + ltr(QStringLiteral("+49")));
        QCOMPARE(QTextDocumentFragment::fromHtml(shown).toPlainText(),
                 QStringLiteral("<img src=x> \uFFFDgnp\n\u2066+49\u2069"));
    }

    void aNameDoesNotLeaveItsOwnDirection()
    {
        QCOMPARE(ltr(QStringLiteral("a\u2069b")), QStringLiteral("\u2066a\uFFFDb\u2069"));
        QCOMPARE(shownCell(ltr(QStringLiteral("a")) + QChar(0x202E)), QStringLiteral("\u2066a\u2069\uFFFD"));
    }

    void digitsStandInColumns()
    {
        const QFontMetrics metrics(tabularFont());
        for (int digit = 0; digit <= 9; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QString::number(digit)), metrics.horizontalAdvance(QStringLiteral("0")));
    }

    void headsAreLargerThanWhatStandsBelow()
    {
        QVERIFY(titleFont().pointSizeF() > subtitleFont().pointSizeF());
        QVERIFY(subtitleFont().pointSizeF() > smallFont().pointSizeF());
    }
};

QTEST_MAIN(tst_Text)
#include "tst_Text.moc"
