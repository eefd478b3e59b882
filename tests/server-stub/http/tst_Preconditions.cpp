// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Preconditions.h"

#include <QTest>

using namespace Holdfast::Http;

namespace {

/// "Name: value" lines.
Headers headersOf(const QByteArray &lines)
{
    Headers headers;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.add(line.first(colon), line.sliced(colon + 1));
    }
    return headers;
}

const QByteArray etag("\"a,b\""); // a comma is allowed in a tag, and no end of it

} // namespace

class tst_Preconditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areEvaluatedInTheirOrder_data();
    void areEvaluatedInTheirOrder();
    void letARangeCountWhereItMay_data();
    void letARangeCountWhereItMay();
};

void tst_Preconditions::areEvaluatedInTheirOrder_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<Precondition>("expected");
    const auto row = [](const char *lines, Precondition expected) {
        QTest::newRow(lines) << QByteArray(lines) << expected;
    };
    row("", Precondition::Holds);

    row("If-Match: \"a,b\"", Precondition::Holds);
    row("if-match: \"x\" ,, \"a,b\"", Precondition::Holds);
    row("If-Match: \"x\"\nIf-Match: \"a,b\"", Precondition::Holds);
    row("If-Match: *", Precondition::Holds);
    row("If-Match: \"x\"", Precondition::Failed);
    row("If-Match: W/\"a,b\"", Precondition::Failed);
    row("If-Match: \"A,B\"", Precondition::Failed);
    row("If-Match:", Precondition::Failed);
    row("If-Match: a,b", Precondition::Failed);
    row("If-Match: \"a,b", Precondition::Failed);
    row("If-Match: \"a,b\" \"x\"", Precondition::Failed);
    row("If-Match: \"a,b\", x", Precondition::Failed);
    row("If-Match: \"a,b\", *", Precondition::Failed);

    row("If-None-Match: \"a,b\"", Precondition::NotModified);
    row("If-None-Match: W/\"a,b\"", Precondition::NotModified);
    row("If-None-Match: \"x\", W/\"y\", \"a,b\"", Precondition::NotModified);
    row("If-None-Match: \"x\"\nIf-None-Match: \"a,b\"", Precondition::NotModified);
    row("If-None-Match: *", Precondition::NotModified);
    row("If-None-Match: \"x\"", Precondition::Holds);
    row("If-None-Match: \"\"", Precondition::Holds);
    row("If-None-Match:", Precondition::Holds);
    row("If-None-Match: w/\"a,b\"", Precondition::Holds);
    row("If-None-Match: \"a,b\"; q=1", Precondition::Holds);
    row("If-None-Match: \"a b\", \"a,b\"", Precondition::Holds);

    row("If-Match: \"x\"\nIf-None-Match: \"a,b\"", Precondition::Failed);
    row("If-None-Match: \"a,b\"\nIf-Match: \"a,b\"", Precondition::NotModified);
    row("If-Match: \"a,b\"\nIf-None-Match: \"x\"", Precondition::Holds);

    row("If-Modified-Since: Sat, 21 Nov 2099 05:00:00 GMT", Precondition::Holds);
    row("If-Unmodified-Since: Sat, 21 Nov 1999 05:00:00 GMT", Precondition::Holds);
}

void tst_Preconditions::areEvaluatedInTheirOrder()
{
    QFETCH(const QByteArray, lines);
    QTEST(preconditionOf(headersOf(lines), etag), "expected");
}

void tst_Preconditions::letARangeCountWhereItMay_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("counts");
    const QByteArray range("Range: bytes=0-1");
    const QByteArray counts("bytes=0-1");
    const QByteArray none;
    QTest::newRow("alone") << QByteArray("GET") << range << counts;
    QTest::newRow("none") << QByteArray("GET") << none << none;
    QTest::newRow("of a HEAD") << QByteArray("HEAD") << range << none;
    QTest::newRow("twice") << QByteArray("GET") << range + "\nRange: bytes=0-1" << none;
    QTest::newRow("of this body") << QByteArray("GET") << range + "\nIf-Range: \"a,b\"" << counts;
    QTest::newRow("of another body") << QByteArray("GET") << range + "\nIf-Range: \"x\"" << none;
    QTest::newRow("of a weak tag") << QByteArray("GET") << range + "\nIf-Range: W/\"a,b\"" << none;
    QTest::newRow("of a date") << QByteArray("GET") << range + "\nIf-Range: Sat, 21 Nov 2026 05:00:00 GMT" << none;
    QTest::newRow("of nothing") << QByteArray("GET") << range + "\nIf-Range:" << none;
    QTest::newRow("of two") << QByteArray("GET") << range + "\nIf-Range: \"a,b\"\nIf-Range: \"a,b\"" << none;
}

void tst_Preconditions::letARangeCountWhereItMay()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, lines);
    QFETCH(const QByteArray, counts);
    Request request;
    request.method = method;
    request.headers = headersOf(lines);
    QCOMPARE(rangeFieldOf(request, etag), counts.isEmpty() ? std::nullopt : std::optional(counts));
}

QTEST_APPLESS_MAIN(tst_Preconditions)
#include "tst_Preconditions.moc"
