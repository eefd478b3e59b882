// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ShownText.h"

#include <QTest>

using namespace Holdfast;

class tst_ShownText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTurnsTheDirectionOrControlsShowsAsWhatItIs_data()
    {
        QTest::addColumn<char16_t>("code");
        for (const char16_t code :
             std::initializer_list<char16_t>{0x0000, 0x0007, 0x001B, 0x007F, 0x009B, 0x061C, 0x200E, 0x200F, 0x202A,
                                             0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
            QTest::addRow("%04x", code) << code;
    }
    void whatTurnsTheDirectionOrControlsShowsAsWhatItIs()
    {
        QFETCH(char16_t, code);
        const QString name = QStringLiteral("invoice_") + QChar(code) + QStringLiteral("gnp.wav");
        QCOMPARE(shownText(name), QStringLiteral("invoice_\uFFFDgnp.wav"));
        QCOMPARE(shownOnOneLine(name), QStringLiteral("invoice_\uFFFDgnp.wav"));
        QCOMPARE(shownFirstLine(name), QStringLiteral("invoice_\uFFFDgnp.wav"));
    }
    void allOtherLettersStay()
    {
        const QString text = QStringLiteral("Größe · شركة · עסק · 会社 · 👩\u200D💻");
        QCOMPARE(shownText(text), text);
        QCOMPARE(shownOnOneLine(text), text);
    }
    void lineBreaksStayWhereThereIsRoomForThem()
    {
        const QString text = QStringLiteral("one\ntwo\tthree\r\nfour");
        QCOMPARE(shownText(text), text);
        QCOMPARE(shownOnOneLine(text), QStringLiteral("one\uFFFDtwo\uFFFDthree\uFFFD\uFFFDfour"));
    }
    void ofManyLinesTheFirstThatSaysSomethingIsShownAndThatThereIsMore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("one") << QStringLiteral("Call back") << QStringLiteral("Call back");
        QTest::newRow("one and a break") << QStringLiteral("Call back\n\n") << QStringLiteral("Call back");
        QTest::newRow("two") << QStringLiteral("Call back\nby Friday") << QStringLiteral("Call back …");
        QTest::newRow("Windows") << QStringLiteral("Call back\r\nby Friday") << QStringLiteral("Call back …");
        QTest::newRow("line separator") << QStringLiteral("Call back\u2028by Friday") << QStringLiteral("Call back …");
        QTest::newRow("first is empty") << QStringLiteral("\n \nby Friday\nor later") << QStringLiteral("by Friday …");
        QTest::newRow("tabs") << QStringLiteral("a\tb") << QStringLiteral("a b");
    }
    void ofManyLinesTheFirstThatSaysSomethingIsShownAndThatThereIsMore()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(shownFirstLine(text), shown);
    }
};

QTEST_APPLESS_MAIN(tst_ShownText)
#include "tst_ShownText.moc"
