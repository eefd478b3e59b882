// SPDX-License-Identifier: GPL-3.0-or-later
// The window of somebody who is signed in, with 100,000 leads and 1,000,000 recordings known to the store, against one
// with an empty store: how soon it is painted, how long the event loop does not come round, memory, processor time
// while nothing happens, and how soon a lead with 100,000 recordings shows. A process for each, against a server that
// answers and then waits. Usage: QT_QPA_PLATFORM=offscreen bench_client [leads] [recordings].

#include "actions/CacheUpkeep.h"
#include "bench/Figures.h"
#include "core/sync/FeedScript.h"
#include "desktop/SignedInView.h"

#include "contract/RecordingJson.h"
#include "leads/LeadsPage.h"
#include "sqlite/Database.h"
#include "sqlite/Query.h"
#include "support/OrThrow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

#include <sys/resource.h>
#include <time.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int patience = 600'000; // ms
constexpr int ofTheLongLead = 100'000;

double nowMs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    return -1;
}

double processorMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/// The longest time for which the event loop did not come round.
class Blocks
{
public:
    Blocks()
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] {
            m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_since.start();
        m_tick.start(1);
    }
    double longest() const { return m_longest; }

private:
    QTimer m_tick;
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// Tells when the window was painted first.
class FirstPaint : public QObject
{
public:
    double at = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (at == 0 && event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] { at = at == 0 ? nowMs() : at; });
        return QObject::eventFilter(watched, event);
    }
};

void fill(const QString &path, int leads, int recordings)
{
    const auto store = std::move(*LocalStore::open(path));
    QList<Lead> all;
    for (int i = 1; i <= leads; ++i) {
        Lead lead = leadOf(i, QStringLiteral("Lead %1 of some name").arg(i * 7919LL % 1'000'003));
        lead.phone = QStringLiteral("+49 30 %1").arg(1'000'000 + i * 7);
        lead.recordingCount = 9;
        all.append(lead);
    }
    orThrow(store->replaceLeads(all));
    orThrow(store->following().endAnew(QStringLiteral("10"), Reach::Own));
    orThrow(store->agentNames().replace({{{3}, QStringLiteral("Alice")}}));
    if (recordings == 0)
        return;
    const auto database = std::move(*Database::open(path, Durability::Full));
    const QString document = QString::fromUtf8(jsonText(recordingOf(7'777'777, {8'888'888})));
    Query made(*database, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?),"
                          " row(i, lead) AS (SELECT i, CASE WHEN i <= ? THEN 1 ELSE 1 + i % ? END FROM n)"
                          " INSERT INTO recordings (recording_id, lead_id, name, original_path, file_size, sha256,"
                          " format, duration, channels, sample_rate, codec, has_video, truncated, call_at, notes,"
                          " problem, remote) SELECT i, lead, 'call.wav', '', 1000, randomblob(32), 'wav', 187000, 2,"
                          " 8000, '', 0, 0, 1700000000000 + i * 1000, '', '',"
                          " replace(replace(?, '7777777', i), '8888888', lead) FROM row");
    orThrow(made.bind(recordings, std::min(ofTheLongLead, recordings / 10), leads, document).run());
}

