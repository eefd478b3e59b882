// SPDX-License-Identifier: GPL-3.0-or-later
// Accesses over HTTP that are answered once their entry is signed and on the disk, against the same answers without
// one, by 32 connections; then the log of a million entries: appending with the tree against without, verifying it
// against reading and hashing it, proving an entry. The number of entries may be given as an argument.
#include "Figures.h"

#include "api/AccessLog.h"
#include "api/DataFolder.h"
#include "crypto/Sha256.h"
#include "http/Listener.h"
#include "records/AuditProofs.h"
#include "records/AuditRows.h"
#include "records/AuditSigner.h"
#include "records/AuditVerification.h"
#include "sqlite/Migration.h"
#include "support/BlockingHttp.h"
#include "support/OrThrow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int connections = 32;
constexpr int rounds = 5;
constexpr int roundMilliseconds = 1500;
constexpr int entriesOfAWrite = 1000;

AuditEntry someEntry()
{
    AuditEntry entry;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.userId = {3};
    entry.username = QStringLiteral("alice");
    entry.role = Role::Agent;
    entry.action = QStringLiteral("view");
    entry.recordingId = {7};
    entry.leadId = {2};
    entry.address = QStringLiteral("192.0.2.1");
    return entry;
}

double answersPerSecond(const QUrl &url, const QByteArray &path)
{
    std::atomic<qint64> answers = 0;
    std::atomic<bool> isOver = false;
    std::vector<std::thread> clients;
    QElapsedTimer clock;
    clock.start();
    for (int client = 0; client < connections; ++client)
        clients.emplace_back([&] {
            BlockingHttp http(url);
            while (!isOver) {
                http.send(http.head("GET", path));
                if (http.receive().status != 200)
                    throw std::runtime_error("not answered");
                ++answers;
            }
        });
    QEventLoop accepting; // the listener accepts in this thread
    QTimer::singleShot(roundMilliseconds, &accepting, &QEventLoop::quit);
    accepting.exec();
    isOver = true;
    for (std::thread &client : clients)
        client.join();
    return static_cast<double>(answers) * 1000 / static_cast<double>(clock.elapsed());
}

void benchAccesses(QTextStream &out)
{
    QTemporaryDir folder;
    const auto data = orThrow(DataFolder::open({folder.filePath(QStringLiteral("data"))}));
    AccessLog log(data->writes(), &QDateTime::currentDateTimeUtc);
    Http::Router router;
    const Http::Reply reply = Http::Reply::message(200, QStringLiteral("an answer of a usual size, more or less"));
    router.add("GET", QStringLiteral("/off"), nullptr, [&](const Http::Request &, const Http::Responder &responder) {
        responder.reply(reply);
        return nullptr;
    });
    router.add("GET", QStringLiteral("/on"), nullptr, [&](const Http::Request &, const Http::Responder &responder) {
        log.thenReply(someEntry(), responder, reply);
        return nullptr;
    });
    router.add("GET", QStringLiteral("/range"), nullptr, [&](const Http::Request &, const Http::Responder &responder) {
        log.thenReplyOncePerMinute(someEntry(), responder, reply);
        return nullptr;
    });
    Http::Listener listener(router, {}, std::nullopt, 2);
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(*listener.listen(QHostAddress::LocalHost, 0));
    std::vector<double> on;
    std::vector<double> range;
    std::vector<double> rates;
    for (int round = 0; round < rounds; ++round) {
        const double off = answersPerSecond(url, "/off");
        rates.push_back(answersPerSecond(url, "/on"));
        on.push_back(rates.back() / off);
        range.push_back(answersPerSecond(url, "/range") / off);
    }
    listener.stop(std::chrono::seconds(5));
    out << "accesses with the audit on, each with an entry: " << median(on) << " of those without ("
        << qRound(median(rates)) << " per s)\n"
        << "ranges of one playback: " << median(range) << " of those without" << Qt::endl;
}

/// Seconds.
double append(const QString &path, int entries, GroupWork work)
{
    const auto writes = orThrow(WriteQueue::start(path, {}, std::move(work)));
    QElapsedTimer clock;
    clock.start();
    for (int written = 0; written < entries; written += entriesOfAWrite)
        orThrow(writes
                    ->submit<void>([](Database &database) {
                        Done done;
                        for (int entry = 0; done && entry < entriesOfAWrite; ++entry)
                            done = Audit(database).append(someEntry());
                        return done;
                    })
                    .result());
    return static_cast<double>(clock.elapsed()) / 1000;
}

void benchLog(QTextStream &out, int entries)
{
    QTemporaryDir folder;
    const QString plain = folder.filePath(QStringLiteral("plain.db"));
    const QString path = folder.filePath(QStringLiteral("signed.db"));
    for (const QString &file : {plain, path})
        orThrow(migrate(*orThrow(Database::open(file, Durability::Full)), QStringLiteral(":/schema/server")));
    const SecretKey seed = SecretKey::random();
    const auto key = std::make_shared<const SigningKey>(seed);
    AuditSigner signer({[key] { return key; }, [](const QByteArray &) { return nullptr; },
                        [key] { return key->publicKey(); }, [] { return false; }});
    const int few = entries / 10;
    const double without = append(plain, few, {});
    const double with = append(path, few,
                               {[&](Database &database) { return signer.begun(database); },
                                [&](Database &database) { return signer.ending(database); }});
    out << "appending with the tree: " << with / without << " of the time without" << Qt::endl;
    append(path, entries - few,
           {[&](Database &database) { return signer.begun(database); },
            [&](Database &database) { return signer.ending(database); }});

    const auto database = orThrow(Database::open(path, Durability::ReadOnly));
    QElapsedTimer clock;
    clock.start();
    Sha256 hash;
    Query query(*database, QByteArray("SELECT ") + auditColumns + " FROM audit NOT INDEXED ORDER BY id");
    orThrow(query.each([&] { hash.add(auditLine(auditRowOf(query))); }));
    const double read = static_cast<double>(clock.restart()) / 1000;
    const AuditReport report = orThrow(AuditVerification(*database, SigningKey(seed).publicKey()).run());
    const double verified = static_cast<double>(clock.restart()) / 1000;
    out << "verifying " << report.entries << " entries: " << verified << " s, " << verified / read
        << " of the time of reading and hashing them; " << (report.finding ? "NOT intact" : "intact") << Qt::endl;
    constexpr int proofs = 200;
    for (int proof = 0; proof < proofs; ++proof)
        orThrow(AuditProofs(*database).inclusion(1 + proof * (entries / proofs), std::nullopt));
    out << "proving an entry: " << static_cast<double>(clock.elapsed()) / proofs << " ms" << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    benchAccesses(out);
    benchLog(out, argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000);
    return 0;
}
