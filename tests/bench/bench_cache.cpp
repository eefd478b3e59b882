// SPDX-License-Identifier: GPL-3.0-or-later
// What keeping the sealed copies within their bound costs: a folder of that many small files is looked through, cut to
// half, wiped; beside it the event loop of the thread that asked is watched. Run: bench_cache [files].
#include "bench/Figures.h"
#include "domain/WhenFinished.h"
#include "local/BoundedFolder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>
#include <QtConcurrentRun>

#include <cstdio>

using namespace Holdfast;

namespace {

constexpr qint64 fileSize = 1000;

void write(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(fileSize))
        qFatal("%s can't be written", qPrintable(path));
}

/// The longest time between two turns of this thread's event loop, which opens a copy each time, while the work is done
/// in the pool.
template <class Work> std::pair<double, double> timed(BoundedFolder &folder, Work work)
{
    QEventLoop loop;
    QElapsedTimer whole;
    QElapsedTimer sinceTurn;
    qint64 longest = 0;
    QTimer turns;
    QObject::connect(&turns, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, sinceTurn.nsecsElapsed());
        sinceTurn.start();
        const auto open = folder.hold(QStringLiteral("r1"));
        folder.usage();
    });
    whole.start();
    sinceTurn.start();
    turns.start(0);
    whenFinished(QtConcurrent::run(work), &loop, [&](bool done) {
        if (!done)
            qFatal("it failed");
        loop.quit();
    });
    loop.exec();
    return {double(whole.nsecsElapsed()) / 1e6, double(longest) / 1e6};
}

void say(const char *what, const std::pair<double, double> &times)
{
    std::printf("%-44s %8.0f ms, longest turn of the event loop %6.1f ms\n", what, times.first, times.second);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int files = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const QTemporaryDir temporary;
    for (int i = 0; i < files; ++i)
        write(temporary.filePath(QStringLiteral("r%1.sealed").arg(i)));
    const auto folder = std::make_shared<BoundedFolder>(temporary.path(), &QDateTime::currentDateTimeUtc, &diskSpaceOf);
    const double before = Testing::peakMemoryMiB(QCoreApplication::applicationPid());
    folder->setLimits({files * fileSize, std::chrono::days(30)});
    const auto trim = [folder] { return folder->trim().has_value(); };
    say("looking through it the first time", timed(*folder, trim));
    say("trimming where nothing is to go", timed(*folder, trim));
    const auto admit = [folder, &temporary] {
        for (int i = 0; i < 100; ++i) {
            const QString name = QStringLiteral("new%1.sealed").arg(i);
            const auto place = [&]() -> Done {
                write(temporary.filePath(name));
                return {};
            };
            if (!folder->admit(name, fileSize, place))
                return false;
        }
        return true;
    };
    say("taking in 100 more, each for an old one", timed(*folder, admit));
    folder->setLimits({files / 2 * fileSize, std::chrono::days(30)});
    say("trimming to half", timed(*folder, trim));
    say("removing the rest", timed(*folder, [folder] { return folder->clear().has_value(); }));
    std::printf("memory: %.1f MiB at the start, %.1f MiB at most\n", before,
                Testing::peakMemoryMiB(QCoreApplication::applicationPid()));
    return folder->usage()->bytes == 0 ? 0 : 1;
}
