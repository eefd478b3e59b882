// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/DecodeAhead.h"
#include "support/BreakingDevice.h"
#include "support/Tone.h"

#include <QBuffer>
#include <QTest>

#include <atomic>
#include <future>
#include <vector>

using namespace Holdfast;

namespace {

std::shared_ptr<QIODevice> device(const QByteArray &bytes)
{
    auto buffer = std::make_shared<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

struct Decoding
{
    std::promise<Result<DecodeAhead::Opened>> answer;
    std::unique_ptr<DecodeAhead> ahead;

    explicit Decoding(std::shared_ptr<QIODevice> file)
    {
        ahead =
            std::make_unique<DecodeAhead>(std::move(file), [this](const auto &result) { answer.set_value(result); });
    }

    /// All that is left, waiting for it.
    std::vector<float> rest(DecodeAhead::Taken &last)
    {
        std::vector<float> all;
        std::vector<float> piece(2048);
        do {
            last = ahead->take(piece);
            all.insert(all.end(), piece.begin(), piece.begin() + last.frames * 2);
            if (last.frames == 0)
                std::this_thread::yield();
        } while (!last.ended);
        return all;
    }
};

} // namespace

class tst_DecodeAhead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheWholeSoundOfBothChannels()
    {
        Decoding decoding(device(Testing::toneWav(2, 440, 1000)));
        QCOMPARE(decoding.answer.get_future().get()->sampleRate, 8000);
        decoding.ahead->restart(0, 1.0);
        DecodeAhead::Taken last;
        const std::vector<float> sound = decoding.rest(last);
        QCOMPARE(sound.size(), size_t(2 * 8000 * 2));
        QCOMPARE(last.sourceFrame, 16000);
        QVERIFY(!last.broke);
        QVERIFY(std::abs(Testing::frequencyOf(sound, 2, 0, 8000) - 440) < 1);
        QVERIFY(std::abs(Testing::frequencyOf(sound, 2, 1, 8000) - 1000) < 1);
    }
    void startsAtTheFrameThatWasAskedFor()
    {
        Decoding decoding(device(Testing::toneWav(2, 440, 1000)));
        decoding.answer.get_future().wait();
        decoding.ahead->restart(12000, 1.0);
        DecodeAhead::Taken last;
        QCOMPARE(decoding.rest(last).size(), size_t(2 * 4000));
        QCOMPARE(last.sourceFrame, 16000);
    }
    void atDoubleSpeedItTakesHalfTheTimeAndStillTellsTheTruePlace()
    {
        Decoding decoding(device(Testing::toneWav(4, 440, 1000)));
        decoding.answer.get_future().wait();
        decoding.ahead->restart(0, 2.0);
        DecodeAhead::Taken last;
        const std::vector<float> sound = decoding.rest(last);
        QVERIFY(std::abs(static_cast<double>(sound.size()) / 2 - 16000) < 400);
        QVERIFY(std::abs(static_cast<double>(last.sourceFrame) - 32000) < 800);
    }
    void whatCannotBeDecodedSaysSoOnce()
    {
        Decoding decoding(device("this is a letter, not a call"));
        const auto opened = decoding.answer.get_future().get();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, FailureKind::UnsupportedMedia);
        QVERIFY(!opened.error().message.isEmpty());
    }
    void aDeviceThatBreaksHalfWayEndsWithTheReason()
    {
        auto breaking = std::make_shared<Testing::BreakingDevice>(44 + 400'000);
        breaking->setData(Testing::toneWav(20, 440, 1000));
        breaking->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        Decoding decoding(breaking);
        QVERIFY(decoding.answer.get_future().get().has_value());
        decoding.ahead->restart(0, 1.0);
        DecodeAhead::Taken last;
        const std::vector<float> sound = decoding.rest(last);
        QVERIFY(!sound.empty());
        QVERIFY(last.broke.has_value());
    }
};

QTEST_GUILESS_MAIN(tst_DecodeAhead)
#include "tst_DecodeAhead.moc"
