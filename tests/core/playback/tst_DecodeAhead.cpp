// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Interruptible.h"
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

/// Of which the bytes from some place on never come.
class HalfArrived : public QBuffer, public Interruptible
{
public:
    HalfArrived(const QByteArray &bytes, qint64 here)
        : m_here(here)
    {
        setData(bytes);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    void interrupt() override
    {
        m_interrupted = true;
        m_interrupted.notify_all();
    }
    void goOn() override { m_interrupted = false; }
    void waitForAReader()
    {
        m_waiting.wait(false);
        m_waiting = false;
    }
    void arrive(qint64 here) { m_here = here; } ///< of what nobody waits for

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (pos() + size <= m_here)
            return QBuffer::readData(data, size);
        m_waiting = true;
        m_waiting.notify_all();
        m_interrupted.wait(false);
        return -1;
    }

private:
    std::atomic<qint64> m_here;
    std::atomic_bool m_interrupted = false;
    std::atomic_bool m_waiting = false;
};

struct Decoding
{
    std::promise<Result<DecodeAhead::Opened>> answer;
    std::unique_ptr<DecodeAhead> ahead;

    explicit Decoding(std::shared_ptr<QIODevice> file)
    {
        ahead = std::make_unique<DecodeAhead>(std::move(file), std::chrono::milliseconds(0),
                                              [this](const auto &result) { answer.set_value(result); });
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
        decoding.ahead->restart(0, {});
        DecodeAhead::Taken last;
        const std::vector<float> sound = decoding.rest(last);
        QCOMPARE(sound.size(), size_t(2 * 8000 * 2));
        QCOMPARE(decoding.ahead->sourceFrame(), 16000);
        QVERIFY(!last.broke);
        QVERIFY(std::abs(Testing::frequencyOf(sound, 2, 0, 8000) - 440) < 1);
        QVERIFY(std::abs(Testing::frequencyOf(sound, 2, 1, 8000) - 1000) < 1);
    }
    void startsAtTheFrameThatWasAskedFor()
    {
        Decoding decoding(device(Testing::toneWav(2, 440, 1000)));
        decoding.answer.get_future().wait();
        decoding.ahead->restart(12000, {});
        DecodeAhead::Taken last;
        QCOMPARE(decoding.rest(last).size(), size_t(2 * 4000));
        QCOMPARE(decoding.ahead->sourceFrame(), 16000);
    }
    void atDoubleSpeedItTakesHalfTheTimeAndStillTellsTheTruePlace()
    {
        Decoding decoding(device(Testing::toneWav(4, 440, 1000)));
        decoding.answer.get_future().wait();
        decoding.ahead->restart(0, {.speed = 2.0});
        DecodeAhead::Taken last;
        const std::vector<float> sound = decoding.rest(last);
        QVERIFY(std::abs(static_cast<double>(sound.size()) / 2 - 16000) < 400);
        QVERIFY(std::abs(static_cast<double>(decoding.ahead->sourceFrame()) - 32000) < 800);
    }
    void leavesOutPausesAndStillTellsTheTruePlace()
    {
        // A second of tone, two of silence, a second of tone.
        QByteArray wav = Testing::toneWav(4, 440, 1000);
        std::fill(wav.begin() + 44 + 8000 * 4, wav.begin() + 44 + 3 * 8000 * 4, '\0');
        Decoding decoding(device(wav));
        decoding.answer.get_future().wait();
        decoding.ahead->restart(0, {.skipSilence = true});
        DecodeAhead::Taken last;
        const std::vector<float> sound = decoding.rest(last);
        QVERIFY2(std::abs(static_cast<double>(sound.size()) / 2 - (16000 + 2400)) < 320,
                 qPrintable(QString::number(sound.size() / 2)));
        QCOMPARE(decoding.ahead->sourceFrame(), 32000);
        QCOMPARE(decoding.ahead->sourceFrame(4000), 28000);
    }
    void playsALoopAgainAndAgainToTheSample()
    {
        Decoding decoding(device(Testing::toneWav(4, 440, 1000)));
        decoding.answer.get_future().wait();
        decoding.ahead->restart(0, {});
        std::vector<float> once(2 * 3000);
        for (size_t got = 0; got < once.size();)
            got += static_cast<size_t>(decoding.ahead->take(std::span(once).subspan(got)).frames) * 2;
        decoding.ahead->restart(1000, {.loop = PlaybackManner::Loop{1000, 3000}});
        std::vector<float> looped(2 * 2000 * 3);
        for (size_t got = 0; got < looped.size();)
            got += static_cast<size_t>(decoding.ahead->take(std::span(looped).subspan(got)).frames) * 2;
        for (size_t turn = 0; turn < 3; ++turn)
            QVERIFY(std::equal(once.begin() + 2 * 1000, once.end(),
                               looped.begin() + static_cast<ptrdiff_t>(turn) * 2 * 2000));
        QCOMPARE(decoding.ahead->sourceFrame(500), 2500);
    }
    void leavesAPlaceWhoseBytesDoNotComeForOneThatIsHere()
    {
        auto slow = std::make_shared<HalfArrived>(Testing::toneWav(20, 440, 1000), 44 + 200'000);
        Decoding decoding(slow);
        QVERIFY(decoding.answer.get_future().get().has_value());
        decoding.ahead->restart(100'000, {}); // not here
        slow->waitForAReader();
        decoding.ahead->restart(0, {});
        std::vector<float> piece(2 * 160);
        for (size_t got = 0; got < piece.size();)
            got += static_cast<size_t>(decoding.ahead->take(std::span(piece).subspan(got)).frames) * 2;
        QCOMPARE(decoding.ahead->sourceFrame(), 160);
    }
    void goesBackFromTheEndOfWhatIsHere()
    {
        auto slow = std::make_shared<HalfArrived>(Testing::toneWav(20, 440, 1000), 44 + 200'000);
        Decoding decoding(slow);
        QVERIFY(decoding.answer.get_future().get().has_value());
        for (int round = 0; round < 3; ++round) {
            decoding.ahead->restart(46'000, {});
            slow->waitForAReader(); // in the middle of a piece, whose beginning it has
            decoding.ahead->restart(30'000, {});
            std::vector<float> piece(2 * 160);
            for (size_t got = 0; got < piece.size();) {
                const DecodeAhead::Taken taken = decoding.ahead->take(std::span(piece).subspan(got));
                QVERIFY2(!taken.broke, qPrintable(taken.broke ? taken.broke->message : QString()));
                got += static_cast<size_t>(taken.frames) * 2;
            }
            QCOMPARE(decoding.ahead->sourceFrame(), 30'160);
        }
    }
    void aSeekWhileItIsOpenedIsNoFailure()
    {
        auto slow = std::make_shared<HalfArrived>(Testing::toneWav(20, 440, 1000), 20);
        Decoding decoding(slow);
        slow->waitForAReader(); // for the header
        slow->arrive(44 + 200'000);
        decoding.ahead->restart(0, {});
        const auto opened = decoding.answer.get_future().get();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
    }
    void doesNotWaitForBytesThatDoNotComeWhenItGoes()
    {
        auto slow = std::make_shared<HalfArrived>(Testing::toneWav(20, 440, 1000), 44 + 200'000);
        Decoding decoding(slow);
        QVERIFY(decoding.answer.get_future().get().has_value());
        decoding.ahead->restart(100'000, {});
        slow->waitForAReader();
        decoding.ahead.reset();
        QVERIFY(slow->isOpen());
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
        decoding.ahead->restart(0, {});
        DecodeAhead::Taken last;
        const std::vector<float> sound = decoding.rest(last);
        QVERIFY(!sound.empty());
        QVERIFY(last.broke.has_value());
    }
};

QTEST_GUILESS_MAIN(tst_DecodeAhead)
#include "tst_DecodeAhead.moc"
