// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/AudioDecoder.h"
#include "media/MediaProbe.h"

#include "support/FailingDevice.h"
#include "support/MediaCorpus.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <numbers>
#include <vector>

using namespace Holdfast;
using namespace Holdfast::Testing;

Q_DECLARE_METATYPE(Holdfast::Testing::CorpusFile)

namespace {

std::unique_ptr<QIODevice> openCorpusFile(const QString &name)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(corpusBytes(name));
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

struct CountingDevice : QBuffer
{
    qint64 read = 0;

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 got = QBuffer::readData(data, size);
        read += std::max<qint64>(got, 0);
        return got;
    }
};

std::shared_ptr<CountingDevice> counting(const QByteArray &bytes)
{
    auto device = std::make_shared<CountingDevice>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return device;
}

std::unique_ptr<AudioDecoder> decoderOf(const QString &name)
{
    auto decoder = AudioDecoder::open(openCorpusFile(name));
    return decoder ? std::move(*decoder) : nullptr;
}

/// All frames, asked for in uneven portions.
std::vector<float> readAll(AudioDecoder &decoder)
{
    std::vector<float> all;
    std::vector<float> portion(size_t(1234 * decoder.channels()));
    while (const qsizetype frames = decoder.read(portion).value_or(0))
        all.insert(all.end(), portion.begin(), portion.begin() + frames * decoder.channels());
    return all;
}

std::vector<float> readFrames(AudioDecoder &decoder, qsizetype count)
{
    std::vector<float> samples(size_t(count * decoder.channels()));
    samples.resize(size_t(decoder.read(samples).value_or(0) * decoder.channels()));
    return samples;
}

/// How strong a tone is in one channel: 0 to 1 of full scale (Goertzel).
double strengthOf(double hertz, const std::vector<float> &interleaved, int channel, int channels, int rate)
{
    const double step = 2 * std::numbers::pi * hertz / rate;
    double re = 0;
    double im = 0;
    const size_t frames = interleaved.size() / size_t(channels);
    for (size_t i = 0; i < frames; ++i) {
        const double sample = double(interleaved[i * size_t(channels) + size_t(channel)]);
        re += sample * std::cos(step * double(i));
        im += sample * std::sin(step * double(i));
    }
    return 2 * std::hypot(re, im) / double(frames);
}

double loudestDifference(const std::vector<float> &one, const float *other)
{
    double loudest = 0;
    for (size_t i = 0; i < one.size(); ++i)
        loudest = std::max(loudest, double(std::abs(one[i] - other[i])));
    return loudest;
}

bool hasSound(const CorpusFile &file)
{
    return file.channels > 0;
}

} // namespace

