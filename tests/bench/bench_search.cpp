// SPDX-License-Identifier: GPL-3.0-or-later
// Searches over a million recordings through holdfast-server, first pages and deep ones, against the same statements
// through SQLite's C interface in the same run: prepared before, then bound, stepped and read; and against these
// together with a row that is synced to the disk, as the audit entry of each search is. Besides requests per second
// over 16 connections, and the server's peak memory.
// Usage: bench_search [path of holdfast-server [rows [data directory, kept and used again [mix]]]]

#include "api/SearchCursor.h"
#include "records/RecordingSearch.h"
#include "sqlite/DatabaseState.h"
#include "support/BlockingHttp.h"
#include "support/ServerProcess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDriver>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int agents = 500;
constexpr int campaigns = 40;
constexpr int leads = 100'000;
constexpr int words = 20'000;
constexpr int rounds = 100; // requests of each kind
const QDateTime firstUpload(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
constexpr qint64 year = 365LL * 86'400'000;
const char password[] = "bench password";

/// Numbers that are the same in each run; small ones come much more often than large ones.
class Draw
{
public:
    explicit Draw(quint32 seed)
        : m_random(seed)
    {
    }
    int even(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    int skewed(int bound) { return static_cast<int>(bound * std::pow(m_random.generateDouble(), 3)); }

private:
    QRandomGenerator m_random;
};

QByteArray word(int number)
{
    static const char *const syllables[] = {"ba", "ce", "di",  "fo", "gu", "ha", "je", "ki",  "lo",  "mu",
                                            "na", "pe", "qui", "ro", "su", "ta", "ve", "wi",  "xo",  "yu",
                                            "za", "br", "cro", "d",  "fl", "gr", "st", "pla", "sch", "tri"};
    QByteArray text;
    for (int rest = number + 31; rest > 0; rest /= 30)
        text += syllables[rest % 30];
    return text;
}

QByteArray disposition(int number)
{
    return std::array{"", "SALE", "NO_ANSWER", "CALL_BACK", "REFUND", "WRONG_NUMBER"}[static_cast<size_t>(number)];
}

void writeRows(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("the rows can't be written");
    file.write("agent,lead,phone,campaign,disposition,notes,durationMs,uploadedAt,callDate,complianceHold\n");
    Draw draw(1);
    for (int row = 0; row < rows; ++row) {
        const int lead = draw.even(leads);
        const QDateTime uploaded = firstUpload.addMSecs(year / rows * row + draw.even(20'000));
        QByteArray notes;
        for (int count = draw.even(12); count > 0; --count)
            notes += word(draw.skewed(words)) + ' ';
        const int campaign = draw.even(campaigns + 1);
        file.write("agent" + QByteArray::number(draw.skewed(agents)) + ',' + word(lead % 3001) + ' ' +
                   word(lead * 7 % 20011) + ",+44 7" + QByteArray::number(100'000'000 + lead * 7919LL) + ',' +
                   (campaign == 0 ? QByteArray() : "campaign" + QByteArray::number(campaign)) + ',' +
                   disposition(draw.skewed(6)) + ',' + notes + ',' +
                   (draw.even(50) == 0 ? QByteArray() : QByteArray::number(5000 + draw.skewed(3'600'000))) + ',' +
                   uploaded.toString(Qt::ISODateWithMs).toLatin1() + ',' +
                   uploaded.addSecs(-draw.skewed(86'400)).toString(Qt::ISODate).toLatin1() +
                   (draw.even(200) == 0 ? ",true\n" : ",false\n"));
    }
}

struct Mix
{
    const char *name;
    std::function<void(RecordingFilter &, Draw &)> fill;
};

std::vector<Mix> mixes()
{
    const auto agent = [](RecordingFilter &f, Draw &d) { f.agentId = UserId{2 + d.even(agents)}; };
    const auto campaign = [](RecordingFilter &f, Draw &d) { f.campaignId = CampaignId{1 + d.even(campaigns)}; };
    const auto outcome = [](RecordingFilter &f, Draw &d) {
        f.disposition = QString::fromLatin1(disposition(1 + d.even(5)));
    };
    const auto dates = [](RecordingFilter &f, Draw &d) {
        f.startDate = firstUpload.addSecs(d.even(300 * 86'400));
        f.endDate = f.startDate->addSecs(d.even(60 * 86'400));
    };
    const auto held = [](RecordingFilter &f, Draw &) { f.complianceHold = true; };
    const auto length = [](RecordingFilter &f, Draw &d) { f.minDuration = d.even(3000); };
    const auto common = [](RecordingFilter &f, Draw &d) { f.words = QString::fromLatin1(word(d.even(20))); };
    const auto anyWords = [](RecordingFilter &f, Draw &d) {
        f.words = QString::fromLatin1(word(d.skewed(words)) + ' ' + word(d.even(300)).first(2));
    };
    const auto sortBy = [](RecordingSort::By by) { return [by](RecordingFilter &f, Draw &) { f.sort.by = by; }; };
    const auto all = [](auto... fills) { return [=](RecordingFilter &f, Draw &d) { (fills(f, d), ...); }; };
    const auto byLength = sortBy(RecordingSort::By::Duration);
    const auto byCall = sortBy(RecordingSort::By::CallDate);
    return {{"everything", [](RecordingFilter &, Draw &) {}},
            {"agent", agent},
            {"campaign", campaign},
            {"disposition", outcome},
            {"lead", [](RecordingFilter &f, Draw &d) { f.leadId = LeadId{1 + d.even(leads / 2)}; }},
            {"dates", dates},
            {"held", held},
            {"agent dates", all(agent, dates)},
            {"campaign disposition dates", all(campaign, outcome, dates)},
            {"agent campaign disp. dates held", all(agent, campaign, outcome, dates, held)},
            {"minDuration", length},
            {"agent minDuration", all(agent, length)},
            {"campaign dates minDuration", all(campaign, dates, length)},
            {"-durationSeconds", byLength},
            {"campaign disp. -durationSeconds", all(campaign, outcome, byLength)},
            {"agent dates -callDate", all(agent, dates, byCall)},
            {"q common word", common},
            {"q two words, a prefix", anyWords},
            {"q common campaign", all(common, campaign)},
            {"q common agent dates", all(common, agent, dates)},
            {"q common minDuration", all(common, length)},
            {"q common -durationSeconds", all(common, byLength)}};
}

QByteArray pathOf(const RecordingFilter &filter)
{
    QByteArray path = "/api/recordings?limit=50";
    const auto add = [&path](const char *name, const QByteArray &value) {
        path += QByteArray("&") + name + '=' + value.toPercentEncoding();
    };
    const auto time = [](const QDateTime &at) { return at.toString(Qt::ISODateWithMs).toLatin1(); };
    if (filter.agentId)
        add("agentId", QByteArray::number(filter.agentId->value));
    if (filter.campaignId)
        add("campaignId", QByteArray::number(filter.campaignId->value));
    if (filter.leadId)
        add("leadId", QByteArray::number(filter.leadId->value));
    if (!filter.disposition.isEmpty())
        add("disposition", filter.disposition.toUtf8());
    if (filter.startDate)
        add("startDate", time(*filter.startDate));
    if (filter.endDate)
        add("endDate", time(*filter.endDate));
    if (filter.complianceHold)
        add("complianceHold", *filter.complianceHold ? "true" : "false");
    if (filter.minDuration)
        add("minDuration", QByteArray::number(*filter.minDuration));
    if (!filter.words.isEmpty())
        add("q", filter.words.toUtf8());
    if (filter.sort.by != RecordingSort::By::UploadedAt)
        add("sort", filter.sort.by == RecordingSort::By::Duration ? "-durationSeconds" : "-callDate");
    if (filter.after) {
        Recording last;
        last.uploadedAt = last.callDate = QDateTime::fromMSecsSinceEpoch(filter.after->key, Qt::UTC);
        last.duration = std::chrono::milliseconds(filter.after->key);
        add("cursor", cursorAfter(filter, last));
    }
    return path;
}

/// The statements, values put in, that searches run.
class Statements
{
public:
    explicit Statements(const QString &file)
        : m_database(Database::open(file, Durability::ReadOnly).value())
    {
        auto *const handle = *static_cast<sqlite3 *const *>(m_database->state().sql.driver()->handle().constData());
        sqlite3_trace_v2(
            handle, SQLITE_TRACE_STMT,
            [](unsigned, void *taken, void *statement, void *) {
                char *text = sqlite3_expanded_sql(static_cast<sqlite3_stmt *>(statement));
                const QByteArray sql(text);
                // The words' index runs some by itself.
                if (!sql.startsWith("--") && !sql.contains("'main'.'recording_words_"))
                    static_cast<QByteArrayList *>(taken)->append(sql);
                sqlite3_free(text);
                return 0;
            },
            &m_taken);
    }

    QByteArrayList of(const RecordingFilter &filter)
    {
        m_taken.clear();
        if (!RecordingSearch(*m_database, m_totals).run(filter))
            throw std::runtime_error("a search failed");
        return m_taken;
    }

private:
    QByteArrayList m_taken;
    RecordingTotals m_totals; // remembers as the server's does
    std::unique_ptr<Database> m_database;
};

class Sqlite
{
public:
    explicit Sqlite(const QString &file)
    {
        if (sqlite3_open(file.toUtf8().constData(), &m_handle) != SQLITE_OK)
            throw std::runtime_error("the database can't be opened");
    }
    ~Sqlite() { sqlite3_close(m_handle); }
    Q_DISABLE_COPY_MOVE(Sqlite)

    /// Milliseconds to run them and read what they answer. Preparing is not counted.
    double run(const QByteArrayList &statements)
    {
        std::vector<sqlite3_stmt *> prepared;
        for (const QByteArray &statement : statements) {
            sqlite3_stmt *one = nullptr;
            if (sqlite3_prepare_v2(m_handle, statement.constData(), -1, &one, nullptr) != SQLITE_OK)
                throw std::runtime_error(sqlite3_errmsg(m_handle));
            prepared.push_back(one);
        }
        QElapsedTimer timer;
        timer.start();
        for (sqlite3_stmt *one : prepared) {
            int state = 0;
            while ((state = sqlite3_step(one)) == SQLITE_ROW)
                for (int column = 0; column < sqlite3_column_count(one); ++column)
                    m_read += sqlite3_column_bytes(one, column);
            if (state != SQLITE_DONE)
                throw std::runtime_error(sqlite3_errmsg(m_handle));
            sqlite3_reset(one);
        }
        const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        for (sqlite3_stmt *one : prepared)
            sqlite3_finalize(one);
        return time;
    }

private:
    sqlite3 *m_handle = nullptr;
    qint64 m_read = 0;
};

struct Times
{
    std::vector<double> times = {};

    double quantile(double part)
    {
        std::sort(times.begin(), times.end());
        return times[static_cast<size_t>(part * static_cast<double>(times.size() - 1))];
    }
};

void compare(const char *name, const std::vector<RecordingFilter> &filters, Statements &statements, Sqlite &sqlite,
             Sqlite &log, BlockingHttp &http, const Account &account)
{
    Times plain;
    Times logged;
    Times served;
    for (const RecordingFilter &filter : filters) {
        const QByteArrayList asked = statements.of(filter);
        plain.times.push_back(sqlite.run(asked));
        logged.times.push_back(plain.times.back() + log.run({"INSERT INTO entries (entry) VALUES (randomblob(200))"}));
        QElapsedTimer timer;
        timer.start();
        http.send(http.head("GET", pathOf(filter), account.authorization()));
        const BlockingHttp::Answer answer = http.receive();
        served.times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (answer.status != 200 || !answer.head.toLower().contains("x-total-count"))
            throw std::runtime_error(answer.body.toStdString());
    }
    std::printf("%-40s %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f   %6.2f %6.2f\n", name, plain.quantile(0.5),
                plain.quantile(0.99), logged.quantile(0.5), logged.quantile(0.99), served.quantile(0.5),
                served.quantile(0.99), served.quantile(0.99) / plain.quantile(0.99),
                served.quantile(0.99) / logged.quantile(0.99));
}

std::vector<RecordingFilter> filtersOf(const Mix &mix, bool deep)
{
    Draw draw(3);
    std::vector<RecordingFilter> filters;
    for (int round = 0; round < rounds; ++round) {
        RecordingFilter filter;
        mix.fill(filter, draw);
        if (deep && filter.startDate)
            filter.after =
                RecordingPlace{filter.startDate->toMSecsSinceEpoch() / 2 + filter.endDate->toMSecsSinceEpoch() / 2, {}};
        else if (deep)
            filter.after = RecordingPlace{filter.sort.by == RecordingSort::By::Duration
                                              ? 400'000
                                              : firstUpload.toMSecsSinceEpoch() + year / 100 * draw.even(50),
                                          {}};
        filters.push_back(filter);
    }
    return filters;
}

void throughput(const QUrl &server, const Account &account)
{
    QByteArrayList paths;
    for (const Mix &mix : mixes())
        for (const bool deep : {false, true})
            for (const RecordingFilter &filter : filtersOf(mix, deep))
                paths.append(pathOf(filter));
    std::mt19937 order(5);
    std::shuffle(paths.begin(), paths.end(), order);
    constexpr int connections = 16;
    std::atomic<qsizetype> next = 0;
    std::vector<Times> times(connections);
    std::vector<std::thread> clients;
    QElapsedTimer timer;
    timer.start();
    for (int client = 0; client < connections; ++client)
        clients.emplace_back([&, client] {
            BlockingHttp http(server);
            for (qsizetype at = next++; at < paths.size(); at = next++) {
                QElapsedTimer one;
                one.start();
                http.send(http.head("GET", paths[at], account.authorization()));
                http.receive(false);
                times[static_cast<size_t>(client)].times.push_back(static_cast<double>(one.nsecsElapsed()) / 1e6);
            }
        });
    for (std::thread &client : clients)
        client.join();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    Times all;
    for (const Times &some : times)
        all.times.insert(all.times.end(), some.times.begin(), some.times.end());
    std::printf("all of these once more, over %d connections: %.0f requests/s, p50 %.2f ms, p99 %.2f ms\n", connections,
                static_cast<double>(paths.size()) / seconds, all.quantile(0.5), all.quantile(0.99));
}

double peakMemoryMiB(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    return -1;
}

void import(const QString &program, const QString &folder, int rows)
{
    const QString csv = folder + QStringLiteral("/rows.csv");
    writeRows(csv, rows);
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program,
                  {QStringLiteral("--data"), folder, QStringLiteral("import"), csv, QStringLiteral("--create")});
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        throw std::runtime_error("the import failed");
    std::printf("%s in %.0f s\n", process.readAllStandardOutput().trimmed().constData(),
                static_cast<double>(timer.elapsed()) / 1000);
    QFile::remove(csv);
}

int run(const QStringList &arguments)
{
    const QString program =
        arguments.value(1, QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server"));
    const int rows = arguments.value(2, QStringLiteral("1000000")).toInt();
    const QTemporaryDir temporary;
    const QString folder = arguments.value(3, temporary.filePath(QStringLiteral("data")));
    const QString file = folder + QStringLiteral("/holdfast.db");
    qputenv("HOLDFAST_ADMIN_PASSWORD", password);
    if (!QFile::exists(file)) {
        ServerProcess(program, folder, {}).stop();
        import(program, folder, rows);
    }
    std::printf("database: %.0f MiB\n", static_cast<double>(QFile(file).size()) / (1024 * 1024));

    ServerProcess server(program, folder, {});
    BlockingHttp http(server.url());
    Account account;
    const QByteArray body = QByteArray(R"({"username":"admin","password":")") + password + R"("})";
    http.send(
        http.head("POST", "/api/auth/login",
                  "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n") +
        body);
    account.token = http.receive().json()[QLatin1String("token")].toString().toLatin1();

    Statements statements(file);
    Sqlite sqlite(file);
    const QTemporaryDir logFolder(folder + QStringLiteral("/log-XXXXXX"));
    Sqlite log(logFolder.filePath(QStringLiteral("log.db")));
    log.run({"PRAGMA journal_mode = WAL"});
    log.run({"PRAGMA synchronous = FULL"});
    log.run({"CREATE TABLE entries (entry)"});

    std::printf("%d requests each, ms: C interface p50 p99; with a synced row p50 p99; server p50 p99; ratios of p99\n",
                rounds);
    for (const Mix &mix : mixes())
        for (const bool deep : {false, true})
            if (QByteArray(mix.name).contains(arguments.value(4).toUtf8()))
                compare((QByteArray(mix.name) + (deep ? ", deep" : "")).constData(), filtersOf(mix, deep), statements,
                        sqlite, log, http, account);
    throughput(server.url(), account);
    std::printf("peak memory of the server: %.0f MiB\n", peakMemoryMiB(server.processId()));
    return server.stop();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // so that who waits for minutes sees something
    try {
        return run(QCoreApplication::arguments());
    } catch (const std::exception &problem) { // caught, so that the server is ended, too
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
}
