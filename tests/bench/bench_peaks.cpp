// SPDX-License-Identifier: GPL-3.0-or-later
// What the peaks of a call cost, and all that is heard of it besides, against decoding it alone and against ffmpeg's
// showwavespic as a process, on the same files in the same run: a WAV of 50 MB (8 kHz, two sides) and an MP3 of 50 MB
// (44.1 kHz, 128 kbit/s), which ffmpeg makes first. Figures are the middle one of the rounds.
// Usage: bench_peaks [rounds]
#include "media/CallAnalysis.h"
#include "media/DecodePass.h"

#include "Figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <stdexcept>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

void ffmpeg(const QStringList &arguments)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral("ffmpeg"),
                  QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")} + arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        throw std::runtime_error("ffmpeg failed: " + process.readAllStandardError().toStdString());
}

/// Two sides that rise and fall, each for itself.
QString made(const QString &path, int rate, int seconds, const QStringList &encoding)
{
    const QString side = QStringLiteral("anoisesrc=c=pink:a=0.5:r=%1:d=%2:seed=%3,tremolo=f=%4:d=0.95");
    const QString sound = side.arg(rate).arg(seconds).arg(1).arg(0.3) + QStringLiteral("[a];") +
                          side.arg(rate).arg(seconds).arg(2).arg(0.2) + QStringLiteral("[b];[a][b]amerge");
    ffmpeg(QStringList{QStringLiteral("-filter_complex"), sound} + encoding + QStringList{path});
    return path;
}

std::unique_ptr<QFile> opened(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        throw std::runtime_error("the file can't be read");
    return file;
}

qint64 decodeAlone(const QString &path)
{
    const auto decoder = AudioDecoder::open(opened(path));
    const Result<qint64> frames =
        decoder ? decodeToTheEnd(**decoder, nullptr, [](size_t, std::span<const float>) {}) : fail(decoder.error());
    if (!frames)
        throw std::runtime_error(frames.error().message.toStdString());
    return *frames / (*decoder)->sampleRate();
}

template <class T> void demand(const Result<T> &result)
{
    if (!result)
        throw std::runtime_error(result.error().message.toStdString());
}

void measure(const QString &path, int rounds)
{
    const QString picture = path + QStringLiteral(".png");
    const std::vector<std::function<void()>> works{
        [&] { decodeAlone(path); }, [&] { demand(computePeaks(opened(path))); },
        [&] { demand(analyseCall(opened(path))); },
        [&] {
            ffmpeg({QStringLiteral("-i"), path, QStringLiteral("-filter_complex"),
                    QStringLiteral("showwavespic=s=4096x200:split_channels=1"), QStringLiteral("-frames:v"),
                    QStringLiteral("1"), picture});
        }};
    std::vector<std::vector<double>> times(works.size());
    const auto seconds = decodeAlone(path); // and the file is in memory now
    for (int round = 0; round < rounds; ++round)
        for (size_t i = 0; i < works.size(); ++i) {
            QElapsedTimer timer;
            timer.start();
            works[i]();
            times[i].push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    const double decoding = median(times[0]);
    const double picturing = median(times[3]);
    std::printf("%s, %.1f MB, %lld s\n", qPrintable(path.section(u'/', -1)),
                static_cast<double>(QFile(path).size()) / 1e6, static_cast<long long>(seconds));
    const auto line = [&](const char *name, double time) {
        std::printf("  %-26s %9.1f ms  %8.0f times as fast as it plays   decoding x %5.2f   showwavespic / %5.2f\n",
                    name, time, static_cast<double>(seconds) * 1000 / time, time / decoding, picturing / time);
    };
    line("decoding alone", decoding);
    line("peaks", median(times[1]));
    line("peaks and analysis", median(times[2]));
    line("showwavespic, a process", picturing);
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 5;
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // so that who waits for minutes sees something
    try {
        const QTemporaryDir folder;
        measure(made(folder.filePath(QStringLiteral("call.wav")), 8000, 1638,
                     {QStringLiteral("-c:a"), QStringLiteral("pcm_s16le")}),
                rounds);
        measure(made(folder.filePath(QStringLiteral("call.mp3")), 44'100, 3270,
                     {QStringLiteral("-b:a"), QStringLiteral("128k")}),
                rounds);
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
    std::printf("peak memory: %.0f MiB\n", peakMemoryMiB(QCoreApplication::applicationPid()));
}
