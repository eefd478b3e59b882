// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/CallAnalysis.h"

#include "media/VoiceLevels.h"
#include "support/FailingDevice.h"
#include "support/MadeCall.h"
#include "support/MediaCorpus.h"

#include <QTest>

#include <cmath>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

Result<AnalysedCall> analysed(const QByteArray &bytes, const std::atomic_bool *cancelled = nullptr)
{
    return analyseCall(deviceOf(bytes), cancelled);
}

CallAnalysis analysisOf(const MadeCall &call)
{
    const auto done = analysed(call.wav());
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return done->analysis;
}

QString inWords(const CallAnalysis &analysis)
{
    QStringList words;
    for (const milliseconds talk : analysis.talk)
        words << QStringLiteral("talk %1").arg(talk.count());
    words << QStringLiteral("silence %1").arg(analysis.silence.count())
          << QStringLiteral("overlap %1").arg(analysis.overlap.count())
          << QStringLiteral("longest %1").arg(analysis.longestSilence.count())
          << QStringLiteral("from %1").arg(analysis.longestSilenceStart.count());
    return words.join(QStringLiteral(", "));
}

constexpr double background = -60; // dBFS
constexpr double voice = -20;

double power(double decibels)
{
    return std::pow(10.0, decibels / 10);
}

} // namespace

