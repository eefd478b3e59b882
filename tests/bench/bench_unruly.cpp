// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/UnrulyDays.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace Holdfast::Testing;

namespace {

constexpr quint32 daysOfOneServer = 250;
constexpr qsizetype sideBySide = 8;

} // namespace

/// bench_unruly [DAYS [FIRST]]: seeded days over unruly lines (support/UnrulyDays.h), 10,000 unless told, on a server
/// of its own for every 250. Prints what was played and each day that went wrong; a day that did makes the exit code 1.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const quint32 days = argc > 1 ? QByteArray(argv[1]).toUInt() : 10'000;
    const quint32 first = argc > 2 ? QByteArray(argv[2]).toUInt() : 1;
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server");
    UnrulyDays::Outcome all;
    QElapsedTimer time;
    time.start();
    for (quint32 done = 0; done < days; done += daysOfOneServer) {
        UnrulyDays one(program);
        const UnrulyDays::Outcome outcome = one.run(first + done, std::min(daysOfOneServer, days - done), sideBySide);
        for (const QString &problem : outcome.problems)
            std::printf("WRONG: %s\n", qPrintable(problem));
        all.problems += outcome.problems;
        all.recordings += outcome.recordings;
        all.annotations += outcome.annotations;
        all.serverKills += outcome.serverKills;
        all.clientKills += outcome.clientKills;
        for (size_t trick = 0; trick < all.played.size(); ++trick)
            all.played[trick] += outcome.played[trick];
        std::printf("%u days, %lld wrong, %.0f ms each\n", std::min(days, done + daysOfOneServer),
                    static_cast<long long>(all.problems.size()),
                    static_cast<double>(time.elapsed()) / std::min(days, done + daysOfOneServer));
        std::fflush(stdout);
    }
    std::printf("%d recordings and %d annotations, once each but for what is wrong; the server was killed %d times, a "
                "client %d times; tricks of the line:",
                all.recordings, all.annotations, all.serverKills, all.clientKills);
    for (size_t trick = 1; trick < all.played.size(); ++trick)
        std::printf(" %d", all.played[trick]);
    std::printf("\n");
    return all.problems.isEmpty() ? 0 : 1;
}
