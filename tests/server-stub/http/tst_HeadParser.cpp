// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/HeadParser.h"

#include <QTest>

using namespace Holdfast::Http;

namespace {

HeadParser::Head headOf(const QByteArray &bytes)
{
    HeadParser parser(Limits{});
    auto outcome = parser.parse(bytes);
    const auto *head = std::get_if<HeadParser::Head>(&outcome);
    return head ? *head : HeadParser::Head{.request = {}, .size = -1};
}

} // namespace

class tst_HeadParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAHead();
    void readsTheSameHoweverItIsCut();
    void takesTargetsApart_data();
    void takesTargetsApart();
    void readsOverEmptyLinesBefore();
    void saysWhenItHasBegun();
    void refusesAsEarlyAsItCan();
};

void tst_HeadParser::readsAHead()
{
    const HeadParser::Head head =
        headOf("POST /a?b=c HTTP/1.1\r\nHost: h\r\nContent-Length: 00012\r\nX:  two words\t\r\n"
               "Expect: 100-Continue\r\n\r\nbody");
    QCOMPARE(head.request.method, "POST");
    QCOMPARE(head.request.segments, QStringList{QStringLiteral("a")});
    QCOMPARE(head.request.queryValue(u"b"), QStringLiteral("c"));
    QCOMPARE(head.request.queryValue(u"c"), std::nullopt);
    QCOMPARE(head.request.contentLength, 12);
    QVERIFY(head.request.hasBody);
    QVERIFY(head.expectsContinue);
    QVERIFY(head.keepAlive);
    QVERIFY(!head.chunked);
    QCOMPARE(head.request.headers.value("x"), "two words");
}

void tst_HeadParser::readsTheSameHoweverItIsCut()
{
    const QByteArray bytes("GET /a HTTP/1.1\r\nHost: h\r\nX: y\r\n\r\nGET /next");
    const qsizetype size = bytes.indexOf("GET /next");
    HeadParser parser(Limits{});
    for (qsizetype length = 0; length < size; ++length)
        QVERIFY(std::holds_alternative<HeadParser::NeedsMore>(parser.parse(bytes.first(length))));
    const auto outcome = parser.parse(bytes);
    QVERIFY(std::holds_alternative<HeadParser::Head>(outcome));
    QCOMPARE(std::get<HeadParser::Head>(outcome).size, size);
}

void tst_HeadParser::takesTargetsApart_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("segments");
    QTest::addColumn<QString>("query");
    const auto row = [](const char *target, const QString &segments, const QString &query) {
        QTest::newRow(target) << QByteArray(target) << segments.split(u'|') << query;
    };
    row("/", QString(), QString());
    row("/a/b/", QStringLiteral("a|b|"), QString());
    row("/a%20b/%C3%BC+", QString::fromUtf8("a b|\xc3\xbc+"), QString());
    row("/a?x=1&y=a+b%26&x=%C3%BC&&z", QStringLiteral("a"), QString::fromUtf8("x=1;y=a b&;x=\xc3\xbc;z=;"));
    row("/a?x=/../%2F?", QStringLiteral("a"), QStringLiteral("x=/..//?;"));
    row("http://host:80/a?b", QStringLiteral("a"), QStringLiteral("b=;"));
    row("HTTPS://host", QString(), QString());
    row("/...", QStringLiteral("..."), QString());
}

void tst_HeadParser::takesTargetsApart()
{
    QFETCH(const QByteArray, target);
    const HeadParser::Head head = headOf("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
    QString query;
    for (const auto &[name, value] : head.request.query)
        query += name + u'=' + value + u';';
    QTEST(head.request.segments, "segments");
    QTEST(query, "query");
}

void tst_HeadParser::readsOverEmptyLinesBefore()
{
    const HeadParser::Head head = headOf("\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(head.request.segments, QStringList{QStringLiteral("a")});
    QCOMPARE(head.size, 32);
}

void tst_HeadParser::saysWhenItHasBegun()
{
    HeadParser parser(Limits{});
    parser.parse("\r\n");
    QVERIFY(!parser.hasBegun());
    parser.parse("\r\nG");
    QVERIFY(parser.hasBegun());
}

void tst_HeadParser::refusesAsEarlyAsItCan()
{
    for (const QByteArray &bytes : {QByteArray("\x16"), QByteArray("GET\n"), QByteArray("G\0", 2),
                                    QByteArray("{\"a\":1}"), QByteArray("GET /a HTTP/1.1\r\n ")}) {
        HeadParser parser(Limits{});
        const auto outcome = parser.parse(bytes);
        QVERIFY2(std::holds_alternative<HeadParser::Refusal>(outcome), bytes.constData());
        QCOMPARE(std::get<HeadParser::Refusal>(outcome).status, 400);
    }
}

QTEST_APPLESS_MAIN(tst_HeadParser)
#include "tst_HeadParser.moc"