class tst_AudioDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodesEveryFrame_data()
    {
        QTest::addColumn<CorpusFile>("truth");
        for (const CorpusFile &file : goodMedia())
            if (hasSound(file))
                QTest::newRow(qPrintable(file.name)) << file;
    }
    void decodesEveryFrame()
    {
        QFETCH(CorpusFile, truth);
        const auto decoder = decoderOf(truth.name);
        QVERIFY(decoder);
        QCOMPARE(decoder->channels(), truth.channels);
        QCOMPARE(decoder->sampleRate(), truth.sampleRate);
        // The program cuts padding to its own clock, which may be a few samples off.
        const qint64 off = qint64(readAll(*decoder).size()) / truth.channels - truth.frames;
        QVERIFY2(qAbs(off) <= truth.sampleRate / 1000, qPrintable(QStringLiteral("%1 frames off").arg(off)));
        QVERIFY(readFrames(*decoder, 64).empty());
        QVERIFY(decoder->read({}).has_value());
    }

    void lastsAsLongAsTheProbeSays_data() { decodesEveryFrame_data(); }
    void lastsAsLongAsTheProbeSays()
    {
        QFETCH(CorpusFile, truth);
        const auto facts = probeMedia(*openCorpusFile(truth.name));
        const auto decoder = decoderOf(truth.name);
        QVERIFY(facts && facts->duration && decoder);
        QCOMPARE(facts->sampleRate, decoder->sampleRate());
        QCOMPARE(facts->channels, decoder->channels());
        const qint64 frames = qint64(readAll(*decoder).size()) / decoder->channels();
        const qint64 off = frames * 1000 / decoder->sampleRate() - facts->duration->count();
        QVERIFY2(qAbs(off) <= 20, qPrintable(QStringLiteral("%1 ms off").arg(off)));
    }

    void seeksToTheSample_data() { decodesEveryFrame_data(); }
    void seeksToTheSample()
    {
        QFETCH(CorpusFile, truth);
        const auto decoder = decoderOf(truth.name);
        QVERIFY(decoder);
        const std::vector<float> all = readAll(*decoder);
        const qint64 frames = qint64(all.size()) / truth.channels;
        QRandomGenerator random(17);
        QList<qint64> places{0, 1, frames - 1, frames / 2, truth.sampleRate / 5, 100};
        for (int i = 0; i < 30; ++i)
            places.append(random.bounded(frames));
        for (const qint64 place : places) {
            QVERIFY(decoder->seek(place));
            const std::vector<float> got = readFrames(*decoder, 2000);
            QCOMPARE(qint64(got.size()) / truth.channels, std::min<qint64>(2000, frames - place));
            const double off = loudestDifference(got, all.data() + place * truth.channels);
            QVERIFY2(off < 0.02,
                     qPrintable(QStringLiteral("frame %1 of %2 is %3 off").arg(place).arg(frames).arg(off)));
        }
    }

    void pastTheEndThereIsNothing()
    {
        for (const QString &name : {QStringLiteral("call8.wav"), QStringLiteral("mp3-vbr.mp3"),
                                    QStringLiteral("m4a-moov-last.m4a"), QStringLiteral("wav-adpcm_ms.wav")}) {
            const auto decoder = decoderOf(name);
            QVERIFY(decoder);
            QVERIFY(decoder->seek(1'000'000'000));
            QVERIFY(readFrames(*decoder, 64).empty());
            QVERIFY(decoder->seek(0));
            QCOMPARE(readFrames(*decoder, 64).size(), size_t(64 * decoder->channels()));
        }
    }

    void keepsTheTwoSidesApart()
    {
        const auto decoder = decoderOf(QStringLiteral("tones.wav"));
        QVERIFY(decoder);
        const std::vector<float> all = readAll(*decoder);
        QVERIFY(strengthOf(440, all, 0, 2, 8000) > 0.1);
        QVERIFY(strengthOf(1000, all, 1, 2, 8000) > 0.1);
        QVERIFY(strengthOf(1000, all, 0, 2, 8000) < 0.001);
        QVERIFY(strengthOf(440, all, 1, 2, 8000) < 0.001);
    }

    void refusesWhatHasNoSound()
    {
        for (const QString &name : notMedia()) {
            if (name.contains(QLatin1String("mostly-noise"))) // a few frames of sound are in it
                continue;
            const auto decoder = AudioDecoder::open(openCorpusFile(name));
            QVERIFY2(!decoder, qPrintable(name));
            QCOMPARE(decoder.error().kind, FailureKind::UnsupportedMedia);
        }
        const auto pictures = AudioDecoder::open(openCorpusFile(QStringLiteral("mp4-pictures-only.mp4")));
        QVERIFY(!pictures);
        QCOMPARE(pictures.error().kind, FailureKind::UnsupportedMedia);
    }

    void ofWhatIsFarAwayASeekReadsOnlyWhatLiesThere_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"mp3-cbr-no-xing.mp3", "aac-44k.aac"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void ofWhatIsFarAwayASeekReadsOnlyWhatLiesThere()
    {
        QFETCH(QString, name);
        const QByteArray bytes = corpusBytes(name).repeated(40);
        const auto near = AudioDecoder::open(counting(bytes));
        QVERIFY(near);
        const std::vector<float> whole = readAll(**near);
        const auto channels = size_t((*near)->channels());
        const auto frames = qint64(whole.size() / channels);
        const int rate = (*near)->sampleRate();
        auto device = counting(bytes);
        const auto far = AudioDecoder::open(device, std::chrono::milliseconds(frames * 1000 / rate));
        QVERIFY(far);
        const qint64 place = frames * 4 / 5;
        QVERIFY((*far)->seek(place));
        const std::vector<float> heard = readFrames(**far, rate);
        QCOMPARE(heard.size(), size_t(rate) * channels);
        QVERIFY2(device->read < bytes.size() / 5,
                 qPrintable(QStringLiteral("%1 of %2 bytes").arg(device->read).arg(bytes.size())));
        // Where in the whole it is: the offset at which the two differ least.
        qint64 best = 0;
        double least = std::numeric_limits<double>::max();
        for (qint64 off = -rate; off <= rate && place + off + rate < frames; ++off) {
            double difference = 0;
            for (qint64 i = 0; i < rate; i += 37)
                difference +=
                    std::abs(double(heard[size_t(i) * channels]) - double(whole[size_t(place + off + i) * channels]));
            if (difference < least) {
                least = difference;
                best = off;
            }
        }
        QVERIFY2(std::abs(best) < rate / 10, qPrintable(QStringLiteral("%1 samples off").arg(best)));
    }

    void damageDoesNoHarm_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : damagedMedia())
            QTest::newRow(qPrintable(name)) << name;
    }
    void damageDoesNoHarm()
    {
        QFETCH(QString, name);
        auto decoder = AudioDecoder::open(openCorpusFile(name));
        if (!decoder) {
            QCOMPARE(decoder.error().kind, FailureKind::UnsupportedMedia);
            return;
        }
        const qint64 frames = qint64(readAll(**decoder).size()) / (*decoder)->channels();
        QVERIFY(frames < qint64(1) << 30);
        for (const qint64 place : {frames / 3, frames * 2 / 3, qint64(0)}) {
            const Done sought = (*decoder)->seek(place);
            QVERIFY(sought || sought.error().kind == FailureKind::UnsupportedMedia);
            QVERIFY(qint64(readFrames(**decoder, 500).size()) <= 1000);
        }
    }

    void aDeviceThatFailsIsTold_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"call8.wav", "mp3-vbr.mp3", "aac-44k.aac", "m4a-moov-last.m4a", "ogg-vorbis.ogg"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aDeviceThatFailsIsTold()
    {
        QFETCH(QString, name);
        const QByteArray bytes = corpusBytes(name);
        for (int goodReads = 0;; ++goodReads) {
            auto device = std::make_unique<FailingDevice>(bytes, goodReads);
            FailingDevice *watched = device.get();
            const auto decoder = AudioDecoder::open(std::move(device));
            if (!decoder) {
                QCOMPARE(decoder.error().kind, FailureKind::Unreachable);
                continue;
            }
            std::vector<float> portion(8192);
            Result<qsizetype> got = 1;
            while (got && *got > 0)
                got = (*decoder)->read(portion);
            if (watched->reads() <= goodReads) { // it never had to fail
                QVERIFY(got);
                QVERIFY(goodReads > 2);
                break;
            }
            QVERIFY(!got);
            QCOMPARE(got.error().kind, FailureKind::Unreachable);
        }
    }
};

QTEST_GUILESS_MAIN(tst_AudioDecoder)
#include "tst_AudioDecoder.moc"
