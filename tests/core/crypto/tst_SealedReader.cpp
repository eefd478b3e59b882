// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedReader.h"

#include "BreakingDevice.h"
#include "SealedBytes.h"
#include "TestVectors.h"
#include "crypto/SealedLayout.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Holdfast;

namespace {

constexpr auto vectorFile = "c2sp_chunked_encryption_aes_256_gcm_test.json";

/// What a reader makes of the sealed bytes: the plain ones, or none where opening or reading fails.
std::optional<QByteArray> opened(const QByteArray &sealed, const SecretKey &key, QByteArrayView context)
{
    const auto reader = SealedReader::open(readable(sealed), key, context);
    if (!reader)
        return std::nullopt;
    QByteArray plain((*reader)->size(), '\0');
    if ((*reader)->read(plain.data(), plain.size()) != plain.size())
        return std::nullopt;
    return plain;
}

QByteArray flipped(QByteArray bytes, qint64 at)
{
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    return bytes;
}

} // namespace

class tst_SealedReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheVectors_data() { addVectorRows(testVectors(QString::fromLatin1(vectorFile))); }
    void agreesWithTheVectors()
    {
        QFETCH(QJsonObject, vector);
        const Result<SecretKey> key = SecretKey::fromBytes(hexField(vector, "key"));
        QCOMPARE(!key, hasFlag(vector, "InvalidKeySize"));
        if (!key)
            return;
        const std::optional<QByteArray> plain = opened(sealedField(vector), *key, hexField(vector, "ctx"));
        QCOMPARE(plain.has_value(), isValid(vector));
        if (plain) {
            QCOMPARE(plain->size(), vector[QLatin1String("msgLength")].toInt());
            QCOMPARE(QCryptographicHash::hash(*plain, QCryptographicHash::Sha512), hexField(vector, "msgSha512"));
        }
    }
    void refusesAtOnceWhatTheHeaderOrTheEndTells_data() { agreesWithTheVectors_data(); }
    void refusesAtOnceWhatTheHeaderOrTheEndTells()
    {
        QFETCH(QJsonObject, vector);
        const Result<SecretKey> key = SecretKey::fromBytes(hexField(vector, "key"));
        if (!key)
            return;
        const auto reader = SealedReader::open(readable(sealedField(vector)), *key, hexField(vector, "ctx"));
        QCOMPARE(reader.has_value(), isValid(vector) || hasFlag(vector, "ValidFinalChunk"));
        if (!reader)
            QCOMPARE(reader.error().kind, FailureKind::Corrupt);
    }
    void givesThePlainBytesWhereverItIsRead_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {0, 1, 16'383, 16'384, 16'385, 32'767, 32'768, 32'769, 600'000})
            QTest::addRow("%lld", size) << size;
    }
    void givesThePlainBytesWhereverItIsRead()
    {
        QFETCH(qint64, size);
        const QByteArray plain = distinctBytes(size);
        const auto reader = SealedReader::open(readable(sealedBytes(plain, m_key, "c")), m_key, "c").value();
        QCOMPARE(reader->size(), size);
        QCOMPARE(reader->readAll(), plain);
        QVERIFY(reader->atEnd());
        QRandomGenerator random(4711);
        for (int i = 0; i < 400; ++i) {
            const qint64 at = random.bounded(size + 1);
            const qint64 count = random.bounded(i % 2 == 0 ? 200LL : size + 100);
            QVERIFY(reader->seek(at));
            if (i % 5 == 0)
                QCOMPARE(reader->peek(count), plain.mid(at, count));
            QCOMPARE(reader->read(count), plain.mid(at, count));
            QCOMPARE(reader->pos(), std::min(at + count, size));
            QCOMPARE(reader->read(100), plain.mid(at + count, 100));
        }
        QVERIFY(!reader->corrupt());
    }
    void noticesWhereverItIsCutOff()
    {
        const QByteArray sealed = sealedBytes(distinctBytes(33'000), m_key, "c");
        for (qint64 size = 0; size < sealed.size(); size += size < 100 || size > sealed.size() - 300 ? 1 : 61)
            QVERIFY(!SealedReader::open(readable(sealed.first(size)), m_key, "c"));
        for (const qint64 size : {SealedLayout::headerSize, SealedLayout::headerSize + SealedLayout::sealedChunkSize,
                                  SealedLayout::headerSize + 2 * SealedLayout::sealedChunkSize})
            QVERIFY(!SealedReader::open(readable(sealed.first(size)), m_key, "c"));
    }
    void noticesWhatWasAdded()
    {
        const QByteArray sealed = sealedBytes(distinctBytes(20'000), m_key, "c");
        for (const qint64 size : {1, 15, 16, 17, 16'400})
            QVERIFY(!SealedReader::open(readable(sealed + QByteArray(size, 'x')), m_key, "c"));
    }
    void noticesAFlippedBitAnywhere()
    {
        const QByteArray plain = distinctBytes(33'000);
        const QByteArray sealed = sealedBytes(plain, m_key, "c");
        QCOMPARE(opened(sealed, m_key, "c").value(), plain);
        for (qint64 at = 0; at < sealed.size(); at += at < SealedLayout::headerSize + 32 ? 1 : 401)
            QVERIFY(!opened(flipped(sealed, at), m_key, "c"));
        for (const qint64 chunk : {1, 2, 3})
            for (qint64 back = 1; back <= SealedLayout::tagSize; ++back) {
                const qint64 end =
                    std::min<qint64>(SealedLayout::headerSize + chunk * SealedLayout::sealedChunkSize, sealed.size());
                QVERIFY(!opened(flipped(sealed, end - back), m_key, "c"));
            }
    }
    void noticesSwappedChunks()
    {
        const QByteArray sealed = sealedBytes(distinctBytes(50'000), m_key, "c");
        const QByteArray header = sealed.first(SealedLayout::headerSize);
        const QByteArray first = sealed.mid(SealedLayout::headerSize, SealedLayout::sealedChunkSize);
        const QByteArray second =
            sealed.mid(SealedLayout::headerSize + SealedLayout::sealedChunkSize, SealedLayout::sealedChunkSize);
        const QByteArray rest = sealed.mid(SealedLayout::headerSize + 2 * SealedLayout::sealedChunkSize);
        QVERIFY(opened(header + first + second + rest, m_key, "c"));
        QVERIFY(!opened(header + second + first + rest, m_key, "c"));
        QVERIFY(!opened(header + first + first + rest, m_key, "c"));
    }
    void refusesAnotherKeyOrContext()
    {
        const QByteArray sealed = sealedBytes("words", m_key, "7");
        QCOMPARE(SealedReader::open(readable(sealed), SecretKey::random(), "7").error().kind, FailureKind::Corrupt);
        QCOMPARE(SealedReader::open(readable(sealed), m_key, "8").error().kind, FailureKind::Corrupt);
        QCOMPARE(SealedReader::open(readable(sealed), m_key, "").error().kind, FailureKind::Corrupt);
    }
    void givesTheSoundPartsOfADamagedFileAndNothingOfTheRest()
    {
        const QByteArray plain = distinctBytes(50'000);
        const QByteArray damaged = flipped(sealedBytes(plain, m_key, "c"), SealedLayout::headerSize + 20'000);
        const auto reader = SealedReader::open(readable(damaged), m_key, "c").value();
        QCOMPARE(reader->read(16'384), plain.first(16'384));
        QByteArray piece(10, 'x');
        QCOMPARE(reader->read(piece.data(), 10), -1);
        QVERIFY(reader->corrupt());
        QVERIFY(!reader->errorString().isEmpty());
        QCOMPARE(reader->pos(), 16'384);
        QVERIFY(reader->seek(32'768));
        QCOMPARE(reader->read(10), plain.mid(32'768, 10));
        QVERIFY(reader->seek(16'000));
        QByteArray across(1'000, 'x');
        QCOMPARE(reader->read(across.data(), across.size()), -1);
        QVERIFY(!across.contains(plain.mid(16'000, 16)));
    }
    void failsWhicheverReadFailsAndNeverGivesWrongBytes()
    {
        const QByteArray plain = distinctBytes(600'000);
        QByteArray sealed = sealedBytes(plain, m_key, "c");
        const auto readAll = [&](int breaksAt, int &calls) -> Result<QByteArray> {
            auto device = std::make_unique<BreakingDevice>(&sealed, breaksAt);
            const BreakingDevice *watched = device.get();
            const auto reader = SealedReader::open(std::move(device), m_key, "c");
            if (!reader)
                return fail(reader.error());
            QByteArray got((*reader)->size(), '\0');
            const qint64 count = (*reader)->read(got.data(), got.size());
            calls = watched->calls();
            if (count != got.size())
                return fail((*reader)->corrupt() ? FailureKind::Corrupt : FailureKind::Unreachable,
                            (*reader)->errorString());
            return got;
        };
        int calls = 0;
        QCOMPARE(readAll(-1, calls).value(), plain);
        QVERIFY(calls >= 5);
        for (int i = 0, ignored = 0; i < calls; ++i) {
            const Result<QByteArray> got = readAll(i, ignored);
            QVERIFY(!got);
            QCOMPARE(got.error().kind, FailureKind::Unreachable);
        }
    }
    void readsSeveralChunksAtOnceAndNoneTwice()
    {
        QByteArray sealed = sealedBytes(distinctBytes(64 * SealedLayout::chunkSize), m_key, "c");
        auto device = std::make_unique<BreakingDevice>(&sealed, -1);
        const BreakingDevice *watched = device.get();
        const auto reader = SealedReader::open(std::move(device), m_key, "c").value();
        const int atStart = watched->calls();
        QCOMPARE(reader->read(64 * SealedLayout::chunkSize).size(), 64 * SealedLayout::chunkSize);
        QCOMPARE(watched->calls() - atStart, 4);
        QVERIFY(reader->seek(0));
        const int beforeSmall = watched->calls();
        for (qint64 at = 0; at < SealedLayout::chunkSize; at += 512)
            QCOMPARE(reader->read(512).size(), 512);
        QCOMPARE(watched->calls() - beforeSmall, 1);
    }
    void isReadOnly()
    {
        const auto reader = SealedReader::open(readable(sealedBytes("words", m_key, "c")), m_key, "c").value();
        QVERIFY(!reader->isWritable());
        QVERIFY(!reader->isSequential());
        QCOMPARE(reader->openMode(), QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

private:
    const SecretKey m_key = SecretKey::random();
};

QTEST_APPLESS_MAIN(tst_SealedReader)
#include "tst_SealedReader.moc"
