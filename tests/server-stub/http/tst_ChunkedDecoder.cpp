// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ChunkedDecoder.h"

#include <QTest>

using namespace Holdfast::Http;

namespace {

/// The body, then a word for how it ended, then what was left over.
QByteArray decoded(const QList<QByteArray> &pieces)
{
    ChunkedDecoder decoder;
    QByteArray body;
    QByteArray left;
    QByteArray end("|open|");
    for (const QByteArray &piece : pieces) {
        QByteArrayView input = piece;
        while (end == "|open|") {
            const auto outcome = decoder.decode(input);
            if (outcome == ChunkedDecoder::Outcome::NeedsMore)
                break;
            if (outcome == ChunkedDecoder::Outcome::Data)
                body.append(decoder.data().data(), decoder.data().size());
            else
                end = outcome == ChunkedDecoder::Outcome::Complete ? "|whole|" : "|malformed|";
        }
        left.append(input.data(), input.size());
    }
    return body + end + (end == "|whole|" ? left : QByteArray());
}

} // namespace

class tst_ChunkedDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesTheSameHoweverItIsCut();
    void refusesWhatIsMalformed_data();
    void refusesWhatIsMalformed();
    void boundsExtensionsAndTrailers();
};

void tst_ChunkedDecoder::decodesTheSameHoweverItIsCut()
{
    const QByteArray coded("5;x=\"a;b\"\r\nhello\r\n00A \r\n\r\n0\r\n\r\nabc\r\n0\r\nA: b\r\nC: d\r\n\r\nnext");
    const QByteArray whole("hello\r\n0\r\n\r\nabc|whole|next");
    for (qsizetype i = 0; i <= coded.size(); ++i) {
        for (qsizetype j = i; j <= coded.size(); ++j)
            QCOMPARE(decoded({coded.first(i), coded.sliced(i, j - i), coded.sliced(j)}), whole);
    }
    for (qsizetype length = 0; length < coded.size() - 4; ++length)
        QVERIFY(decoded({coded.first(length)}).endsWith("|open|"));
}

void tst_ChunkedDecoder::refusesWhatIsMalformed_data()
{
    QTest::addColumn<QByteArray>("coded");
    for (const char *coded : {"\r\n", ";x\r\n", "g\r\n", "-1\r\n", "+1\r\n", " 1\r\n", "0x1\r\n", "1\n", "1\rx",
                              "1\r\nab", "1\r\na\n", "1\r\na\rx", "1;\x01\r\n", "0\r\n\n", "0\r\nA: b\n",
                              "0\r\nA: b\r\rx", "1000000000000000\r\n", "ffffffffffffffff\r\n"})
        QTest::newRow(coded) << QByteArray(coded);
}

void tst_ChunkedDecoder::refusesWhatIsMalformed()
{
    QFETCH(const QByteArray, coded);
    QVERIFY2(decoded({coded}).endsWith("|malformed|"), decoded({coded}).constData());
}

void tst_ChunkedDecoder::boundsExtensionsAndTrailers()
{
    QVERIFY(decoded({"1;" + QByteArray(5000, 'x')}).endsWith("|malformed|"));
    QVERIFY(decoded({"0\r\n" + QByteArray("A: b\r\n").repeated(5000)}).endsWith("|malformed|"));
    const QByteArray manyChunks = QByteArray("1;" + QByteArray(1000, 'x') + "\r\na\r\n").repeated(20);
    QCOMPARE(decoded({manyChunks + "0\r\n\r\n"}), QByteArray(20, 'a') + "|whole|");
}

QTEST_APPLESS_MAIN(tst_ChunkedDecoder)
#include "tst_ChunkedDecoder.moc"
