// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/TimeStretch.h"
#include "support/Tone.h"

#include <QTest>

using namespace Holdfast;

class tst_TimeStretch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesTheLengthAndKeepsThePitch_data()
    {
        QTest::addColumn<double>("speed");
        for (double speed : {0.5, 0.75, 1.5, 2.0, 3.0})
            QTest::addRow("%.2f", speed) << speed;
    }
    void changesTheLengthAndKeepsThePitch()
    {
        QFETCH(double, speed);
        constexpr int rate = 8000;
        constexpr int frames = rate * 10;
        std::vector<float> tone(frames * 2);
        for (size_t frame = 0; frame < frames; ++frame) {
            tone[2 * frame] =
                static_cast<float>(std::sin(2 * std::numbers::pi * 440 * static_cast<double>(frame) / rate));
            tone[2 * frame + 1] =
                static_cast<float>(std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(frame) / rate));
        }
        TimeStretch stretch(rate, 2);
        stretch.setSpeed(speed);
        stretch.put(tone);
        stretch.flush();
        const std::vector<float> out = stretch.take();

        const double seconds = static_cast<double>(out.size()) / 2 / rate;
        QVERIFY2(std::abs(seconds - 10 / speed) < 0.05, qPrintable(QString::number(seconds)));
        const std::span<const float> middle = std::span(out).subspan(rate, out.size() / 2);
        QVERIFY(std::abs(Testing::frequencyOf(middle, 2, 0, rate) - 440) < 5);
        QVERIFY(std::abs(Testing::frequencyOf(middle, 2, 1, rate) - 1000) < 10);
    }
    void afterClearNothingOfBeforeIsLeft()
    {
        TimeStretch stretch(8000, 2);
        stretch.setSpeed(2);
        stretch.put(std::vector<float>(16000, 0.5F));
        stretch.clear();
        QVERIFY(stretch.take().empty());
    }
};

QTEST_APPLESS_MAIN(tst_TimeStretch)
#include "tst_TimeStretch.moc"
