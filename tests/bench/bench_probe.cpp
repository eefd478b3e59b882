// SPDX-License-Identifier: GPL-3.0-or-later
// How many files a second the probe does, against ffprobe as a process and Python's mutagen, on the same files in the
// same run. bench_probe [FOLDER]: without a folder, the test corpus.
#include "media/MediaProbe.h"

#include "support/MediaCorpus.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr qint64 enough = 400'000'000; // ns

/// Nanoseconds a file takes when the files are gone through again and again.
template <class Work> double nanosecondsPerFile(const QStringList &paths, Work work)
{
    QElapsedTimer timer;
    timer.start();
    qint64 files = 0;
    do {
        for (const QString &path : paths)
            work(path);
        files += paths.size();
    } while (timer.nsecsElapsed() < enough);
    return double(timer.nsecsElapsed()) / double(files);
}

double ours(const QStringList &paths)
{
    return nanosecondsPerFile(paths, [](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || !probeMedia(file))
            qFatal("the probe refused %s", qPrintable(path));
    });
}

double ffprobes(const QStringList &paths)
{
    return nanosecondsPerFile(paths, [](const QString &path) {
        const int code = QProcess::execute(QStringLiteral("sh"),
                                           {QStringLiteral("-c"),
                                            QStringLiteral("exec ffprobe -v quiet -show_entries format=duration "
                                                           "-of csv \"$1\" >/dev/null"),
                                            QStringLiteral("sh"), path});
        if (code < 0)
            qFatal("ffprobe does not run");
    });
}

/// Within one Python process; starting it and loading the module are not counted.
double mutagens(const QStringList &paths)
{
    const QString script = QStringLiteral("import sys, time, mutagen\n"
                                          "paths = sys.argv[1:]\n"
                                          "start = time.perf_counter_ns(); files = 0\n"
                                          "while time.perf_counter_ns() - start < 400_000_000:\n"
                                          "    for path in paths:\n"
                                          "        try: mutagen.File(path)\n"
                                          "        except Exception: pass\n"
                                          "    files += len(paths)\n"
                                          "print((time.perf_counter_ns() - start) / files)\n");
    for (const QString &python : {QStringLiteral("python3"), QStringLiteral("/usr/bin/python3")}) {
        QProcess process;
        process.start(python, QStringList{QStringLiteral("-c"), script} + paths);
        process.waitForFinished(60'000);
        if (const double time = process.readAllStandardOutput().trimmed().toDouble(); time > 0)
            return time;
    }
    return 0; // mutagen is not installed
}

QMap<QString, QStringList> corpusByFormat()
{
    QMap<QString, QStringList> paths;
    for (const CorpusFile &file : goodMedia())
        if (!file.truncated)
            paths[formatName(file.format)].append(corpusPath(file.name));
    return paths;
}

QMap<QString, QStringList> filesOf(const QString &folder)
{
    QStringList paths;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        paths.append(file.filePath());
    return {{QStringLiteral("folder"), paths}};
}

QString ratio(double other, double own)
{
    return other > 0 ? QStringLiteral("%1x").arg(other / own, 0, 'f', 1) : QStringLiteral("none");
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    out << "format  files  us/file   files/s  against ffprobe  against mutagen\n";
    const auto groups = argc > 1 ? filesOf(QString::fromLocal8Bit(argv[1])) : corpusByFormat();
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        const double own = ours(group.value());
        out << QStringLiteral("%1  %2  %3  %4  %5  %6\n")
                   .arg(group.key(), -6)
                   .arg(group.value().size(), 5)
                   .arg(own / 1000, 7, 'f', 1)
                   .arg(1e9 / own, 8, 'f', 0)
                   .arg(ratio(ffprobes(group.value()), own), 15)
                   .arg(ratio(mutagens(group.value()), own), 15);
        out.flush();
    }
}
