// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/TokenSignature.h"

#include "crypto/Mac.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Two vectors are the very text of a valid one and only say that they are padded; two are called valid although their
/// text is not what was signed, for readers who skip characters that base64 does not have.
bool contradictsTheSpecification(int vector)
{
    return vector == 367 || vector == 370 || vector == 372 || vector == 373;
}

QByteArray signedAs(const QByteArray &header, const QByteArray &payload, const QByteArray &key)
{
    const QByteArray text = header.toBase64(base64Url) + '.' + payload.toBase64(base64Url);
    return text + '.' + hmacSha256(key, text).toBase64(base64Url);
}

} // namespace

class tst_TokenSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePublishedVectors_data();
    void agreesWithThePublishedVectors();
    void readsWhatItSigned();
    void refusesARightlySignedTokenOfAnotherForm_data();
    void refusesARightlySignedTokenOfAnotherForm();
    void refusesATokenThatIsTooLong();
};

void tst_TokenSignature::agreesWithThePublishedVectors_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("valid");
    QFile file(QStringLiteral(HOLDFAST_VECTORS "/json_web_signature_test.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int count = 0;
    const QJsonArray groups =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("testGroups")).toArray();
    for (const QJsonValue &group : groups) {
        const QJsonValue key = group[QLatin1String("private")];
        if (key[QLatin1String("kty")].toString() != QLatin1String("oct"))
            continue;
        const QByteArray secret = QByteArray::fromBase64(key[QLatin1String("k")].toString().toLatin1(), base64Url);
        const QJsonArray tests = group[QLatin1String("tests")].toArray();
        for (const QJsonValue &test : tests) {
            const int id = test[QLatin1String("tcId")].toInt();
            if (contradictsTheSpecification(id))
                continue;
            const QJsonValue jws = test[QLatin1String("jws")];
            const QByteArray token =
                jws.isString() ? jws.toString().toUtf8() : QJsonDocument(jws.toObject()).toJson(QJsonDocument::Compact);
            QTest::addRow("%d %s", id, qPrintable(test[QLatin1String("comment")].toString()))
                << token << secret << (test[QLatin1String("result")].toString() == QLatin1String("valid"));
            ++count;
        }
    }
    QCOMPARE(count, 36);
}

void tst_TokenSignature::agreesWithThePublishedVectors()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, key);
    QFETCH(bool, valid);
    QCOMPARE(verifyToken(token, key).has_value(), valid);
}

void tst_TokenSignature::readsWhatItSigned()
{
    const QJsonObject header{{QLatin1String("alg"), QLatin1String("HS256")},
                             {QLatin1String("kid"), QLatin1String("a")}};
    const QByteArray token = signToken(header, "the payload", "the key");
    const auto back = verifyToken(token, "the key");
    QVERIFY(back);
    QCOMPARE(back->header, header);
    QCOMPARE(back->payload, QByteArray("the payload"));
    QVERIFY(!verifyToken(token, "another key"));
}

void tst_TokenSignature::refusesARightlySignedTokenOfAnotherForm_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("alg none") << QByteArray(R"({"alg":"none"})");
    QTest::newRow("alg None") << QByteArray(R"({"alg":"nOnE"})");
    QTest::newRow("alg lower case") << QByteArray(R"({"alg":"hs256"})");
    QTest::newRow("alg HS512") << QByteArray(R"({"alg":"HS512"})");
    QTest::newRow("alg RS256") << QByteArray(R"({"alg":"RS256"})");
    QTest::newRow("alg is a list") << QByteArray(R"({"alg":["HS256"]})");
    QTest::newRow("no alg") << QByteArray(R"({"typ":"JWT"})");
    QTest::newRow("crit") << QByteArray(R"({"alg":"HS256","crit":["exp"]})");
    QTest::newRow("crit that is empty") << QByteArray(R"({"alg":"HS256","crit":[]})");
    QTest::newRow("a list") << QByteArray(R"(["HS256"])");
    QTest::newRow("no JSON") << QByteArray("HS256");
    QTest::newRow("nothing") << QByteArray();
}

void tst_TokenSignature::refusesARightlySignedTokenOfAnotherForm()
{
    QFETCH(QByteArray, header);
    QVERIFY(!verifyToken(signedAs(header, "{}", "key"), "key"));
    QVERIFY(verifyToken(signedAs(R"({"alg":"HS256"})", "{}", "key"), "key"));
}

void tst_TokenSignature::refusesATokenThatIsTooLong()
{
    const QByteArray header(R"({"alg":"HS256"})");
    const QByteArray almost = signedAs(header, QByteArray(2990, 'x'), "key");
    QVERIFY(almost.size() <= maxTokenBytes);
    QVERIFY(verifyToken(almost, "key"));
    const QByteArray tooLong = signedAs(header, QByteArray(3050, 'x'), "key");
    QVERIFY(tooLong.size() > maxTokenBytes);
    QVERIFY(!verifyToken(tooLong, "key"));
}

QTEST_APPLESS_MAIN(tst_TokenSignature)
#include "tst_TokenSignature.moc"
