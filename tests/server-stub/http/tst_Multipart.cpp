// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Multipart.h"

#include <QTest>

using namespace Holdfast::Http;

namespace {

const QByteArray boundary("b0undary");

/// What came of a body, with each part on a line of its own.
struct Reading
{
    QString events;
    std::optional<QString> failure;
    bool complete = false;
    friend bool operator==(const Reading &, const Reading &) = default;
};

Multipart reader(Reading &reading)
{
    return Multipart(boundary, {.partBegins =
                                    [&reading](const Multipart::PartHead &head) {
                                        reading.events += head.name + u'|' +
                                                          head.fileName.value_or(QStringLiteral("-")) + u'|' +
                                                          QString::fromLatin1(head.contentType) + u'=';
                                        return std::nullopt;
                                    },
                                .partData =
                                    [&reading](QByteArrayView data) {
                                        reading.events += QString::fromLatin1(data);
                                        return std::nullopt;
                                    },
                                .partEnds =
                                    [&reading] {
                                        reading.events += QStringLiteral(".\n");
                                        return std::nullopt;
                                    }});
}

Reading readPieces(const QList<QByteArray> &pieces)
{
    Reading reading;
    Multipart multipart = reader(reading);
    for (const QByteArray &piece : pieces)
        reading.failure = multipart.take(piece);
    reading.complete = multipart.complete();
    return reading;
}

QByteArray part(const QByteArray &disposition, const QByteArray &data)
{
    return "--b0undary\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + data + "\r\n";
}

const QByteArray ending("--b0undary--\r\n");

} // namespace

class tst_Multipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsParts();
    void readsTheSameHoweverTheBodyIsCut();
    void holdsNoMoreThanAPiece();
    void takesFalseBoundariesForData_data();
    void takesFalseBoundariesForData();
    void decodesNames_data();
    void decodesNames();
    void refusesMalformedForms_data();
    void refusesMalformedForms();
    void isNotCompleteWithoutItsEnd();
    void stopsWhenAnEventSaysSo();
    void findsTheBoundary_data();
    void findsTheBoundary();
};

void tst_Multipart::readsParts()
{
    const Reading reading =
        readPieces({"before\r\n" + part("name=\"leadId\"", "12") + part("name=empty", "") +
                    "--b0undary \t\r\nContent-Type: audio/mpeg\r\nContent-Disposition: form-data; name=\"file\"; "
                    "filename=\"call.mp3\"\r\n\r\nbytes\r\n" +
                    ending + "after"});
    QCOMPARE(reading.failure, std::nullopt);
    QVERIFY(reading.complete);
    QCOMPARE(reading.events, QStringLiteral("leadId|-|=12.\nempty|-|=.\nfile|call.mp3|audio/mpeg=bytes.\n"));
}

void tst_Multipart::readsTheSameHoweverTheBodyIsCut()
{
    const QByteArray body = "\r\n" + part("name=a", "1\r\n--b0undar\r\n-\r\n\r\r\n--b0undaryX") +
                            part("name=b; filename=\"\"", "\r\n\r") + ending + "\r\n--b0undary\r\n";
    const Reading whole = readPieces({body});
    QCOMPARE(whole.failure, std::nullopt);
    QVERIFY(whole.complete);
    QCOMPARE(whole.events, QStringLiteral("a|-|=1\r\n--b0undar\r\n-\r\n\r\r\n--b0undaryX.\nb||=\r\n\r.\n"));
    for (qsizetype i = 0; i <= body.size(); ++i) {
        for (qsizetype j = i; j <= body.size(); ++j)
            QCOMPARE(readPieces({body.first(i), body.sliced(i, j - i), body.sliced(j)}), whole);
    }
    QList<QByteArray> bytes;
    for (const char byte : body)
        bytes.append(QByteArray(1, byte));
    QCOMPARE(readPieces(bytes), whole);
}

