// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/BlockingHttp.h"
#include "support/Tone.h"

#include <QThreadPool>

#include <atomic>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int writers = 16;
constexpr int rounds = 8;
const QByteArray annotation = "{\"startMs\":1,\"text\":\"a\"}";

QByteArray notes(int writer, int round)
{
    return "{\"notes\":\"" + QByteArray::number(writer) + '-' + QByteArray::number(round) + "\"}";
}

} // namespace

class tst_ParallelWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.reset();
        m_server = std::make_unique<TestServer>();
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_account.token = m_api->tokenOf("alice");
        m_account.lead = m_server->aliceLead.value;
        m_file = toneWav(0.2, 440, 880);
    }

    void areAllServedAndNothingIsLost()
    {
        QCOMPARE(m_api->upload(m_account.token, m_server->aliceLead, m_file).id(), 1);
        const auto outcomes = inParallel([&](BlockingHttp &http, int writer, int round) {
            QList<int> statuses{upload(http, {})};
            statuses.append(ask(http, "POST", "/api/recordings/1/annotations", {}, annotation));
            statuses.append(ask(http, "PATCH", "/api/recordings/1", "If-Match: *\r\n", notes(writer, round)));
            return statuses;
        });
        for (const QList<int> &statuses : outcomes)
            QCOMPARE(statuses, (QList<int>{201, 201, 200}));
        QCOMPARE(m_api->get("/api/recordings", m_account.token).field("X-Total-Count").toInt(), writers * rounds + 1);
        const QJsonObject recording = m_api->get("/api/recordings/1", m_account.token).object();
        QCOMPARE(recording[QLatin1String("annotationCount")].toInt(), writers * rounds);
    }

    void withOneKeyMakeOneRecording()
    {
        const auto outcomes = inParallel([&](BlockingHttp &http, int, int round) {
            return QList<int>{upload(http, "Idempotency-Key: round-" + QByteArray::number(round) + "\r\n")};
        });
        for (const QList<int> &statuses : outcomes)
            QVERIFY2(statuses.first() == 201 || statuses.first() == 409, qPrintable(QString::number(statuses.first())));
        QCOMPARE(m_api->get("/api/recordings", m_account.token).field("X-Total-Count").toInt(), rounds);
    }

    void withOneRevisionMakeOneChange()
    {
        QCOMPARE(m_api->upload(m_account.token, m_server->aliceLead, m_file).id(), 1);
        const auto outcomes = inParallel([&](BlockingHttp &http, int writer, int round) {
            return QList<int>{ask(http, "PATCH", "/api/recordings/1", "If-Match: \"1\"\r\n", notes(writer, round))};
        });
        int changed = 0;
        for (const QList<int> &statuses : outcomes) {
            QVERIFY(statuses.first() == 200 || statuses.first() == 412);
            changed += statuses.first() == 200;
        }
        QCOMPARE(changed, 1);
    }

private:
    using Work = std::function<QList<int>(BlockingHttp &, int writer, int round)>;
    /// What each of the writers was answered in each round. The event loop turns meanwhile: the server accepts there.
    QList<QList<int>> inParallel(const Work &work)
    {
        QThreadPool pool;
        pool.setMaxThreadCount(writers);
        std::vector<QList<int>> outcomes(writers * rounds);
        std::atomic_int done = 0;
        for (int writer = 0; writer < writers; ++writer)
            pool.start([&, writer] {
                BlockingHttp http(m_server->url());
                for (int round = 0; round < rounds; ++round)
                    outcomes[static_cast<size_t>(writer * rounds + round)] = work(http, writer, round);
                ++done;
            });
        while (done < writers)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return {outcomes.begin(), outcomes.end()};
    }
    int upload(BlockingHttp &http, const QByteArray &fields) const
    {
        const UploadBody form(http, m_account, m_file.size(), "call.wav", fields);
        http.send(form.head + form.before + m_file + form.after);
        return http.receive().status;
    }
    int ask(BlockingHttp &http, const QByteArray &method, const QByteArray &path, const QByteArray &fields,
            const QByteArray &body) const
    {
        http.send(http.head(method, path,
                            m_account.authorization() + fields + "Content-Length: " + QByteArray::number(body.size()) +
                                "\r\n") +
                  body);
        return http.receive().status;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    Testing::Account m_account;
    QByteArray m_file;
};

QTEST_GUILESS_MAIN(tst_ParallelWriters)
#include "tst_ParallelWriters.moc"
