// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Mac.h"

#include "TestVectors.h"

using namespace Holdfast;

class tst_Mac : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheVectors_data() { addVectorRows(testVectors(QStringLiteral("hmac_sha256_test.json"))); }
    void agreesWithTheVectors()
    {
        QFETCH(QJsonObject, vector);
        const QByteArray mac = hmacSha256(hexField(vector, "key"), hexField(vector, "msg"))
                                   .first(vector[QLatin1String("tagSize")].toInt() / 8);
        QCOMPARE(equalInConstantTime(mac, hexField(vector, "tag")), isValid(vector));
    }
    void comparesWithoutTrippingOverLengths()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "abcd"));
        QVERIFY(!equalInConstantTime("", "a"));
        QVERIFY(equalInConstantTime("", QByteArrayView()));
    }
};

QTEST_APPLESS_MAIN(tst_Mac)
#include "tst_Mac.moc"
