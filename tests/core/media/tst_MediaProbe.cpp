// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaProbe.h"

#include "crypto/SealedReader.h"
#include "crypto/SealedWriter.h"
#include "support/FailingDevice.h"
#include "support/MediaCorpus.h"

#include <QBuffer>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(Holdfast::Testing::CorpusFile)

namespace {

Result<MediaFacts> probeBytes(QByteArray bytes, const ProbeLimits &limits = {})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return probeMedia(buffer, limits);
}

Result<MediaFacts> probeFile(const QString &name, const ProbeLimits &limits = {})
{
    return probeBytes(corpusBytes(name), limits);
}

const SecretKey &sealingKey()
{
    static const SecretKey key = SecretKey::random();
    return key;
}

QByteArray sealed(const QByteArray &plain)
{
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    const auto writer = SealedWriter::begin(to, sealingKey(), "call");
    if (!writer || !(*writer)->write(plain) || !(*writer)->finish())
        qFatal("sealing failed");
    return to.data();
}

Result<MediaFacts> probeSealed(const QByteArray &bytes)
{
    auto from = std::make_unique<QBuffer>();
    from->setData(bytes);
    from->open(QIODevice::ReadOnly);
    const auto reader = SealedReader::open(std::move(from), sealingKey(), "call");
    return reader ? probeMedia(**reader) : Result<MediaFacts>(fail(reader.error()));
}

/// Bytes in memory of which no read is answered sooner than this.
class SlowDevice : public QBuffer
{
public:
    SlowDevice(const QByteArray &bytes, milliseconds answer)
        : m_answer(answer)
    {
        setData(bytes);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 length) override
    {
        const QDeadlineTimer answer(m_answer);
        while (!answer.hasExpired()) {
        }
        return QBuffer::readData(data, length);
    }

private:
    milliseconds m_answer;
};

void nameRows(const QStringList &names)
{
    QTest::addColumn<QString>("name");
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

} // namespace

class tst_MediaProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatAFileIs_data()
    {
        QTest::addColumn<CorpusFile>("truth");
        for (const CorpusFile &file : goodMedia())
            QTest::newRow(qPrintable(file.name)) << file;
    }
    void tellsWhatAFileIs()
    {
        QFETCH(CorpusFile, truth);
        const auto facts = probeFile(truth.name);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message + facts.error().detail));
        QCOMPARE(facts->format, truth.format);
        QCOMPARE(facts->hasVideo, truth.hasVideo);
        QCOMPARE(facts->truncated, truth.truncated);
        QVERIFY(facts->duration);
        const qint64 off = (*facts->duration - truth.duration()).count();
        QVERIFY2(qAbs(off) <= 20, qPrintable(QStringLiteral("duration is %1 ms off").arg(off)));
        if (!truth.name.contains(QLatin1String("pictures-only"))) {
            QCOMPARE(facts->channels, truth.channels);
            QCOMPARE(facts->sampleRate, truth.sampleRate);
        }
        QVERIFY(!facts->codec.isEmpty());
    }

    void refusesWhatIsNoRecording_data() { nameRows(notMedia()); }
    void refusesWhatIsNoRecording()
    {
        QFETCH(QString, name);
        const auto facts = probeFile(name);
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, FailureKind::UnsupportedMedia);
        QVERIFY(!facts.error().message.isEmpty());
    }

    void damageDoesNoHarm_data() { nameRows(damagedMedia()); }
    void damageDoesNoHarm()
    {
        QFETCH(QString, name);
        QElapsedTimer timer;
        timer.start();
        const auto facts = probeFile(name);
        QVERIFY(timer.elapsed() < 10'000);
        if (!facts)
            QCOMPARE(facts.error().kind, FailureKind::UnsupportedMedia);
        else if (facts->duration)
            QVERIFY(*facts->duration > milliseconds(0) && *facts->duration < std::chrono::hours(24 * 30));
    }

    void anEmptyFileIsMalformed()
    {
        const auto facts = probeBytes({});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, FailureKind::Malformed);
    }

    void theNameOfAFilePlaysNoPart() { QCOMPARE(probeFile(QStringLiteral("mp3.wav"))->format, MediaFormat::Mp3); }

    void everyReadThatFailsIsTold_data()
    {
        nameRows({QStringLiteral("call8.wav"), QStringLiteral("wav-adpcm_ms.wav"), QStringLiteral("mp3-vbr.mp3"),
                  QStringLiteral("aac-44k.aac"), QStringLiteral("m4a-moov-last.m4a"),
                  QStringLiteral("m4a-fragmented.m4a"), QStringLiteral("ogg-vorbis.ogg"),
                  QStringLiteral("mp4-video.mp4"), QStringLiteral("avi-mp3.avi"), QStringLiteral("amr-narrow.amr")});
    }
    void everyReadThatFailsIsTold()
    {
        QFETCH(QString, name);
        const QByteArray bytes = corpusBytes(name);
        FailingDevice sound(bytes, std::numeric_limits<int>::max());
        QVERIFY(probeMedia(sound));
        QVERIFY(sound.reads() > 0);
        for (int i = 0; i < sound.reads(); ++i) {
            FailingDevice device(bytes, i);
            const auto facts = probeMedia(device);
            QVERIFY2(!facts, qPrintable(QStringLiteral("read %1 failed unnoticed").arg(i)));
            QCOMPARE(facts.error().kind, FailureKind::Unreachable);
            QCOMPARE(facts.error().detail, QStringLiteral("the disk is gone"));
        }
    }

    void aSealedFileIsReadAsWhatItHolds()
    {
        const auto facts = probeSealed(sealed(corpusBytes(QStringLiteral("m4a-moov-last.m4a"))));
        QVERIFY(facts);
        QCOMPARE(facts->format, MediaFormat::M4a);
        QCOMPARE(facts, probeFile(QStringLiteral("m4a-moov-last.m4a")));
    }

    void aSealedFileThatWasChangedIsCorrupt()
    {
        QByteArray bytes = sealed(corpusBytes(QStringLiteral("mp3-vbr.mp3")));
        bytes[bytes.size() / 2] = char(~bytes[bytes.size() / 2]);
        const auto facts = probeSealed(bytes);
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, FailureKind::Corrupt);
    }

    void aFlagStopsTheProbe()
    {
        const std::atomic_bool cancelled = true;
        const auto facts = probeFile(QStringLiteral("mp3-vbr.mp3"), {milliseconds(2000), &cancelled});
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, FailureKind::Cancelled);
    }

    void noFileHoldsAProbeUp()
    {
        // Half an hour of sound from a device so slow that the clock runs out long before the end.
        QByteArray bytes;
        const QByteArray once = corpusBytes(QStringLiteral("mp3-vbr-8k-no-xing.mp3"));
        while (bytes.size() < 30'000'000)
            bytes += once;
        SlowDevice device(bytes, milliseconds(4));
        const auto facts = probeMedia(device, {milliseconds(400)});
        QVERIFY(facts);
        QCOMPARE(facts->format, MediaFormat::Mp3);
        QVERIFY(!facts->duration);
        QVERIFY(device.pos() < bytes.size());
    }
};

QTEST_GUILESS_MAIN(tst_MediaProbe)
#include "tst_MediaProbe.moc"
