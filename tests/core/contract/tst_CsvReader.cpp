// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/CsvReader.h"
#include "support/FailingDevice.h"

#include <QBuffer>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

struct Read
{
    QList<QStringList> rows;
    QList<qint64> lines;
    QString complaint;
};

Read readAll(QIODevice &device)
{
    CsvReader reader(device);
    Read read;
    for (;;) {
        const Result<std::optional<QStringList>> row = reader.next();
        if (!row)
            read.complaint = row.error().message;
        if (!row || !*row)
            return read;
        read.rows << **row;
        read.lines << reader.line();
    }
}

Read readAll(const QByteArray &csv)
{
    QBuffer buffer;
    buffer.setData(csv);
    buffer.open(QIODevice::ReadOnly);
    return readAll(buffer);
}

/// Hands out one byte at a time, so that every pair of bytes falls apart once.
class Dripping : public QBuffer
{
protected:
    qint64 readData(char *data, qint64) override { return QBuffer::readData(data, 1); }
};

} // namespace

class tst_CsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRows_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QList<QStringList>>("rows");
        const auto row = [](const char *name, const QByteArray &csv, const QList<QStringList> &rows) {
            QTest::newRow(name) << csv << rows;
        };
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        const QString none;
        row("nothing", "", {});
        row("a byte order mark alone", "\xef\xbb\xbf", {});
        row("lines that end with LF", "a,b\nb,a\n", {{a, b}, {b, a}});
        row("lines that end with CR LF", "a,b\r\nb,a\r\n", {{a, b}, {b, a}});
        row("lines that end with CR", "a,b\rb,a\r", {{a, b}, {b, a}});
        row("lines that end with CR, the last without", "a\r\r\"b\ra\"\ra", {{a}, {QStringLiteral("b\ra")}, {a}});
        row("no end of the last line", "a,b\nb,a", {{a, b}, {b, a}});
        row("a byte order mark", "\xef\xbb\xbf\"a\",b\n", {{a, b}});
        row("empty fields", ",\n,a\na,\n", {{none, none}, {none, a}, {a, none}});
        row("an empty quoted field", "\"\"\n", {{none}});
        row("an empty quoted field at the very end", "a\n\"\"", {{a}, {none}});
        row("an empty field at the very end", "a,", {{a, none}});
        row("empty lines", "\n\r\na\n\n\nb\n\n", {{a}, {b}});
        row("commas in quotes", "\"a,b\",a\n", {{QStringLiteral("a,b"), a}});
        row("quotation marks", "\"say \"\"a\"\"\",\"\"\"\"\n", {{QStringLiteral("say \"a\""), QStringLiteral("\"")}});
        row("line ends in quotes", "\"a\nb\r\na\",b\r\n", {{QStringLiteral("a\nb\r\na"), b}});
        row("spaces, which belong to the field", " a , b\n", {{QStringLiteral(" a "), QStringLiteral(" b")}});
        row("every script", "Zoë,\"日本\"\n", {{QStringLiteral("Zoë"), QStringLiteral("日本")}});
    }
    void readsRows()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QList<QStringList>, rows);
        const Read read = readAll(csv);
        QCOMPARE(read.complaint, QString());
        QCOMPARE(read.rows, rows);
    }
    void readsTheSameOfADeviceThatGivesOneByteAtATime()
    {
        Dripping device;
        device.setData("\"a \"\"b\"\"\",Zo\xc3\xab\r\n\"c\r\nd\",e\r\n");
        device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        QCOMPARE(readAll(device).rows, (QList<QStringList>{{QStringLiteral("a \"b\""), QStringLiteral("Zoë")},
                                                           {QStringLiteral("c\r\nd"), QStringLiteral("e")}}));
    }
    void readsMoreThanItHoldsAtOnce()
    {
        QByteArray csv;
        for (int i = 0; i < 50'000; ++i)
            csv += QByteArray::number(i) + ",\"x\"\r\n";
        const Read read = readAll(csv);
        QCOMPARE(read.rows.size(), 50'000);
        for (int i = 0; i < 50'000; ++i)
            QCOMPARE(read.rows[i], (QStringList{QString::number(i), QStringLiteral("x")}));
    }
    void knowsOnWhichLineEachRowBegins() { QCOMPARE(readAll("a\n\n\"b\nb\"\r\nc").lines, (QList<qint64>{1, 3, 5})); }
    void knowsOnWhichLineEachRowBeginsWhereLinesEndWithCr()
    {
        QCOMPARE(readAll("a\r\r\"b\rb\"\rc\r").lines, (QList<qint64>{1, 3, 5}));
    }
    void saysWhatIsWrongAndOnWhichLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &csv, const char *says) {
            QTest::newRow(name) << csv << QString::fromLatin1(says);
        };
        row("not closed", "a\n\"b\nc\n", "Line 2: a quotation mark is opened and never closed.");
        row("text after a quoted field", "\"a\"b\n", "Line 1: text follows a closing quotation mark.");
        row("a quotation mark within", "a\nb\"c\n", "Line 2: a quotation mark stands in a field that is not quoted.");
        row("CR alone", "x\na\rb\n", "Line 2: a carriage return stands alone.");
        row("LF after CR", "a\rb\nc\n",
            "Line 2: it ends with a line feed, but those before it with a carriage return.");
        row("Latin-1", "a\nZo\xeb\n", "Line 2: the text is not UTF-8.");
        row("UTF-8 that is cut off", "Zo\xc3,b\n", "Line 1: the text is not UTF-8.");
        row("UTF-16", QByteArray("\xff\xfe\x61\x00\n\x00", 6), "Line 1: the text is not UTF-8.");
        row("NUL", QByteArray("a\0b\n", 4), "Line 1: the text holds a NUL.");
        row("no end", "a\n" + QByteArray(CsvReader::longestRow + 1, 'b'),
            "Line 2: the row is longer than 1048576 bytes.");
    }
    void saysWhatIsWrongAndOnWhichLine()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, says);
        QCOMPARE(readAll(csv).complaint, says);
    }
    void takesAnotherSeparator()
    {
        QBuffer buffer;
        buffer.setData("a;\"b;c\"\n1,5;2\n");
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, ';');
        QCOMPARE(**reader.next(), (QStringList{QStringLiteral("a"), QStringLiteral("b;c")}));
        QCOMPARE(**reader.next(), (QStringList{QStringLiteral("1,5"), QStringLiteral("2")}));
    }
    void findsTheSeparatorByTheFirstLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<char>("separator");
        QTest::newRow("nothing") << QByteArray() << ',';
        QTest::newRow("one column") << QByteArray("name\na;b;c\n") << ',';
        QTest::newRow("commas") << QByteArray("name,phone;x,agents\n") << ',';
        QTest::newRow("semicolons") << QByteArray("\r\nname;\"a,b,c,d\";agents\r\na,b,c,d\r\n") << ';';
        QTest::newRow("tabs") << QByteArray("name\tphone") << '\t';
        QTest::newRow("CR") << QByteArray("name;phone\ra,b,c;1\r") << ';';
        QTest::newRow("said") << QByteArray("sep=|\r\nname|phone\r\n") << '|';
    }
    void findsTheSeparatorByTheFirstLine()
    {
        QFETCH(QByteArray, csv);
        QFETCH(char, separator);
        QCOMPARE(CsvReader::separatorOf(csv), separator);
    }
    void givesNothingMoreAfterAFailure()
    {
        QBuffer buffer;
        buffer.setData("a\"\nb\n");
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer);
        QCOMPARE(reader.next().error().kind, FailureKind::Malformed);
        QCOMPARE(reader.next().error().kind, FailureKind::Malformed);
    }
    void saysThatADeviceCantBeRead()
    {
        FailingDevice device("a\nb\n", 0);
        CsvReader reader(device);
        const Result<std::optional<QStringList>> row = reader.next();
        QCOMPARE(row.error().kind, FailureKind::Unreachable);
        QVERIFY(row.error().message.contains(QStringLiteral("the disk is gone")));
    }
};

QTEST_GUILESS_MAIN(tst_CsvReader)
#include "tst_CsvReader.moc"
