// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame takes while one scrolls through Review over a million recordings: by the wheel, and by dragging the
// scroll bar from one end to the other. Painted at once as the screen would ask for it, in a real window of the
// platform that is given by QT_QPA_PLATFORM, against the 16.7 ms that 60 frames a second leave. The far side is
// scripted, in a thread of its own; what its answers cost here counts. Usage: bench_review

#include "bench/Figures.h"
#include "look/Appearance.h"
#include "review/ReviewPage.h"
#include "review/ReviewTable.h"
#include "ui/review/ScriptedLibrary.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

#include <cstdio>
#include <functional>
#include <future>
#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int recordings = 1'000'000;
constexpr int frames = 600;
constexpr double frameTime = 1000.0 / 60;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Beside the frames themselves, whatever the loop does between them must not take longer than one.
void measure(const char *what, ReviewTable &table, const std::function<void(int)> &step)
{
    std::vector<double> times;
    double longestBetween = 0;
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer begun;
        begun.start();
        step(frame);
        table.viewport()->repaint();
        times.push_back(milliseconds(begun));
        do {
            QElapsedTimer piece;
            piece.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            longestBetween = std::max(longestBetween, milliseconds(piece));
        } while (milliseconds(begun) < frameTime);
    }
    const auto late = std::count_if(times.begin(), times.end(), [](double time) { return time > frameTime; });
    std::printf("%-22s median %5.2f ms, longest %5.2f ms, over %.1f ms: %lld of %d; longest between: %.2f ms\n", what,
                median(times), *std::max_element(times.begin(), times.end()), frameTime, static_cast<long long>(late),
                frames, longestBetween);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Appearance appearance(application);
    std::promise<QUrl> ready;
    QThread far;
    QObject inFar;
    inFar.moveToThread(&far);
    std::unique_ptr<ScriptedLibrary> library;
    far.start();
    QMetaObject::invokeMethod(&inFar, [&] {
        library = std::make_unique<ScriptedLibrary>(recordings);
        ready.set_value(library->url());
    });
    ApiClient api;
    api.setServer(ready.get_future().get());
    api.setToken("T0KEN");
    int result = 0;
    {
        ReviewPage page(api, &QDateTime::currentDateTimeUtc);
        page.resize(1200, 760);
        auto *table = page.findChild<ReviewTable *>();
        QElapsedTimer begun;
        begun.start();
        page.show();
        if (QTest::qWaitFor([&] { return table->model()->rowCount() == recordings; }, 20'000)) {
            std::printf("first rows after %.0f ms\n", milliseconds(begun));
            QScrollBar *bar = table->verticalScrollBar();
            measure("by the wheel", *table, [bar](int) { bar->setValue(bar->value() + 96); });
            measure("dragged to the end", *table, [bar](int frame) {
                bar->setValue(static_cast<int>(qint64{bar->maximum()} * frame / (frames - 1)));
            });
            measure("at random", *table, [bar](int frame) {
                bar->setValue(static_cast<int>(qint64{bar->maximum()} * (frame * 7919 % frames) / frames));
            });
        } else {
            std::fprintf(stderr, "no rows came\n");
            result = 1;
        }
    }
    QMetaObject::invokeMethod(
        &inFar, [&] { library.reset(); }, Qt::BlockingQueuedConnection);
    far.quit();
    far.wait();
    std::printf("memory at most %.0f MiB\n", peakMemoryMiB(QCoreApplication::applicationPid()));
    return result;
}