void tst_Multipart::holdsNoMoreThanAPiece()
{
    qsizetype largest = 0;
    qint64 total = 0;
    Multipart multipart(boundary, {.partBegins = [](const Multipart::PartHead &) { return std::nullopt; },
                                   .partData =
                                       [&](QByteArrayView data) {
                                           largest = std::max(largest, data.size());
                                           total += data.size();
                                           return std::nullopt;
                                       },
                                   .partEnds = [] { return std::nullopt; }});
    QCOMPARE(multipart.take(part("name=file", "").chopped(2)), std::nullopt);
    const QByteArray megabyte(1'000'000, '\r');
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(multipart.take(megabyte), std::nullopt);
        QVERIFY(total > (i + 1) * megabyte.size() - 100); // all but what may begin a delimiter was handed on
    }
    QVERIFY(largest <= 65 * 1024);
}

void tst_Multipart::takesFalseBoundariesForData_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("longer word") << QByteArray("\r\n--b0undary0");
    QTest::newRow("one dash") << QByteArray("\r\n--b0undary-x");
    QTest::newRow("padding and a word") << QByteArray("\r\n--b0undary \t x");
    QTest::newRow("bare return") << QByteArray("\r\n--b0undary\rx");
    QTest::newRow("return before the true one") << QByteArray("\r\n--b0undary\r");
    QTest::newRow("much padding") << "\r\n--b0undary" + QByteArray(100, ' ');
    QTest::newRow("without return") << QByteArray("\n--b0undary\r\n");
    QTest::newRow("no line start") << QByteArray("x--b0undary--");
}

void tst_Multipart::takesFalseBoundariesForData()
{
    QFETCH(const QByteArray, data);
    const Reading reading = readPieces({part("name=a", data) + ending});
    QCOMPARE(reading.failure, std::nullopt);
    QVERIFY(reading.complete);
    QCOMPARE(reading.events, QStringLiteral("a|-|=") + QString::fromLatin1(data) + QStringLiteral(".\n"));
}

void tst_Multipart::decodesNames_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("fileName");
    QTest::newRow("plain") << QByteArray("filename=call.mp3") << QStringLiteral("call.mp3");
    QTest::newRow("quoted") << QByteArray("filename=\"a b;c=d.mp3\"") << QStringLiteral("a b;c=d.mp3");
    QTest::newRow("UTF-8") << QByteArray("filename=\"\xf0\x9f\x8e\xa7.mp3\"")
                           << QString::fromUtf8("\xf0\x9f\x8e\xa7.mp3");
    QTest::newRow("escaped quote") << QByteArray(R"(filename="a\"b\\c.mp3")") << QStringLiteral("a\"b\\c.mp3");
    QTest::newRow("path of an old client")
        << QByteArray(R"(filename="C:\calls\a.mp3")") << QStringLiteral("C:\\calls\\a.mp3");
    QTest::newRow("browser's escapes") << QByteArray("filename=\"a%22%0D%0Ab.mp3\"") << QStringLiteral("a\"\r\nb.mp3");
    QTest::newRow("extended wins") << QByteArray("filename=\"x\"; filename*=UTF-8''na%C3%AFve%20%22.mp3")
                                   << QString::fromUtf8("na\xc3\xafve \".mp3");
    QTest::newRow("extended Latin-1") << QByteArray("filename*=ISO-8859-1'de'%FC.mp3")
                                      << QString::fromUtf8("\xc3\xbc.mp3");
    QTest::newRow("broken extended") << QByteArray("filename=\"x\"; filename*=UTF-8''%zz") << QStringLiteral("x");
    QTest::newRow("path upwards, as it came") << QByteArray("filename=\"../../x\"") << QStringLiteral("../../x");
}

void tst_Multipart::decodesNames()
{
    QFETCH(const QByteArray, disposition);
    QFETCH(const QString, fileName);
    const Reading reading = readPieces({part("name=f; " + disposition, "") + ending});
    QCOMPARE(reading.failure, std::nullopt);
    QCOMPARE(reading.events, QStringLiteral("f|") + fileName + QStringLiteral("|=.\n"));
}

