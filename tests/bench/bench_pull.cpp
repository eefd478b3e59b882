// SPDX-License-Identifier: GPL-3.0-or-later
// Following a server: an agent who was away while 100,000 leads came (the feed), the same read anew, the list of them
// on screen and its filter, one page of 100 in the store, and the processor's time while nothing happens. A list on
// screen shows the store all the while. Usage: QT_QPA_PLATFORM=offscreen bench_pull [path of holdfast-server] [leads].

#include "bench/Figures.h"
#include "leads/LeadDelegate.h"
#include "leads/LeadsModel.h"
#include "support/ServerProcess.h"
#include "support/Wait.h"
#include "sync/ChangePull.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cstdio>

#include <sys/resource.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int patience = 600'000; // ms

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The longest time for which the event loop did not come round.
class Blocks
{
public:
    Blocks()
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] {
            m_gaps.push_back(milliseconds(m_since));
            m_since.start();
        });
        m_since.start();
        m_tick.start(1);
    }
    double longest() const { return *std::ranges::max_element(m_gaps); }
    double share(double of) const
    {
        std::vector<double> sorted = m_gaps;
        std::ranges::sort(sorted);
        return sorted[static_cast<size_t>(static_cast<double>(sorted.size() - 1) * of)];
    }

private:
    QTimer m_tick;
    QElapsedTimer m_since;
    std::vector<double> m_gaps{0};
};

QString nameOf(int i)
{
    static const char *const first[] = {"Maria", "Jonas", "Aylin", "Peter",  "Chloé",
                                        "Wei",   "Dora",  "Sven",  "Łukasz", "Ana"};
    static const char *const last[] = {"Schmidt", "Weber",  "Yılmaz", "Nowak", "Smith",
                                       "García",  "Öztürk", "Li",     "Rossi"};
    return QStringLiteral("%1 %2 %3").arg(QString::fromUtf8(first[i % 10]), QString::fromUtf8(last[i / 10 % 9])).arg(i);
}

QByteArray csvOf(int leads)
{
    QByteArray csv = "name,phone,campaign,agents\n";
    for (int i = 0; i < leads; ++i)
        csv += nameOf(i).toUtf8() + ",+49 30 " + QByteArray::number(1'000'000 + i * 7) + ",,alice\n";
    return csv;
}

/// What one person has on one computer, with the list of leads on screen.
struct Desk
{
    QTemporaryDir folder;
    ApiClient api;
    std::unique_ptr<LocalStore> store = std::move(*LocalStore::open(folder.filePath(QStringLiteral("a.sqlite"))));
    std::shared_ptr<SealedCache> cache =
        std::move(*SealedCache::open(folder.filePath(QStringLiteral("cache")), SecretKey::random()));
    LeadsModel model{*store};
    QListView list;
    LeadDelegate delegate;

    explicit Desk(const QUrl &server)
    {
        api.setServer(server);
        list.setUniformItemSizes(true);
        list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        list.setItemDelegate(&delegate);
        list.setModel(&model);
        list.resize(300, 700);
        list.show();
    }
    User signIn(const char *name)
    {
        const auto in = wait(api.login(QString::fromLatin1(name), QStringLiteral("holdfast-demo")));
        if (!in)
            throw std::runtime_error(in.error().message.toStdString());
        api.setToken(in->token);
        return in->user;
    }
};

void catchUp(Desk &desk, const User &user, int leads, const char *what)
{
    ChangePull pull(desk.api, *desk.store, desk.cache, user, [] { return 0.5; });
    QSignalSpy caughtUp(&pull, &ChangePull::caughtUp);
    QElapsedTimer timer;
    timer.start();
    const Blocks blocks;
    pull.start();
    if (!caughtUp.wait(patience))
        throw std::runtime_error("it did not catch up");
    const double seconds = milliseconds(timer) / 1000;
    std::printf("%-28s %7.1f s  %8.0f /s  event loop: longest %.1f ms, 99 %% %.1f ms, median %.1f ms\n", what, seconds,
                leads / seconds, blocks.longest(), blocks.share(0.99), blocks.share(0.5));
}

void measureIdle(Desk &desk, const User &user)
{
    ChangePull pull(desk.api, *desk.store, desk.cache, user, [] { return 0.5; });
    QSignalSpy caughtUp(&pull, &ChangePull::caughtUp);
    pull.start();
    caughtUp.wait(patience);
    QTest::qWait(500);
    const auto used = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return std::pair(static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
                             static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3,
                         usage.ru_nvcsw);
    };
    QEventLoop loop;
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    const auto [cpu, switches] = used();
    loop.exec();
    const auto [cpuAfter, switchesAfter] = used();
    std::printf("idle for 10 s                %.2f ms of processor, woken %ld times\n", cpuAfter - cpu,
                switchesAfter - switches);
}

void measurePages()
{
    QTemporaryDir folder;
    const auto store = std::move(*LocalStore::open(folder.filePath(QStringLiteral("a.sqlite"))));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<double> times;
    for (int page = 0; page < 200; ++page) {
        FeedPage feed{QString::number(page + 1), {}, true};
        for (int i = 0; i < 100; ++i) {
            FeedChange change;
            change.id = page * 50 + i / 2 + 1;
            if (i % 2 == 0) {
                change.kind = FeedChange::Kind::Lead;
                change.lead = Lead{{change.id}, nameOf(i), QStringLiteral("+49 30 1"), {}, {}, {{3}}, 1, now, now};
            } else {
                change.kind = FeedChange::Kind::Recording;
                Recording recording;
                recording.id = {change.id};
                recording.callId = {change.id};
                recording.leadId = {change.id};
                recording.agentId = {3};
                recording.sha256 = QByteArray(32, 'h');
                recording.originalName = QStringLiteral("call.wav");
                recording.notes = QStringLiteral("asks for a refund, and wants to be called back in the afternoon");
                recording.callDate = recording.uploadedAt = recording.createdAt = recording.retentionUntil = now;
                recording.retentionReason.appliesTo = QStringLiteral("ALL");
                change.recording = recording;
                change.leadRecordingCount = 1;
            }
            feed.changes.append(change);
        }
        QElapsedTimer timer;
        timer.start();
        if (!store->following().apply(feed, Reach::Own, {3}))
            throw std::runtime_error("a page was not kept");
        times.push_back(milliseconds(timer));
    }
    std::printf("a page of 100 changes        median %.1f ms, longest %.1f ms in the store (200 pages, synced)\n",
                median(times), *std::ranges::max_element(times));
}

