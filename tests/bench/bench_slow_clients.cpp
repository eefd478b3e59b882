// SPDX-License-Identifier: GPL-3.0-or-later
// How long a search takes beside 300 clients that never end their header, 300 that never end their upload and 300 that
// never read their download, as a ratio to how long it takes without them; and what memory those hold.
#include "fuzz/ServerUnderFire.h"
#include "server-stub/api/SlowCrowd.h"
#include "server-stub/http/OpenFiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

constexpr int ofEachKind = 300;
constexpr int recordings = 100;
constexpr int searches = 1000;

struct Latency
{
    double median = 0; // in ms
    double p99 = 0;
};

Latency searchLatency(const ServerUnderFire &server, SlowCrowd *crowd)
{
    const QByteArray search =
        server.filledIn("GET /api/recordings?limit=100 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                        "Authorization: Bearer $sam\r\n\r\n");
    std::vector<double> times;
    for (int i = 0; i < searches; ++i) {
        if (crowd && i % 20 == 0)
            crowd->dribble();
        QElapsedTimer timer;
        timer.start();
        if (server.hear(search).statuses != std::vector<int>{200})
            throw std::runtime_error("a search was not answered");
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// Until each of them is in the middle of what it does.
void waitUntilFull(const ServerUnderFire &server, std::size_t clients)
{
    const auto open = [&](const char *folder) { return filesOpenBelow(server.dataFolder() + QLatin1String(folder)); };
    while (socketsAccepted(server.port()).size() < clients || open("/incoming") < ofEachKind ||
           open("/recordings") < ofEachKind)
        std::this_thread::yield();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (!mayOpen(4096))
        qFatal("this process may not open enough files");
    ServerUnderFire server([](TestServer &options) {
        Http::Limits &limits = options.options.limits;
        limits.headTime = limits.idleTime = limits.stallTime = limits.slowBodyTime = 1h;
        limits.connections = 2000;
    });
    for (int i = 0; i < recordings; ++i)
        server.uploadRecording();
    server.uploadRecording(40);

    searchLatency(server, nullptr); // warms up
    const Latency alone = searchLatency(server, nullptr);
    const double before = residentMiB();
    SlowCrowd crowd(server.port(), server.tokenOf("alice"), server.recording());
    for (int i = 0; i < ofEachKind; ++i) {
        crowd.addSlowHeader();
        crowd.addSlowBody();
        crowd.addSlowReader();
    }
    waitUntilFull(server, crowd.size());
    const Latency beside = searchLatency(server, &crowd);
    const double after = residentMiB();

    std::printf("a search of 100 recordings, each on a connection of its own, %d times:\n", searches);
    std::printf("  alone                      p50 %6.2f ms  p99 %6.2f ms\n", alone.median, alone.p99);
    std::printf("  beside 900 slow clients    p50 %6.2f ms  p99 %6.2f ms\n", beside.median, beside.p99);
    std::printf("  ratio                      p50 %6.2f     p99 %6.2f\n", beside.median / alone.median,
                beside.p99 / alone.p99);
    std::printf("memory for the 900, both ends in this process: %.1f MiB, %.0f KiB each\n", after - before,
                (after - before) * 1024 / static_cast<double>(crowd.size()));
    return 0;
}