void tst_Multipart::refusesMalformedForms_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray open("--b0undary\r\n");
    QTest::newRow("no head") << open + "\r\ndata\r\n" + ending;
    QTest::newRow("no disposition") << open + "Content-Type: a/b\r\n\r\n" + ending;
    QTest::newRow("two dispositions")
        << open +
               "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; "
               "name=b\r\n\r\n" +
               ending;
    QTest::newRow("other disposition") << open + "Content-Disposition: attachment; name=a\r\n\r\n" + ending;
    QTest::newRow("no name") << part("filename=a", "") + ending;
    QTest::newRow("two names") << part("name=a; name=b", "") + ending;
    QTest::newRow("open quote") << part("name=\"a", "") + ending;
    QTest::newRow("name not UTF-8") << part("name=\"\xff\"", "") + ending;
    QTest::newRow("file name not UTF-8") << part("name=a; filename=\"\xff\"", "") + ending;
    QTest::newRow("NUL in the head") << part("name=\"a" + QByteArray(1, '\0') + "\"", "") + ending;
    QTest::newRow("folded head") << open + "Content-Disposition: form-data;\r\n name=a\r\n\r\n" + ending;
    QTest::newRow("base64")
        << open + "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n" + ending;
    QTest::newRow("endless head") << open + "X: " + QByteArray(20'000, 'x');
    QTest::newRow("large head") << open + "X: " + QByteArray(20'000, 'x') + "\r\n\r\n";
    QTest::newRow("many parts") << part("name=a", "").repeated(65) + ending;
}

void tst_Multipart::refusesMalformedForms()
{
    QFETCH(const QByteArray, body);
    Reading reading = readPieces({body});
    QVERIFY(reading.failure);
    QVERIFY2(reading.failure->startsWith(QStringLiteral("The form is malformed: ")), qPrintable(*reading.failure));
    QVERIFY(!reading.complete);
}

void tst_Multipart::isNotCompleteWithoutItsEnd()
{
    const QByteArray body = part("name=a", "data") + ending.chopped(2);
    QVERIFY(readPieces({body}).complete);
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY(!readPieces({body.first(length)}).complete);
}

void tst_Multipart::stopsWhenAnEventSaysSo()
{
    int calls = 0;
    Multipart multipart(boundary, {.partBegins = [](const Multipart::PartHead &) { return std::nullopt; },
                                   .partData =
                                       [&calls](QByteArrayView) {
                                           ++calls;
                                           return std::optional(QStringLiteral("enough"));
                                       },
                                   .partEnds = [] { return std::nullopt; }});
    QCOMPARE(multipart.take(part("name=a", "data") + ending), QStringLiteral("enough"));
    QCOMPARE(multipart.take(part("name=b", "data") + ending), QStringLiteral("enough"));
    QCOMPARE(calls, 1);
    QVERIFY(!multipart.complete());
}

void tst_Multipart::findsTheBoundary_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("token") << QByteArray("multipart/form-data; boundary=abc") << QByteArray("abc");
    QTest::newRow("quoted") << QByteArray("Multipart/Form-Data;charset=x; BOUNDARY=\"a b:c\"") << QByteArray("a b:c");
    QTest::newRow("70") << "multipart/form-data; boundary=" + QByteArray(70, 'a') << QByteArray(70, 'a');
    QTest::newRow("71") << "multipart/form-data; boundary=" + QByteArray(71, 'a') << QByteArray();
    QTest::newRow("none") << QByteArray("multipart/form-data") << QByteArray();
    QTest::newRow("empty") << QByteArray("multipart/form-data; boundary=\"\"") << QByteArray();
    QTest::newRow("two") << QByteArray("multipart/form-data; boundary=a; boundary=b") << QByteArray();
    QTest::newRow("blank at the end") << QByteArray("multipart/form-data; boundary=\"a \"") << QByteArray();
    QTest::newRow("line end") << QByteArray("multipart/form-data; boundary=\"a\r\n\"") << QByteArray();
    QTest::newRow("other type") << QByteArray("multipart/mixed; boundary=a") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void tst_Multipart::findsTheBoundary()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, found);
    QCOMPARE(Multipart::boundary(field).value_or(QByteArray()), found);
}

QTEST_APPLESS_MAIN(tst_Multipart)
#include "tst_Multipart.moc"
