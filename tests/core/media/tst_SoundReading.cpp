// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/SoundReading.h"

#include "media/PacketProbe.h"
#include "support/MediaCorpus.h"

#include <QBuffer>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(Holdfast::Testing::CorpusFile)

namespace {

/// Files of the corpus that our readers leave to FFmpeg.
bool isDoubtful(const CorpusFile &file)
{
    static const QStringList names{
        QStringLiteral("m4a-mp3.m4a"), // a codec that is not read
        QStringLiteral("m4a-truncated.m4a"), QStringLiteral("mov-mulaw.mov"),
        QStringLiteral("mov-video-pcm.mov"), QStringLiteral("mp4-pictures-only.mp4"),
    };
    return file.format == MediaFormat::Wav || file.format == MediaFormat::Avi || names.contains(file.name);
}

} // namespace

class tst_SoundReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readersAgreeWithTheCountOfPackets_data()
    {
        QTest::addColumn<CorpusFile>("truth");
        for (const CorpusFile &file : goodMedia())
            QTest::newRow(qPrintable(file.name)) << file;
    }
    void readersAgreeWithTheCountOfPackets()
    {
        QFETCH(CorpusFile, truth);
        QBuffer buffer;
        buffer.setData(corpusBytes(truth.name));
        buffer.open(QIODevice::ReadOnly);
        MediaFile file(buffer);
        const auto container = recogniseContainer(file);
        QVERIFY(container);
        const auto reading = readSound(file, *container);
        QCOMPARE(!reading, isDoubtful(truth));
        if (!reading)
            return;
        if (truth.name == QLatin1String("mp3-joined-tagged.mp3"))
            return; // the demuxer takes a frame for a part of the tag before it
        const auto judge = probePackets(file, *container);
        QVERIFY(judge);
        QVERIFY(reading->duration && judge->duration);
        const qint64 off = (*reading->duration - *judge->duration).count();
        QVERIFY2(qAbs(off) <= 20, qPrintable(QStringLiteral("%1 ms off").arg(off)));
        QCOMPARE(QString(reading->codec), judge->codec);
        QCOMPARE(reading->channels, judge->channels);
        QCOMPARE(reading->sampleRate, judge->sampleRate);
        QCOMPARE(reading->hasVideo, judge->hasVideo);
        QVERIFY(reading->firstPackets.isEmpty() || decodeFirstPackets(*reading));
    }
};

QTEST_GUILESS_MAIN(tst_SoundReading)
#include "tst_SoundReading.moc"
