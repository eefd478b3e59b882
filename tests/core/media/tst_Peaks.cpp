// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/ChannelPeaks.h"

#include "support/FailingDevice.h"
#include "support/MediaCorpus.h"
#include "support/SampleWav.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

Result<Peaks> peaksOf(const QByteArray &bytes, const std::atomic_bool *cancelled = nullptr)
{
    return computePeaks(deviceOf(bytes), cancelled);
}

Peaks threePeaks()
{
    return {300, 8000, {{{-127, 127}, {0, 0}, {-1, 5}}, {{1, 2}, {-3, -2}, {0, 127}}}};
}

} // namespace

class tst_Peaks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aShortSoundHasABucketForEvery64Frames()
    {
        QList<qint16> samples(130, 0);
        samples[63] = 32767;
        samples[64] = -32768;
        samples[129] = 16384;
        const auto peaks = peaksOf(wavOf(samples, 1));
        QVERIFY(peaks);
        QCOMPARE(peaks->frames, 130);
        QCOMPARE(peaks->sampleRate, 8000);
        QCOMPARE(peaks->channels, (QList<QList<Peak>>{{{0, 127}, {-127, 0}, {0, 64}}}));
    }

    void aLongSoundKeepsItsExtremesAtEveryLevel_data()
    {
        QTest::addColumn<int>("mostBuckets");
        QTest::newRow("finest") << finestPeaksPerChannel;
        QTest::newRow("overview") << overviewPeaksPerChannel;
        QTest::newRow("odd") << 1001;
    }
    void aLongSoundKeepsItsExtremesAtEveryLevel()
    {
        QFETCH(int, mostBuckets);
        // Left: silence with one click. Right: a square wave of half scale.
        constexpr int frames = 1'000'003;
        QList<qint16> samples(2 * frames, 0);
        for (int i = 0; i < frames; ++i)
            samples[2 * i + 1] = i / 20 % 2 ? 16384 : -16384;
        constexpr int click = 750'000;
        samples[2 * click] = 32767;
        const auto finest = peaksOf(wavOf(samples, 2));
        QVERIFY(finest);
        const Peaks peaks = coarser(*finest, mostBuckets);
        QCOMPARE(peaks.frames, frames);
        QCOMPARE(peaks.channels.size(), 2);
        const QList<Peak> &left = peaks.channels[0];
        const QList<Peak> &right = peaks.channels[1];
        QVERIFY(left.size() > std::min(mostBuckets / 2, frames / 65) && left.size() <= mostBuckets);
        QCOMPARE(right.size(), left.size());
        QCOMPARE(left.count(Peak{0, 127}), 1);
        QCOMPARE(left.count(Peak{0, 0}), left.size() - 1);
        const double at = double(left.indexOf(Peak{0, 127})) / double(left.size());
        QVERIFY(std::abs(at - double(click) / frames) < 0.001);
        for (const Peak peak : right.first(right.size() - 1))
            QCOMPARE(peak, (Peak{-64, 64}));
    }

    void everyLengthAroundTheLimitFits()
    {
        constexpr qsizetype limit = qsizetype{finestPeaksPerChannel} * finestBucketFrames;
        for (const qsizetype frames : {limit - 1, limit, limit + 1, 2 * limit, 2 * limit + 1}) {
            const std::vector<float> silence(static_cast<size_t>(frames - 1), 0.0f);
            const float last = 1;
            ChannelPeaks gathered;
            gathered.add(silence);
            gathered.add({&last, 1});
            const QList<Peak> peaks = gathered.finish();
            QVERIFY(peaks.size() > finestPeaksPerChannel / 2 && peaks.size() <= finestPeaksPerChannel);
            QCOMPARE(peaks.count(Peak{0, 127}) + peaks.count(Peak{127, 127}), 1);
            QVERIFY(peaks.last().high == 127);
        }
    }

    void fewerBucketsThanAreAskedForStayAsTheyAre()
    {
        QCOMPARE(coarser(threePeaks(), 3), threePeaks());
        QCOMPARE(coarser(threePeaks(), 4096), threePeaks());
        QCOMPARE(coarser(threePeaks(), 2).channels, (QList<QList<Peak>>{{{-127, 127}, {-1, 5}}, {{-3, 2}, {0, 127}}}));
        QCOMPARE(coarser(threePeaks(), 0).channels, (QList<QList<Peak>>{{{-127, 127}}, {{-3, 127}}}));
        QCOMPARE(coarser(Peaks{0, 8000, {{}}}, 10), (Peaks{0, 8000, {{}}}));
    }

    void manyBucketsComeBackFromBytes()
    {
        Peaks many{70'000 * 64, 8000, {QList<Peak>(70'000, Peak{-3, 4})}};
        many.channels[0][69'999] = {0, 9};
        const auto back = peaksFromBytes(toBytes(many));
        QVERIFY(back);
        QCOMPARE(*back, many);
    }

    void theFormOfTheFirstVersionIsRefused()
    {
        QByteArray old = toBytes(threePeaks());
        old[3] = '1';
        QVERIFY(!peaksFromBytes(old));
    }

    void compressedSoundLooksLikeTheOriginal()
    {
        const auto original = peaksOf(corpusBytes(QStringLiteral("call44.wav")));
        const auto compressed = peaksOf(corpusBytes(QStringLiteral("mp3-vbr.mp3")));
        QVERIFY(original && compressed);
        QCOMPARE(compressed->frames, original->frames);
        const auto loudest = [](const QList<Peak> &peaks) {
            return std::max_element(peaks.begin(), peaks.end(), [](Peak a, Peak b) { return a.high < b.high; })->high;
        };
        for (int channel : {0, 1})
            QVERIFY(std::abs(loudest(original->channels[channel]) - loudest(compressed->channels[channel])) < 13);
    }

    void bytesComeBackAsTheyWere()
    {
        const auto back = peaksFromBytes(toBytes(threePeaks()));
        QVERIFY(back);
        QCOMPARE(*back, threePeaks());
    }

    void otherBytesAreRefused()
    {
        const QByteArray good = toBytes(threePeaks());
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY(!peaksFromBytes(good.first(length)));
        QVERIFY(!peaksFromBytes(good + 'x'));
        for (const auto &[at, byte] : {std::pair(0, 'X'),
                                       {4, '\0'},
                                       {15, '\xff'},
                                       {16, '\3'},
                                       {16, '\0'},
                                       {18, '\xff'},
                                       {20, '\4'},
                                       {23, '\xff'}}) {
            QByteArray bad = good;
            bad[at] = byte;
            if (at == 4)
                bad[5] = 0;
            const auto refused = peaksFromBytes(bad);
            QVERIFY2(!refused, qPrintable(QStringLiteral("byte %1").arg(at)));
            QCOMPARE(refused.error().kind, FailureKind::Malformed);
        }
        QByteArray swapped = good;
        std::swap(swapped[24], swapped[25]);
        QVERIFY(!peaksFromBytes(swapped));
    }

    void aFlagStopsTheWork()
    {
        const std::atomic_bool cancelled = true;
        const auto peaks = peaksOf(corpusBytes(QStringLiteral("mp3-vbr.mp3")), &cancelled);
        QVERIFY(!peaks);
        QCOMPARE(peaks.error().kind, FailureKind::Cancelled);
    }

    void aDeviceThatFailsIsTold()
    {
        const QByteArray bytes = corpusBytes(QStringLiteral("mp3-vbr.mp3"));
        int needed = 0;
        while (!computePeaks(std::make_unique<FailingDevice>(bytes, needed)))
            QVERIFY(++needed < 1000);
        const auto peaks = computePeaks(std::make_unique<FailingDevice>(bytes, needed - 1));
        QVERIFY(!peaks);
        QCOMPARE(peaks.error().kind, FailureKind::Unreachable);
    }
};

QTEST_GUILESS_MAIN(tst_Peaks)
#include "tst_Peaks.moc"
