// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedPatchwork.h"

#include "crypto/Random.h"
#include "crypto/SealedLayout.h"
#include "crypto/SealedReader.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace Holdfast;

namespace {

/// A device over bytes that outlive it.
std::unique_ptr<QBuffer> over(QByteArray &bytes)
{
    auto device = std::make_unique<QBuffer>(&bytes);
    device->open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    return device;
}

QByteArrayView chunkOf(const QByteArray &plain, qint64 chunk)
{
    return QByteArrayView(plain).sliced(chunk * SealedLayout::chunkSize,
                                        SealedLayout::plainSizeOfChunk(chunk, plain.size()));
}

} // namespace

class tst_SealedPatchwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAnOrdinarySealedFileOnceEveryChunkCame_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 16'383, 16'384, 16'385, 3 * 16'384, 200'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void isAnOrdinarySealedFileOnceEveryChunkCame()
    {
        QFETCH(int, size);
        const QByteArray plain = randomBytes(size);
        const auto patchwork = SealedPatchwork::open(over(m_file), m_key, "call", size);
        QVERIFY(patchwork);
        std::vector<qint64> order;
        for (qint64 chunk = 0; chunk < (*patchwork)->chunkCount(); ++chunk)
            order.push_back(chunk);
        std::shuffle(order.begin(), order.end(), std::mt19937(7));
        for (const qint64 chunk : order)
            QVERIFY((*patchwork)->put(chunk, chunkOf(plain, chunk)));
        const auto reader = SealedReader::open(over(m_file), m_key, "call");
        QVERIFY(reader);
        QCOMPARE((*reader)->readAll(), plain);
    }
    void tellsWhatIsMissingAlsoTheNextTime()
    {
        const QByteArray plain = randomBytes(100'000);
        {
            const auto patchwork = SealedPatchwork::open(over(m_file), m_key, "call", plain.size());
            QVERIFY((*patchwork)->put(3, chunkOf(plain, 3)));
        }
        const auto again = SealedPatchwork::open(over(m_file), m_key, "call", plain.size());
        QVERIFY(again);
        QByteArray bytes(SealedLayout::chunkSize, '\0');
        for (qint64 chunk = 0; chunk < (*again)->chunkCount(); ++chunk)
            QCOMPARE((*again)->get(chunk, bytes.data()).value(), chunk == 3);
        QVERIFY((*again)->get(3, bytes.data()).value());
        QCOMPARE(QByteArrayView(bytes), chunkOf(plain, 3));
    }
    void countsAChunkThatWasCutOffAsMissingAndTakesItAgain()
    {
        const QByteArray plain = randomBytes(50'000);
        {
            const auto patchwork = SealedPatchwork::open(over(m_file), m_key, "call", plain.size());
            QVERIFY((*patchwork)->put(1, chunkOf(plain, 1)));
        }
        const qint64 start = SealedLayout::startOfChunk(1);
        m_file.replace(start + 5000, 11'400, QByteArray(11'400, '\0'));
        const auto again = SealedPatchwork::open(over(m_file), m_key, "call", plain.size());
        QByteArray bytes(SealedLayout::chunkSize, '\0');
        QVERIFY(!(*again)->get(1, bytes.data()).value());
        QVERIFY((*again)->put(1, chunkOf(plain, 1)));
        QVERIFY((*again)->get(1, bytes.data()).value());
    }
    void refusesWhatBelongsToAnotherRecordingKeyOrSize()
    {
        QVERIFY(SealedPatchwork::open(over(m_file), m_key, "call", 50'000));
        QCOMPARE(SealedPatchwork::open(over(m_file), SecretKey::random(), "call", 50'000).error().kind,
                 FailureKind::Corrupt);
        QCOMPARE(SealedPatchwork::open(over(m_file), m_key, "other", 50'000).error().kind, FailureKind::Corrupt);
        QCOMPARE(SealedPatchwork::open(over(m_file), m_key, "call", 50'001).error().kind, FailureKind::Corrupt);
        QVERIFY(SealedPatchwork::open(over(m_file), m_key, "call", 50'000));
    }
    void takesNothingThatIsNoChunk()
    {
        const auto patchwork = SealedPatchwork::open(over(m_file), m_key, "call", 50'000);
        const QByteArray whole(SealedLayout::chunkSize, 'x');
        QVERIFY(!(*patchwork)->put(-1, whole));
        QVERIFY(!(*patchwork)->put(4, whole));
        QVERIFY(!(*patchwork)->put(0, QByteArrayView(whole).first(100)));
        QVERIFY(!(*patchwork)->put(3, whole)); // the last one is shorter
    }

    void cleanup() { m_file.clear(); }

private:
    const SecretKey m_key = SecretKey::random();
    QByteArray m_file;
};

QTEST_GUILESS_MAIN(tst_SealedPatchwork)
#include "tst_SealedPatchwork.moc"