struct Filled
{
    double painted = 0;  ///< ms until the list shows for the first time
    double complete = 0; ///< ms until it shows all
    double longest = 0;  ///< ms for which the event loop did not come round
};

Filled fillList(LocalStore &store)
{
    QElapsedTimer timer;
    timer.start();
    LeadsModel model(store);
    LeadDelegate delegate;
    QListView list;
    list.setUniformItemSizes(true);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setItemDelegate(&delegate);
    list.setModel(&model);
    list.resize(300, 700);
    list.show();
    list.grab();
    Filled filled;
    filled.painted = milliseconds(timer);
    const Blocks blocks;
    if (!QTest::qWaitFor([&] { return !model.isReading(); }, patience))
        throw std::runtime_error("the list was not filled");
    list.grab();
    filled.complete = milliseconds(timer);
    QCoreApplication::processEvents();
    filled.longest = std::max(filled.painted, blocks.longest());
    return filled;
}

void measureList(Desk &desk)
{
    QTemporaryDir folder;
    const auto empty = std::move(*LocalStore::open(folder.filePath(QStringLiteral("b.sqlite"))));
    std::vector<double> none;
    std::vector<double> first;
    std::vector<double> complete;
    std::vector<double> longest;
    for (int i = 0; i < 5; ++i) {
        none.push_back(fillList(*empty).painted);
        const Filled filled = fillList(*desk.store);
        first.push_back(filled.painted);
        complete.push_back(filled.complete);
        longest.push_back(filled.longest);
    }
    std::printf("list of %d leads         painted after %.1f ms (%.1f ms with none), whole after %.0f ms, event loop: "
                "longest %.1f ms (medians of 5)\n",
                desk.model.rowCount(), median(first), median(none), median(complete), median(longest));

    const auto key = [&](const QString &words) {
        QElapsedTimer timer;
        timer.start();
        desk.model.setFilter(words);
        const double scanned = milliseconds(timer);
        desk.list.grab();
        return std::pair(scanned, milliseconds(timer));
    };
    for (const char *typed : {"m", "ma", "mar", "mari", "maria", "maria w", "maria we", "maria w", "maria", "", "5",
                              "03", "030", "x", "zzz", ""}) {
        std::vector<double> scans;
        std::vector<double> keys;
        const QString words = QString::fromLatin1(typed);
        for (int i = 0; i < 5; ++i) {
            desk.model.setFilter(words.chopped(words.isEmpty() ? 0 : 1));
            desk.list.grab();
            const auto [scan, whole] = key(words);
            scans.push_back(scan);
            keys.push_back(whole);
        }
        std::printf("  filter %-10s          %6d shown: found in %.1f ms, painted after %.1f ms\n", typed,
                    desk.model.rowCount(), median(scans), median(keys));
    }
    desk.model.setFilter({});

    std::vector<double> changes;
    for (int i = 0; i < 50; ++i) {
        Lead lead = desk.model.at(i * 100);
        ++lead.recordingCount;
        FeedChange change{FeedChange::Kind::Lead, lead.id.value, false, lead, std::nullopt, std::nullopt};
        const auto place = desk.store->following().place();
        QElapsedTimer timer;
        timer.start();
        if (!desk.store->following().apply({(*place)->cursor, {change}, false}, Reach::Own, {3}))
            throw std::runtime_error("a change was not kept");
        QCoreApplication::processEvents();
        changes.push_back(milliseconds(timer));
    }
    std::printf("one lead changes             median %.1f ms, longest %.1f ms, store and list\n", median(changes),
                *std::ranges::max_element(changes));
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QString program = argc > 1
                                ? QString::fromLocal8Bit(argv[1])
                                : QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server");
    const int leads = argc > 2 ? QByteArray(argv[2]).toInt() : 100'000;
    try {
        measurePages();
        const QTemporaryDir data;
        ServerProcess server(program, data.path());
        Desk away(server.url());
        const User alice = away.signIn("alice");
        catchUp(away, alice, 1, "the demo's leads");
        {
            Desk admin(server.url());
            const auto in = wait(admin.api.login(QStringLiteral("ada"), QStringLiteral("holdfast-demo")));
            QNetworkAccessManager network;
            QNetworkRequest request(QUrl(server.url().toString() + QStringLiteral("/api/leads/import")));
            request.setRawHeader("Authorization", "Bearer " + in->token);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("text/csv"));
            const std::unique_ptr<QNetworkReply> reply(network.post(request, csvOf(leads)));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            finished.wait(patience);
            if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
                throw std::runtime_error(reply->readAll().toStdString());
        }
        catchUp(away, alice, leads, "away while they came (feed)");
        Desk fresh(server.url());
        fresh.signIn("alice");
        catchUp(fresh, alice, leads, "read anew (lists)");
        measureList(away);
        measureIdle(away, alice);
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
    return 0;
}
