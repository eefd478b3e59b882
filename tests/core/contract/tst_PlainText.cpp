// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/PlainText.h"

#include <QTest>

using namespace Holdfast;

class tst_PlainText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEachEncoding_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("utf8");
        QTest::addColumn<QString>("encoding");
        const auto row = [](const char *name, const QByteArray &file, const QByteArray &utf8, const char *encoding) {
            QTest::newRow(name) << file << utf8 << QString::fromLatin1(encoding);
        };
        row("nothing", "", "", "UTF-8");
        row("ASCII", "a\tb\r\n", "a\tb\r\n", "UTF-8");
        row("UTF-8", "Zo\xc3\xab", "Zo\xc3\xab", "UTF-8");
        row("a byte order mark", "\xef\xbb\xbfZo\xc3\xab", "Zo\xc3\xab", "UTF-8");
        row("Latin-1", "Zo\xeb \xdf", "Zo\xc3\xab \xc3\x9f", "Windows-1252");
        row("what Windows adds", "\x80 \x9f \x93", "\xe2\x82\xac \xc5\xb8 \xe2\x80\x9c", "Windows-1252");
        row("UTF-16, little end first", QByteArray("\xff\xfe\xeb\0\n\0", 6), "\xc3\xab\n", "UTF-16");
        row("UTF-16, big end first", QByteArray("\xfe\xff\0\xeb\0\n", 6), "\xc3\xab\n", "UTF-16");
    }
    void readsEachEncoding()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, utf8);
        QFETCH(QString, encoding);
        const Result<PlainText> text = plainTextFrom(file);
        QVERIFY2(text, text ? "" : qPrintable(text.error().message));
        QCOMPARE(text->utf8, utf8);
        QCOMPARE(encodingName(text->encoding), encoding);
    }
    void saysWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("a workbook") << QByteArray("PK\x03\x04") << QStringLiteral("workbook");
        QTest::newRow("an old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1") << QStringLiteral("workbook");
        QTest::newRow("a NUL") << QByteArray("a\0b", 3) << QStringLiteral("no text");
        QTest::newRow("half a sign") << QByteArray("\xff\xfe\x61", 3) << QStringLiteral("UTF-16");
        QTest::newRow("no encoding") << QByteArray("a\x81") << QStringLiteral("neither");
    }
    void saysWhatIsNoText()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const Result<PlainText> text = plainTextFrom(file);
        QVERIFY(!text);
        QCOMPARE(text.error().kind, FailureKind::Malformed);
        QVERIFY2(text.error().message.contains(says), qPrintable(text.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_PlainText)
#include "tst_PlainText.moc"
