// SPDX-License-Identifier: GPL-3.0-or-later
// What retention costs: the preview of a policy, the count of a sweep and the list of what ends soon among many
// recordings, each beside what another write waits meanwhile; and a sweep that deletes as many, with their files,
// against the plain deletion of as many files and rows.
// Usage: bench_retention [recordings to look through [recordings to delete]]

#include "api/DataFolder.h"
#include "bench/Figures.h"
#include "records/Campaigns.h"
#include "records/DueRecordings.h"
#include "records/Leads.h"
#include "records/Policies.h"
#include "records/PolicyPreview.h"
#include "records/PolicyUsages.h"
#include "records/Uploads.h"
#include "records/Users.h"
#include "sqlite/Query.h"
#include "sqlite/Snapshot.h"
#include "sqlite/Steps.h"
#include "support/OrThrow.h"
#include "upkeep/RetentionSweeper.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

void write(DataFolder &data, std::function<Done(Database &)> work)
{
    orThrow(data.writes().submit<void>(std::move(work)).result());
}

const QDateTime now = QDateTime::currentDateTimeUtc();

QString pathOf(qint64 id)
{
    return QStringLiteral("2026/%1/%2/recording_%3.wav")
        .arg(1 + id / 28'000 % 12, 2, 10, QLatin1Char('0'))
        .arg(1 + id / 1000 % 28, 2, 10, QLatin1Char('0'))
        .arg(id);
}

Recording recordingOf(qint64 id, const QDateTime &uploadedAt)
{
    Recording recording;
    recording.id = {id};
    recording.callId = {1};
    recording.leadId = {1};
    recording.agentId = {1 + id % 2};
    recording.filePath = pathOf(id);
    recording.fileSize = 1'000'000;
    recording.sha256 = QByteArray(32, 's');
    recording.originalName = QStringLiteral("call.wav");
    recording.encryptionKeyId = QStringLiteral("default");
    recording.callDate = recording.uploadedAt = recording.createdAt = uploadedAt;
    return recording;
}

void addPeople(DataFolder &data)
{
    write(data, [](Database &database) -> Done {
        for (const char *name : {"alice", "bob"})
            orThrow(Users(database).add({{}, QString::fromLatin1(name), QStringLiteral("x"), Role::Agent}, "h", now));
        for (int i = 0; i < 40; ++i)
            orThrow(Campaigns(database).add(QStringLiteral("Campaign %1").arg(i)));
        Lead lead;
        lead.name = QStringLiteral("Jane");
        lead.createdAt = lead.updatedAt = now;
        orThrow(Leads(database).add(lead));
        return Query(database, "INSERT INTO calls (lead_id, agent_id, disposition, started_at) VALUES (1, 1, '', 0)")
            .run();
    });
}

void addPolicies(DataFolder &data)
{
    write(data, [](Database &database) -> Done {
        for (int i = 0; i <= 20; ++i) {
            RetentionPolicy policy;
            policy.name = QStringLiteral("p");
            policy.retentionDays = 200 + i;
            policy.createdAt = policy.updatedAt = now;
            policy.isDefault = i == 0;
            if (i > 0) {
                policy.appliesTo = PolicyScope::Campaign;
                policy.campaignId = CampaignId{i};
            }
            orThrow(Policies(database).add(policy));
        }
        return {};
    });
}

/// Rows as they come from years of work. The search's and the webhooks' part of each is left out here: it plays no part
/// in what is measured on them.
void fillToLookThrough(DataFolder &data, qint64 rows)
{
    write(data, [](Database &database) -> Done {
        QList<QByteArray> triggers;
        Query names(database, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'recordings'");
        orThrow(names.each([&] { triggers.append(names.text(0).toLatin1()); }));
        for (const QByteArray &trigger : triggers)
            orThrow(Query(database, "DROP TRIGGER " + trigger).run());
        return {};
    });
    constexpr qint64 atOnce = 50'000;
    for (qint64 from = 1; from <= rows; from += atOnce)
        write(data, [=](Database &database) {
            Query query(database,
                        "WITH RECURSIVE n (id) AS (SELECT ? UNION ALL SELECT id + 1 FROM n WHERE id < ?)"
                        " INSERT INTO recordings (id, call_id, lead_id, agent_id, campaign_id, disposition, file_path,"
                        " file_size, duration_ms, format, channels, sample_rate, sha256, original_name,"
                        " encryption_key_id, notes, call_date, uploaded_at, compliance_hold, revision, created_at)"
                        " SELECT id, 1, 1, 1 + id % 2, 1 + id % 40, 'SALE', 'f' || id, 1000000, 180000, 'WAV', 2, 8000,"
                        " zeroblob(32), 'call ' || id || '.wav', 'default', 'a note of a call, as there are', ?, ?"
                        " + id * ?, id % 200 = 0, 1, ? FROM n");
            const qint64 begin = now.addDays(-220).toMSecsSinceEpoch();
            const qint64 step = 220LL * 86'400'000 / rows;
            return query.bind(from, std::min(rows, from + atOnce - 1), begin, begin, step, begin).run();
        });
}

/// How long each of many small writes takes, one after the other, until told to stop.
std::vector<double> writesWhile(DataFolder &data, const std::atomic_bool &goesOn)
{
    std::vector<double> milliseconds;
    while (goesOn) {
        QElapsedTimer timer;
        timer.start();
        AuditEntry entry;
        entry.at = now;
        entry.action = QStringLiteral("bench");
        write(data, [entry](Database &database) { return Audit(database).append(entry); });
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return milliseconds;
}

/// Does the work while another thread writes, and tells of both.
void measure(const char *what, DataFolder &data, const std::function<void(Database &)> &work)
{
    std::atomic_bool goesOn = true;
    std::vector<double> waits;
    std::thread writer([&] { waits = writesWhile(data, goesOn); });
    QElapsedTimer timer;
    timer.start();
    work(*orThrow(data.connections().ofThisThread()));
    const qint64 took = timer.elapsed();
    goesOn = false;
    writer.join();
    std::sort(waits.begin(), waits.end());
    if (waits.empty()) { // the work was over before the first of them began
        std::printf("%-44s %7lld ms\n", what, static_cast<long long>(took));
        return;
    }
    std::printf("%-44s %7lld ms; %6zu other writes meanwhile: median %6.2f ms, 99 %% %6.2f, longest %6.2f\n", what,
                static_cast<long long>(took), waits.size(), median(waits), waits[waits.size() * 99 / 100],
                waits.back());
}

void lookThrough(const QString &folder, qint64 rows)
{
    const auto data = orThrow(DataFolder::open({folder}));
    addPeople(*data);
    addPolicies(*data);
    fillToLookThrough(*data, rows);
    const auto rules = [](Database &database) { return RetentionRules{orThrow(Policies(database).all()), 90, 7}; };
    const auto preview = [&](const PolicyChange &change) {
        return [&rules, change](Database &database) {
            const Snapshot snapshot = orThrow(Snapshot::begin(database));
            PolicyPreview told(database, rules(database), change);
            const PolicyPreview::Totals totals = orThrow(told.totals(now));
            const auto first = orThrow(told.first(100, now));
            std::printf("  %lld change, %lld end at once, the first %lld told\n",
                        static_cast<long long>(totals.changed), static_cast<long long>(totals.dueAtOnce),
                        static_cast<long long>(first.size()));
        };
    };
    std::printf("%lld recordings, 40 campaigns, 21 policies\n", static_cast<long long>(rows));
    RetentionPolicy forAll;
    forAll.retentionDays = 100;
    forAll.isDefault = true;
    measure("preview: the default policy", *data, preview({{1}, forAll}));
    RetentionPolicy forOne;
    forOne.retentionDays = 100;
    forOne.appliesTo = PolicyScope::Campaign;
    forOne.campaignId = CampaignId{3};
    measure("preview: one campaign's policy", *data, preview({{4}, forOne}));
    measure("a sweep's count", *data, [&](Database &database) {
        const RetentionRules all = rules(database);
        const auto totals = orThrow(DueRecordings(database, all).totals(now));
        std::printf("  %lld due, %lld held\n", static_cast<long long>(totals.due), static_cast<long long>(totals.held));
    });
    measure("what ends in 30 days: number and first page", *data, [&](Database &database) {
        const RetentionRules all = rules(database);
        DueRecordings due(database, all);
        const auto totals = orThrow(due.totals(now.addDays(30)));
        const auto page = orThrow(due.page(now.addDays(30), std::nullopt, std::nullopt, 51));
        std::printf("  %lld end, %lld told\n", static_cast<long long>(totals.due), static_cast<long long>(page.size()));
    });
    measure("usage by policy", *data, [&](Database &database) {
        const auto usages = orThrow(policyUsages(database, rules(database), now, 30));
        std::printf("  %lld policies\n", static_cast<long long>(usages.size()));
    });
    measure("saving the default policy", *data, [&](Database &) {
        write(*data, [](Database &database) {
            RetentionPolicy policy = **Policies(database).byId({1});
            policy.retentionDays = 100;
            return Policies(database).change(policy);
        });
    });
}

void makeFile(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(4096, 'x')) != 4096)
        throw std::runtime_error("no file");
}

double plainDeletions(const QString &folder, qint64 rows)
{
    const auto database = orThrow(Database::open(folder + QStringLiteral("/plain.db"), Durability::Full));
    orThrow(Query(*database, "CREATE TABLE recordings (id INTEGER PRIMARY KEY, path TEXT, uploaded_at INTEGER)").run());
    orThrow(Query(*database, "CREATE INDEX by_time ON recordings (uploaded_at)").run());
    orThrow(inTransaction(*database, [&]() -> Done {
        for (qint64 id = 1; id <= rows; ++id) {
            Query query(*database, "INSERT INTO recordings VALUES (?, ?, ?)");
            const QString path = folder + QStringLiteral("/plain/") + pathOf(id);
            makeFile(path);
            if (Done done = query.bind(id, path, id).run(); !done)
                return done;
        }
        return {};
    }));
    QElapsedTimer timer;
    timer.start();
    for (qint64 from = 1; from <= rows; from += RetentionSweeper::portion) {
        const qint64 to = std::min(rows, from + RetentionSweeper::portion - 1);
        orThrow(inTransaction(*database, [&]() -> Done {
            for (qint64 id = from; id <= to; ++id) {
                Query query(*database, "DELETE FROM recordings WHERE id = ?");
                if (Done done = query.bind(id).run(); !done)
                    return done;
            }
            return {};
        }));
        for (qint64 id = from; id <= to; ++id)
            QFile::remove(folder + QStringLiteral("/plain/") + pathOf(id));
    }
    return static_cast<double>(rows) * 1000 / static_cast<double>(timer.elapsed());
}

double sweptDeletions(const QString &folder, qint64 rows)
{
    const auto data = orThrow(DataFolder::open({folder}));
    addPeople(*data);
    constexpr qint64 atOnce = 2000;
    for (qint64 from = 1; from <= rows; from += atOnce)
        write(*data, [&, from](Database &database) -> Done {
            for (qint64 id = from; id < from + atOnce && id <= rows; ++id) {
                makeFile(folder + QStringLiteral("/recordings/") + pathOf(id));
                const Recording recording = recordingOf(id, now.addDays(-100).addSecs(id));
                if (Done added = Recordings(database).add(recording, QByteArray(60, 'k')); !added)
                    return added;
            }
            return {};
        });
    const auto removeFiles = [&](const QList<Recording> &deleted) {
        for (const Recording &recording : deleted)
            orThrow(data->vault().remove(recording.filePath));
        write(*data, [&](Database &database) -> Done {
            for (const Recording &recording : deleted)
                if (Done done = Uploads(database).abandon(recording.id); !done)
                    return done;
            return {};
        });
    };
    RetentionSweeper sweeper(
        {data->connections(), data->writes(), [] { return now; }, {90, 7, 100, 2}, removeFiles, [] { return false; }});
    AuditEntry who;
    who.at = now;
    const SweepId id =
        orThrow(data->writes()
                    .submit<SweepId>([who](Database &database) { return RetentionSweeps(database).begin(who, false); })
                    .result());
    // Alone, as what it is held against is.
    QElapsedTimer timer;
    timer.start();
    orThrow(sweeper.go());
    const qint64 took = timer.elapsed();
    const RetentionSweep sweep = orThrow(RetentionSweeps(*orThrow(data->connections().ofThisThread())).byId(id));
    std::printf("%-44s %7lld ms; %lld deleted, %lld failed\n", "a sweep that deletes", static_cast<long long>(took),
                static_cast<long long>(sweep.deleted), static_cast<long long>(sweep.failed));
    return static_cast<double>(sweep.deleted) * 1000 / static_cast<double>(std::max<qint64>(took, 1));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const qint64 rows = arguments.value(1, QStringLiteral("1000000")).toLongLong();
    const qint64 deletions = arguments.value(2, QStringLiteral("100000")).toLongLong();
    const QTemporaryDir folder;
    if (rows > 0)
        lookThrough(folder.filePath(QStringLiteral("looked-through")), rows);
    if (deletions > 0) {
        const double swept = sweptDeletions(folder.filePath(QStringLiteral("swept")), deletions);
        const double plain = plainDeletions(folder.path(), deletions);
        std::printf("sweep %.0f/s, plain unlink and DELETE %.0f/s: %.3f of it\n", swept, plain, swept / plain);
    }
    return 0;
}
