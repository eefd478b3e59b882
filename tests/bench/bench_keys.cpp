// SPDX-License-Identifier: GPL-3.0-or-later
// A rotation of the key-encryption key over many recordings: rows a second, and how long another write waits meanwhile,
// against the same write beforehand.
// Usage: bench_keys [rows [folder]]

#include "api/KeyReport.h"
#include "api/KeyRotation.h"
#include "bench/Figures.h"
#include "records/Campaigns.h"
#include "records/Leads.h"
#include "records/Recordings.h"
#include "records/Users.h"
#include "sqlite/Query.h"
#include "support/OrThrow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

Done addRows(DataFolder &data, Database &database, qint64 from, qint64 to)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (qint64 id = from; id <= to; ++id) {
        Recording recording;
        recording.id = {id};
        recording.callId = {1};
        recording.leadId = {1};
        recording.agentId = {1};
        recording.filePath = QStringLiteral("2026/01/15/recording_%1.wav").arg(id);
        recording.fileSize = 1'000'000;
        recording.sha256 = QByteArray(32, 's');
        recording.originalName = QStringLiteral("call.wav");
        recording.callDate = recording.uploadedAt = recording.createdAt = now;
        const auto wrapped = data.keys().wrap(SecretKey::random(), wrapContextOfRecording(recording.id));
        if (!wrapped)
            return fail(wrapped.error());
        recording.encryptionKeyId = wrapped->keyId;
        if (Done added = Recordings(database).add(recording, wrapped->bytes); !added)
            return added;
    }
    return {};
}

void fill(DataFolder &data, qint64 rows)
{
    constexpr qint64 atOnce = 5000;
    orThrow(data.writes()
                .submit<void>([](Database &database) -> Done {
                    const QDateTime now = QDateTime::currentDateTimeUtc();
                    const auto user = Users(database).add(
                        {{}, QStringLiteral("alice"), QStringLiteral("Alice"), Role::Agent}, "hash", now);
                    Lead lead;
                    lead.name = QStringLiteral("Jane");
                    lead.createdAt = lead.updatedAt = now;
                    const auto made = Leads(database).add(lead);
                    if (!user || !made)
                        return fail(user ? made.error() : user.error());
                    return Query(database, "INSERT INTO calls (lead_id, agent_id, disposition, started_at)"
                                           " VALUES (1, 1, '', 0)")
                        .run();
                })
                .result());
    for (qint64 from = 1; from <= rows; from += atOnce)
        orThrow(data.writes()
                    .submit<void>([&data, from, to = std::min(rows, from + atOnce - 1)](Database &database) {
                        return addRows(data, database, from, to);
                    })
                    .result());
}

/// How long each of many small writes takes, one after the other, until told to stop.
std::vector<double> writesWhile(DataFolder &data, const std::atomic_bool &goesOn)
{
    std::vector<double> milliseconds;
    while (goesOn) {
        QElapsedTimer timer;
        timer.start();
        AuditEntry entry;
        entry.at = QDateTime::currentDateTimeUtc();
        entry.action = QStringLiteral("bench");
        orThrow(
            data.writes().submit<void>([entry](Database &database) { return Audit(database).append(entry); }).result());
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return milliseconds;
}

void print(const char *what, std::vector<double> waits)
{
    std::sort(waits.begin(), waits.end());
    std::printf("%-28s %7zu writes, median %6.2f ms, 99 %% %6.2f ms, longest %6.2f ms\n", what, waits.size(),
                median(waits), waits[waits.size() * 99 / 100], waits.back());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 rows = arguments.value(1, QStringLiteral("100000")).toLongLong();
    const QTemporaryDir folder(arguments.value(2, QDir::tempPath()) + QStringLiteral("/bench-keys-XXXXXX"));
    const auto data = orThrow(DataFolder::open({folder.path()}));
    fill(*data, rows);

    std::vector<double> before;
    std::vector<double> meanwhile;
    std::atomic_bool goesOn = true;
    std::thread alone([&] { before = writesWhile(*data, goesOn); });
    std::this_thread::sleep_for(std::chrono::seconds(5));
    goesOn = false;
    alone.join();

    KeyRotation rotation(*data, &QDateTime::currentDateTimeUtc);
    AuditEntry who;
    who.at = QDateTime::currentDateTimeUtc();
    goesOn = true;
    std::thread beside([&] { meanwhile = writesWhile(*data, goesOn); });
    QElapsedTimer timer;
    timer.start();
    orThrow(rotation.begin(who));
    orThrow(rotation.run());
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    goesOn = false;
    beside.join();

    timer.start();
    const KeyReport report = orThrow(reportKeys(*data));
    const double counting = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (report.left != 0)
        throw std::runtime_error("not everything was moved");
    std::printf("%lld rows in %.1f s: %.0f a second; counting them by key: %.1f ms\n", static_cast<long long>(rows),
                seconds, static_cast<double>(rows) / seconds, counting);
    print("writes without a rotation:", before);
    print("writes beside it:", meanwhile);
    return 0;
}