/// In the process that is measured.
int show(const QString &folder, const QUrl &server, double begun)
{
    Appearance appearance(*qApp);
    ApiClient api;
    api.setServer(server);
    api.setToken("T0KEN");
    const auto session = std::make_shared<Session>();
    session->user = {{3}, QStringLiteral("alice"), QStringLiteral("Alice"), Role::Agent};
    session->server = server;
    session->store = std::move(*LocalStore::open(folder + QStringLiteral("/local.sqlite")));
    session->cache = std::move(*SealedCache::open(folder + QStringLiteral("/cache"), SecretKey::random()));
    session->sync = std::make_unique<SyncLoop>(api, *session->store, session->cache,
                                               OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
    session->upkeep = std::make_unique<CacheUpkeep>(session->cache, *session->store, *session->sync, CacheRules());
    FirstPaint paint;
    SignedInView view(session, api, appearance, &QDateTime::currentDateTimeUtc);
    view.installEventFilter(&paint);
    view.resize(1280, 800);
    view.show();
    auto *page = view.findChild<LeadsPage *>();
    auto *list = page->findChild<QListView *>();
    const auto *model = qobject_cast<LeadsModel *>(list->model());
    if (!QTest::qWaitFor([&] { return paint.at > 0; }, patience))
        return 1;
    std::optional<Blocks> blocks(std::in_place); // the first paint has a figure of its own
    if (!QTest::qWaitFor([&] { return !model->isReading(); }, patience))
        return 1;
    const double whole = nowMs();
    QTest::qWait(500); // what follows from the first answers of the server
    const double longest = blocks->longest();
    blocks.reset(); // its ticks would be counted below
    double opened = 0;
    if (model->rowCount() > 0) {
        const double before = nowMs();
        list->setCurrentIndex(model->index(model->rowOf({1})));
        page->grab();
        opened = nowMs() - before;
        QTest::qWait(1000);
    }
    const double used = processorMs();
    QEventLoop loop;
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    loop.exec();
    std::printf("%.1f %.1f %.1f %.1f %.1f %.1f %.1f\n", paint.at - begun, whole - begun, longest, opened,
                processorMs() - used, residentMiB(), peakMemoryMiB(QCoreApplication::applicationPid()));
    return 0;
}

std::vector<double> measure(const QString &folder, const QUrl &server)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QEventLoop loop; // the server lives in this process
    QObject::connect(&child, &QProcess::finished, &loop, &QEventLoop::quit);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--show"), folder, server.toString(), QString::number(nowMs(), 'f', 3)});
    loop.exec();
    std::vector<double> figures;
    for (const QByteArray &figure : child.readAllStandardOutput().simplified().split(' '))
        figures.push_back(figure.toDouble());
    if (figures.size() != 7)
        throw std::runtime_error("the window did not come");
    return figures;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QStringLiteral("--show"))
        return show(arguments.at(2), QUrl(arguments.at(3)), arguments.at(4).toDouble());
    const int leads = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const int recordings = argc > 2 ? QByteArray(argv[2]).toInt() : 1'000'000;
    try {
        const QTemporaryDir empty;
        const QTemporaryDir full;
        fill(empty.filePath(QStringLiteral("local.sqlite")), 0, 0);
        fill(full.filePath(QStringLiteral("local.sqlite")), leads, recordings);
        FeedScript feed;
        feed.disturb = [](const QString &path, const QUrlQuery &) {
            ScriptedServer::Answer silence;
            silence.silent = true; // what is known of a lead's recordings shows meanwhile
            const bool ofALead = path.startsWith(QStringLiteral("/api/leads/"));
            return ofALead ? std::optional(silence) : std::nullopt;
        };
        const char *const names[] = {"first paint, ms",
                                     "all leads shown, ms",
                                     "event loop, longest block, ms",
                                     "lead with many recordings, ms",
                                     "processor in 10 idle s, ms",
                                     "memory, MiB",
                                     "memory at its highest, MiB"};
        std::vector<std::vector<double>> none(7);
        std::vector<std::vector<double>> much(7);
        for (int run = 0; run < 3; ++run) {
            const auto a = measure(empty.path(), feed.server.url());
            const auto b = measure(full.path(), feed.server.url());
            for (size_t i = 0; i < 7; ++i) {
                none[i].push_back(a[i]);
                much[i].push_back(b[i]);
            }
        }
        std::printf("%d leads and %d recordings (%.0f MiB of store), against none; medians of 3\n", leads, recordings,
                    static_cast<double>(QFileInfo(full.filePath(QStringLiteral("local.sqlite"))).size()) / 1048576);
        for (size_t i = 0; i < 7; ++i)
            std::printf("%-32s %8.1f %8.1f   x%.2f\n", names[i], median(much[i]), median(none[i]),
                        median(none[i]) > 0 ? median(much[i]) / median(none[i]) : 0);
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
    return 0;
}
