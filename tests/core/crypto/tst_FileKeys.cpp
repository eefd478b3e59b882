// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/FileKeys.h"

#include "TestVectors.h"
#include "crypto/ChunkCipher.h"
#include "crypto/SealedLayout.h"

using namespace Holdfast;

namespace {

QByteArray sealAgain(const FileKeys &keys, QByteArrayView salt, QByteArrayView plain)
{
    ChunkCipher cipher(keys.chunkKey, keys.baseNonce, ChunkCipher::Direction::Seal);
    QByteArray sealed = salt.toByteArray() + keys.commitment;
    for (qint64 chunk = 0;; ++chunk) {
        const QByteArrayView piece =
            plain.sliced(chunk * SealedLayout::chunkSize)
                .first(std::min<qsizetype>(SealedLayout::chunkSize, plain.size() - chunk * SealedLayout::chunkSize));
        QByteArray out(piece.size() + SealedLayout::tagSize, '\0');
        if (!cipher.seal(chunk, piece, out.data()))
            return {};
        sealed += out;
        if (piece.size() < SealedLayout::chunkSize)
            return sealed;
    }
}

QByteArray openAll(const FileKeys &keys, QByteArrayView sealed)
{
    ChunkCipher cipher(keys.chunkKey, keys.baseNonce, ChunkCipher::Direction::Open);
    QByteArray plain;
    for (qint64 chunk = 0, at = SealedLayout::headerSize; at < sealed.size(); ++chunk) {
        const qint64 size = std::min<qint64>(SealedLayout::sealedChunkSize, sealed.size() - at);
        QByteArray out(size - SealedLayout::tagSize, '\0');
        if (!cipher.open(chunk, sealed.sliced(at, size), out.data()))
            return {};
        plain += out;
        at += size;
    }
    return plain;
}

} // namespace

class tst_FileKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void derivesAndSealsWhatTheVectorsSay_data()
    {
        std::vector<QJsonObject> valid;
        for (const QJsonObject &vector : testVectors(QStringLiteral("c2sp_chunked_encryption_aes_256_gcm_test.json")))
            if (isValid(vector))
                valid.push_back(vector);
        addVectorRows(valid);
    }
    void derivesAndSealsWhatTheVectorsSay()
    {
        QFETCH(QJsonObject, vector);
        const QByteArray sealed = sealedField(vector);
        const QByteArrayView salt = QByteArrayView(sealed).first(SealedLayout::saltSize);
        const SecretKey key = SecretKey::fromBytes(hexField(vector, "key")).value();
        const FileKeys keys = FileKeys::derive(key, salt, hexField(vector, "ctx"));
        QCOMPARE(keys.chunkKey.bytes().toByteArray(), hexField(vector, "aeadKey"));
        QCOMPARE(keys.baseNonce, hexField(vector, "baseNonce"));
        QCOMPARE(keys.commitment, sealed.mid(SealedLayout::saltSize, SealedLayout::commitmentSize));

        const QByteArray plain = openAll(keys, sealed);
        QCOMPARE(plain.size(), vector[QLatin1String("msgLength")].toInt());
        QCOMPARE(sealAgain(keys, salt, plain), sealed);
    }
};

QTEST_APPLESS_MAIN(tst_FileKeys)
#include "tst_FileKeys.moc"