class tst_CallAnalysis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhoTalksWhen_data()
    {
        QTest::addColumn<int>("rate");
        for (const int rate : {8000, 11025, 44100})
            QTest::addRow("%d Hz", rate) << rate;
    }
    void tellsWhoTalksWhen()
    {
        QFETCH(int, rate);
        MadeCall call(2, 60, rate);
        call.noise(0, 0, 60, background).noise(1, 0, 60, background);
        call.noise(0, 1, 5, voice).noise(0, 20, 24.6, voice);
        call.noise(1, 4, 8, voice).noise(1, 30, 33, voice);
        // Each turn lasts 200 ms longer than its sound.
        QCOMPARE(inWords(analysisOf(call)),
                 QStringLiteral("talk 9000, talk 7400, silence 44800, overlap 1200, longest 26800, from 33200"));
    }

    void aPauseWithinASentenceIsTalk()
    {
        MadeCall call(1, 20);
        call.noise(0, 0, 20, background).noise(0, 2, 3, voice).noise(0, 3.18, 4, voice).noise(0, 4.3, 5, voice);
        QCOMPARE(inWords(analysisOf(call)),
                 QStringLiteral("talk 3100, silence 16900, overlap 0, longest 14800, from 5200"));
    }

    void oneChannelHasNoOverlap()
    {
        MadeCall call(1, 10);
        call.noise(0, 0, 10, background).noise(0, 7, 9, voice);
        const CallAnalysis analysis = analysisOf(call);
        QCOMPARE(inWords(analysis), QStringLiteral("talk 2200, silence 7800, overlap 0, longest 7000, from 0"));
        QCOMPARE(analysis.loudness.size(), 1);
        QCOMPARE(analysis.length(), 10s);
    }

    void voicesAreToldFromALoudBackground()
    {
        MadeCall call(2, 20);
        call.noise(0, 0, 20, -40).noise(1, 0, 20, -80).noise(0, 5, 8, -25).noise(1, 10, 12, -45);
        QCOMPARE(inWords(analysisOf(call)),
                 QStringLiteral("talk 3200, talk 2200, silence 14600, overlap 0, longest 7800, from 12200"));
    }

    void digitalSilenceAloneIsSilence()
    {
        const CallAnalysis analysis = analysisOf(MadeCall(2, 3));
        QCOMPARE(inWords(analysis), QStringLiteral("talk 0, talk 0, silence 3000, overlap 0, longest 3000, from 0"));
        QCOMPARE(analysis.deadChannels, QList<int>());
        QCOMPARE(analysis.loudness, (QList<std::optional<double>>{std::nullopt, std::nullopt}));
    }

    void aDeadChannelIsTold_data()
    {
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("right");
        QTest::addColumn<QList<int>>("dead");
        QTest::newRow("right is digital silence") << -30.0 << -200.0 << QList<int>{1};
        QTest::newRow("left hisses at -75") << -75.0 << -30.0 << QList<int>{0};
        QTest::newRow("right hisses at -65") << -30.0 << -65.0 << QList<int>{};
        QTest::newRow("nothing lives") << -200.0 << -200.0 << QList<int>{};
    }
    void aDeadChannelIsTold()
    {
        QFETCH(double, left);
        QFETCH(double, right);
        QFETCH(QList<int>, dead);
        MadeCall call(2, 5);
        call.noise(0, 0, 5, left).noise(1, 0, 5, right);
        QCOMPARE(analysisOf(call).deadChannels, dead);
    }

    void aChannelThatLivesOnceIsNotDead()
    {
        MadeCall call(2, 5);
        call.noise(0, 0, 5, -30).noise(1, 3, 3.1, -30);
        QCOMPARE(analysisOf(call).deadChannels, QList<int>());
    }

    void whatWasCutOffIsMeasured_data()
    {
        QTest::addColumn<double>("amplitude");
        QTest::addColumn<double>("ceiling");
        QTest::addColumn<int>("expected");
        QTest::newRow("twice too loud") << 2.0 << 1.0 << 667;
        QTest::newRow("twice too loud for the telephone's code") << 2.0 << 0.9804 << 673;
        QTest::newRow("loud") << 0.95 << 1.0 << 0;
        QTest::newRow("cut off by somebody below full scale") << 2.0 << 0.9 << 0;
    }
    void whatWasCutOffIsMeasured()
    {
        QFETCH(double, amplitude);
        QFETCH(double, ceiling);
        QFETCH(int, expected);
        MadeCall call(1, 1, 48'000);
        call.sine(0, 0, 1, 440, amplitude).cutAt(ceiling);
        const auto clipped = analysisOf(call).clipped.count();
        QVERIFY2(std::abs(clipped - expected) <= (expected ? 20 : 0), qPrintable(QString::number(clipped)));
    }

    void oneSampleAtFullScaleIsNotCutOffAndThreeAre()
    {
        QList<qint16> samples(8000, 0);
        samples[100] = samples[101] = 32767;
        QCOMPARE(analysed(wavOf(samples, 1))->analysis.clipped, 0ms);
        samples[102] = 32767;
        QCOMPARE(analysed(wavOf(samples, 1))->analysis.clipped, 1ms);
    }

    /// Case 1 of EBU Tech 3341: a sine of 1 kHz and -23 dBFS on both sides is -23.0 LUFS together, so 3 less on each.
    void loudnessIsThatOfTheBroadcastersTest_data()
    {
        QTest::addColumn<int>("rate");
        QTest::newRow("48 kHz") << 48'000;
        QTest::newRow("8 kHz") << 8000;
    }
    void loudnessIsThatOfTheBroadcastersTest()
    {
        QFETCH(int, rate);
        const double amplitude = std::pow(10.0, -23.0 / 20);
        MadeCall call(2, 20, rate);
        call.sine(0, 0, 20, 1000, amplitude).sine(1, 0, 20, 1000, amplitude);
        const CallAnalysis analysis = analysisOf(call);
        QVERIFY(analysis.loudness[0] && analysis.loudness[1]);
        const double together = 10 * std::log10(power(*analysis.loudness[0]) + power(*analysis.loudness[1]));
        QVERIFY2(std::abs(together + 23.0) <= 0.1, qPrintable(QString::number(together)));
    }

    void loudnessOfOneChannelIsItsOwn()
    {
        MadeCall call(2, 20, 48'000);
        call.sine(0, 0, 20, 1000, std::pow(10.0, -20.0 / 20)).sine(1, 0, 20, 1000, std::pow(10.0, -40.0 / 20));
        const CallAnalysis analysis = analysisOf(call);
        QVERIFY2(std::abs(*analysis.loudness[0] + 23.0) <= 0.1, qPrintable(QString::number(*analysis.loudness[0])));
        QVERIFY2(std::abs(*analysis.loudness[1] + 43.0) <= 0.1, qPrintable(QString::number(*analysis.loudness[1])));
    }

    void givesThePeaksThatThePeaksAloneGive()
    {
        const QByteArray bytes = corpusBytes(QStringLiteral("mp3-vbr.mp3"));
        const auto call = analysed(bytes);
        QVERIFY(call);
        QCOMPARE(call->peaks, *computePeaks(deviceOf(bytes)));
    }

    void theCodecMakesLittleDifference()
    {
        const auto original = analysed(corpusBytes(QStringLiteral("call44.wav")));
        const auto compressed = analysed(corpusBytes(QStringLiteral("mp3-vbr.mp3")));
        QVERIFY(original && compressed);
        const CallAnalysis &one = original->analysis;
        const CallAnalysis &other = compressed->analysis;
        const auto near = [](milliseconds a, milliseconds b) { return std::chrono::abs(a - b) <= 250ms; };
        QVERIFY2(one.talk[0] > 1s && one.talk[1] > 1s && one.silence > 300ms, qPrintable(inWords(one)));
        QVERIFY2(near(one.talk[0], other.talk[0]) && near(one.talk[1], other.talk[1]) &&
                     near(one.silence, other.silence),
                 qPrintable(inWords(one) + QStringLiteral(" against ") + inWords(other)));
        QVERIFY(std::abs(*one.loudness[0] - *other.loudness[0]) < 1);
    }

    void theShortestSoundHasAnAnalysis()
    {
        const auto call = analysed(wavOf({0, 32767, -32768, 16384}, 1));
        QVERIFY(call);
        QCOMPARE(call->analysis.length(), 1ms); // half of one, rounded
        QCOMPARE(call->analysis.loudness, QList<std::optional<double>>{std::nullopt});
    }

    void aSoundOfDaysIsKeptInAsLittle()
    {
        constexpr int rate = 50; // a sample is 20 ms
        VoiceLevels levels(rate);
        const std::vector<float> hour(3600 * rate, 0.001f);
        const std::vector<float> word(10 * rate, 0.1f);
        for (int i = 0; i < 60; ++i)
            levels.add(hour);
        levels.add(word);
        levels.add(hour);
        levels.finish();
        QCOMPARE(levels.stretchMilliseconds(), 80);
        QVERIFY(levels.size() <= 24 * 3600 * 50);
        QCOMPARE(levels.size(), (61 * 3600 + 10) * 1000 / 80);
        const std::vector<bool> talks = levels.voice();
        QCOMPARE(std::count(talks.begin(), talks.end(), true), (10'000 + 160) / 80);
        QVERIFY(talks[60 * 3600 * 1000 / 80] && !talks[60 * 3600 * 1000 / 80 - 1]);
    }

    void aFlagStopsTheWork()
    {
        const std::atomic_bool cancelled = true;
        const auto call = analysed(corpusBytes(QStringLiteral("mp3-vbr.mp3")), &cancelled);
        QVERIFY(!call);
        QCOMPARE(call.error().kind, FailureKind::Cancelled);
    }

    void whatIsNoSoundIsRefused()
    {
        const auto call = analysed(QByteArray(10'000, 'x'));
        QVERIFY(!call);
        QCOMPARE(call.error().kind, FailureKind::UnsupportedMedia);
    }

    void aDeviceThatFailsIsTold()
    {
        const QByteArray bytes = corpusBytes(QStringLiteral("mp3-vbr.mp3"));
        int needed = 0;
        while (!computePeaks(std::make_unique<FailingDevice>(bytes, needed)))
            QVERIFY(++needed < 1000);
        const auto call = analyseCall(std::make_unique<FailingDevice>(bytes, needed - 1));
        QVERIFY(!call);
        QCOMPARE(call.error().kind, FailureKind::Unreachable);
    }
};

QTEST_GUILESS_MAIN(tst_CallAnalysis)
#include "tst_CallAnalysis.moc"
