// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame takes while one zooms from the whole of a two-hour call of two channels to a second of it and back,
// and pans through it: the waveform and its overview, painted at once as the screen would ask for them, in a real
// window of the platform that is given by QT_QPA_PLATFORM, against the 16.7 ms that 60 frames a second leave.
// Usage: bench_zoom [width of the window [annotations]]; QT_SCALE_FACTOR=2 for a dense screen.

#include "bench/Figures.h"
#include "look/Appearance.h"
#include "media/Peaks.h"
#include "player/WaveformOverview.h"
#include "player/WaveformView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <cmath>
#include <cstdio>
#include <functional>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds length = 2h;
constexpr double frameTime = 1000.0 / 60;

Peaks twoHours()
{
    QRandomGenerator random(1);
    Peaks peaks;
    peaks.sampleRate = 8000;
    peaks.frames = length.count() * 8;
    for (int channel = 0; channel < 2; ++channel) {
        QList<Peak> lane(finestPeaksPerChannel);
        for (Peak &peak : lane)
            peak = {static_cast<qint8>(-random.bounded(100)), static_cast<qint8>(random.bounded(100))};
        peaks.channels.append(lane);
    }
    return peaks;
}

QList<Peaks> levelsOf(const Peaks &finest)
{
    QList<Peaks> levels{finest};
    for (int buckets = finestPeaksPerChannel / 4; buckets >= overviewPeaksPerChannel; buckets /= 4)
        levels.append(coarser(finest, buckets));
    return levels;
}

void measure(const char *what, QWidget &window, WaveformView &waveform, const std::function<void(double)> &step)
{
    constexpr int frames = 600;
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        step(static_cast<double>(frame) / frames);
        for (QWidget *widget : window.findChildren<QWidget *>())
            widget->repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QApplication::processEvents(); // what the window system says meanwhile is not part of the frame
    }
    std::sort(times.begin(), times.end());
    const auto late = std::count_if(times.begin(), times.end(), [](double time) { return time > frameTime; });
    std::printf(
        "%-28s p50 %6.2f ms, p99 %6.2f ms, longest %6.2f ms, %.2f of a frame at 60/s; later than that: %d of %d\n",
        what, median(times), times[static_cast<size_t>(0.99 * frames)], times.back(),
        times[static_cast<size_t>(0.99 * frames)] / frameTime, static_cast<int>(late), frames);
    VisibleRange all = waveform.range();
    all.showAll();
    waveform.setRange(all);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const int width = QCoreApplication::arguments().value(1, QStringLiteral("1280")).toInt();
    const int annotations = QCoreApplication::arguments().value(2, QStringLiteral("50")).toInt();
    QWidget window;
    auto *waveform = new WaveformView(&window);
    auto *overview = new WaveformOverview(*waveform, &window);
    auto *column = new QVBoxLayout(&window);
    column->addWidget(waveform, 1);
    column->addWidget(overview);
    window.resize(width, 180);
    window.show();
    QApplication::processEvents();
    waveform->setPeaks(levelsOf(twoHours()));
    waveform->setDuration(length);
    QList<WaveformMark> marks;
    for (int mark = 0; mark < annotations; ++mark)
        marks.append({length / annotations * mark, length / annotations * mark + 5s, mark % 2, Qt::darkCyan,
                      QStringLiteral("an annotation")});
    waveform->setMarks(marks);
    std::printf("%d points at %.0f pixels each, %d annotations\n", waveform->width(), waveform->devicePixelRatioF(),
                annotations);

    const auto show = [waveform](double seconds, double place) {
        VisibleRange range = waveform->range();
        const std::chrono::milliseconds from(static_cast<qint64>(place * static_cast<double>(length.count())));
        range.show(from, from + std::chrono::milliseconds(static_cast<qint64>(seconds * 1000)));
        waveform->setRange(range);
    };
    const double whole = static_cast<double>(length.count()) / 1000;
    measure("zooming in and out", window, *waveform,
            [&](double part) { show(std::pow(whole, std::abs(1 - 2 * part)), 0.4); });
    measure("panning at a minute", window, *waveform, [&](double part) { show(60, part); });
    measure("panning at half an hour", window, *waveform, [&](double part) { show(1800, part * 0.75); });
    measure("playing, everything shown", window, *waveform, [&](double part) {
        waveform->setPosition(
            std::chrono::milliseconds(static_cast<qint64>(part * static_cast<double>(length.count()))));
    });
    return 0;
}
