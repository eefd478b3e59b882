// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ChunkCipher.h"

#include "TestVectors.h"
#include "crypto/SealedLayout.h"

using namespace Holdfast;
using Direction = ChunkCipher::Direction;

class tst_ChunkCipher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The AES-GCM vectors that a chunk can be: 256-bit keys, 96-bit nonces, no associated data.
    void agreesWithTheVectors_data()
    {
        std::vector<QJsonObject> usable;
        for (const QJsonObject &vector : testVectors(QStringLiteral("aes_gcm_test.json")))
            if (vector[QLatin1String("keySize")] == 256 && vector[QLatin1String("ivSize")] == 96 &&
                vector[QLatin1String("aad")].toString().isEmpty())
                usable.push_back(vector);
        addVectorRows(usable);
    }
    void agreesWithTheVectors()
    {
        QFETCH(QJsonObject, vector);
        const SecretKey key = SecretKey::fromBytes(hexField(vector, "key")).value();
        const QByteArray nonce = hexField(vector, "iv");
        const QByteArray plain = hexField(vector, "msg");
        const QByteArray expected = hexField(vector, "ct") + hexField(vector, "tag");

        QByteArray sealed(plain.size() + SealedLayout::tagSize, '\0');
        QVERIFY(ChunkCipher(key, nonce, Direction::Seal).seal(0, plain, sealed.data()));
        QCOMPARE(sealed == expected, isValid(vector));

        QByteArray opened(plain.size(), 'x');
        QCOMPARE(ChunkCipher(key, nonce, Direction::Open).open(0, expected, opened.data()), isValid(vector));
        QCOMPARE(opened, isValid(vector) ? plain : QByteArray(plain.size(), '\0'));
    }
    void numbersChunksToTheEndOfTheFormatAndNoFurther()
    {
        const SecretKey key = SecretKey::random();
        const QByteArray nonce(12, '\x5a');
        ChunkCipher seal(key, nonce, Direction::Seal);
        ChunkCipher open(key, nonce, Direction::Open);
        QByteArray sealed(3 + SealedLayout::tagSize, '\0');
        QByteArray opened(3, '\0');
        for (const qint64 chunk : {qint64{0}, qint64{255}, qint64{256}, SealedLayout::chunkLimit - 1}) {
            QVERIFY(seal.seal(chunk, "abc", sealed.data()));
            QVERIFY(open.open(chunk, sealed, opened.data()));
            QCOMPARE(opened, "abc");
            QVERIFY(!open.open(chunk + (chunk == 0 ? 1 : -1), sealed, opened.data()));
            QCOMPARE(opened, QByteArray(3, '\0'));
        }
        QVERIFY(!seal.seal(SealedLayout::chunkLimit, "abc", sealed.data()));
        QVERIFY(!open.open(SealedLayout::chunkLimit, sealed, opened.data()));
        QVERIFY(!open.open(-1, sealed, opened.data()));
    }
};

QTEST_APPLESS_MAIN(tst_ChunkCipher)
#include "tst_ChunkCipher.moc"
