// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ByteRange.h"

#include <QTest>

using namespace Holdfast::Http;

class tst_ByteRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRanges_data();
    void readsRanges();
    void comparesIfRangeStrongly_data();
    void comparesIfRangeStrongly();
};

void tst_ByteRange::readsRanges_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *field, qint64 size, const char *expected) {
        QTest::addRow("%s of %lld", field, static_cast<long long>(size))
            << QByteArray(field) << size << QString::fromLatin1(expected);
    };
    row("bytes=0-99", 1000, "0-99");
    row("bytes=0-0", 1000, "0-0");
    row("bytes=999-", 1000, "999-999");
    row("bytes=5-2000", 1000, "5-999");
    row("bytes=-1", 1000, "999-999");
    row("bytes=-2000", 1000, "0-999");
    row(" Bytes= 0-1 ", 1000, "0-1");
    row("bytes=007-09", 1000, "7-9");
    row("bytes=0-99999999999999999999999", 1000, "0-999");
    row("bytes=-99999999999999999999999", 1000, "0-999");
    row("bytes=1000-", 1000, "416");
    row("bytes=1000-1001", 1000, "416");
    row("bytes=99999999999999999999999-", 1000, "416");
    row("bytes=-0", 1000, "416");
    row("bytes=0-", 0, "416");
    row("bytes=-5", 0, "416");
    row("", 1000, "whole");
    row("bytes", 1000, "whole");
    row("bytes=", 1000, "whole");
    row("bytes=-", 1000, "whole");
    row("bytes=5", 1000, "whole");
    row("bytes=5-4", 1000, "whole");
    row("bytes=0-1,5-6", 1000, "whole");
    row("bytes=a-b", 1000, "whole");
    row("bytes=0x1-2", 1000, "whole");
    row("bytes=+1-2", 1000, "whole");
    row("bytes=--1", 1000, "whole");
    row("bytes=1-2-3", 1000, "whole");
    row("bytes 0-1", 1000, "whole");
    row("items=0-1", 1000, "whole");
}

void tst_ByteRange::readsRanges()
{
    QFETCH(const QByteArray, field);
    QFETCH(const qint64, size);
    QFETCH(const QString, expected);
    const auto found = parseRange(field, size);
    if (const auto *range = std::get_if<ByteRange>(&found)) {
        QCOMPARE(QStringLiteral("%1-%2").arg(range->first).arg(range->last), expected);
        QCOMPARE(range->length(), range->last - range->first + 1);
    } else {
        QCOMPARE(std::holds_alternative<BeyondEnd>(found) ? QStringLiteral("416") : QStringLiteral("whole"), expected);
    }
}

void tst_ByteRange::comparesIfRangeStrongly_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<bool>("holds");
    QTest::newRow("absent") << QByteArray() << QByteArray("\"a\"") << true;
    QTest::newRow("same") << QByteArray(" \"a\"") << QByteArray("\"a\"") << true;
    QTest::newRow("other") << QByteArray("\"b\"") << QByteArray("\"a\"") << false;
    QTest::newRow("weak") << QByteArray("W/\"a\"") << QByteArray("\"a\"") << false;
    QTest::newRow("both weak") << QByteArray("W/\"a\"") << QByteArray("W/\"a\"") << false;
    QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 05:00:00 GMT") << QByteArray("\"a\"") << false;
}

void tst_ByteRange::comparesIfRangeStrongly()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, etag);
    QTEST(ifRangeHolds(field, etag), "holds");
}

QTEST_APPLESS_MAIN(tst_ByteRange)
#include "tst_ByteRange.moc"
