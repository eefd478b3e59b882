// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SecretKey.h"
#include "local/RecordingKey.h"
#include "records/Annotations.h"
#include "records/Recordings.h"
#include "support/RefusedStatement.h"
#include "support/TestServer.h"
#include "support/Tone.h"
#include "support/Wait.h"
#include "sync/RemarksPush.h"
#include "sync/SyncLoop.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

QStringList warnings;

void keepWarnings(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtWarningMsg)
        warnings.append(text);
}

QByteArray callOf(quint32 number)
{
    QByteArray wav = toneWav(0.2, 440, 880);
    QRandomGenerator noise(number);
    for (qsizetype at = 44; at < wav.size(); at += 61)
        wav[at] = static_cast<char>(noise.generate());
    return wav;
}

/// One person's client, which attaches a recording, writes on it, and sends it all. Whatever fails is said, and done
/// once more.
class Client
{
    QTemporaryDir m_folder; // outlives what lies in it

public:
    QStringList sentences; ///< that somebody was told
    QByteArray sha256;

    Client(const QUrl &server, const QByteArray &token, LeadId lead, UserId me, const StatementGate &gate)
        : m_me(me)
        , m_lead(lead)
        , m_token(token)
    {
        m_api.setServer(server);
        m_api.setToken(token);
        untilDone([&] {
            auto opened = LocalStore::open(m_folder.filePath(QStringLiteral("local.sqlite")), m_textKey, gate);
            if (opened)
                m_store = std::move(*opened);
            return opened.map([](const auto &) {});
        });
        m_cache = std::move(*SealedCache::open(m_folder.filePath(QStringLiteral("cache")), SecretKey::random()));
        m_loop = std::make_unique<SyncLoop>(m_api, *m_store, m_cache,
                                            OutboxPush(&QDateTime::currentDateTimeUtc, [] { return 0.5; }));
        m_remarks = std::make_unique<RemarksPush>(m_api, *m_store, nullptr, std::chrono::milliseconds(1));
        QObject::connect(m_remarks.get(), &RemarksPush::problem, m_remarks.get(),
                         [this](const QString &sentence) { sentences.append(sentence); });
        QObject::connect(m_loop.get(), &SyncLoop::problem, m_loop.get(),
                         [this](const QString &sentence) { sentences.append(sentence); });
        QObject::connect(m_store.get(), &LocalStore::outboxChanged, m_loop.get(), [this] { lookAtProblems(); });
    }

    /// False where it does not come to an end.
    bool doAll(const QByteArray &bytes)
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = m_lead;
        recording.name = QStringLiteral("call.wav");
        recording.fileSize = bytes.size();
        recording.sha256 = sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        recording.attachedAt = QDateTime::currentDateTimeUtc();
        QBuffer source;
        source.setData(bytes);
        if (!source.open(QIODevice::ReadOnly) ||
            !m_cache->put(recording.uploadId.toString(QUuid::WithoutBraces), source))
            return false;
        const QString key = recordingKey(recording.uploadId, {});
        LocalAnnotation annotation;
        annotation.localId = QUuid::createUuid();
        annotation.annotation.text = QStringLiteral("asks for a refund");
        annotation.annotation.authorId = m_me;
        annotation.annotation.createdAt = annotation.annotation.updatedAt = recording.attachedAt;
        m_loop->start();
        m_remarks->start();
        untilDone([&] { return m_store->attach({recording}); });
        untilDone([&] { return m_store->annotations().add(key, annotation); });
        untilDone([&] {
            return m_store->drafts().write({key, RecordingField::Notes}, QStringLiteral("calls back"), {});
        });
        QElapsedTimer since;
        since.start();
        return QTest::qWaitFor(
            [&] {
                if (since.elapsed() > impatience) {
                    since.restart();
                    signInAgain();
                }
                return isDone();
            },
            20'000);
    }

private:
    static constexpr qint64 impatience = 30; // ms

    /// As a person does who is told that something did not work.
    template <class Work> void untilDone(Work work)
    {
        for (;;) {
            const Done done = work();
            if (done)
                return;
            sentences.append(done.error().message);
        }
    }
    void lookAtProblems()
    {
        const auto waiting = heard(m_store->outbox());
        for (const LocalRecording &recording : waiting ? *waiting : QList<LocalRecording>())
            if (!recording.problem.isEmpty())
                sentences.append(recording.problem);
    }
    /// It makes everything be tried at once that waits for better times.
    void signInAgain()
    {
        m_api.setToken({});
        m_api.setToken(m_token);
    }
    bool isDone()
    {
        const auto waiting = heard(m_store->outbox());
        const auto annotations = heard(m_store->annotations().unsent());
        const auto notes = heard(m_store->drafts().unsent());
        return waiting && waiting->isEmpty() && annotations && *annotations == 0 && notes && *notes == 0;
    }
    /// What this test asks can be what fails, too.
    template <class T> Result<T> heard(Result<T> result)
    {
        if (!result)
            sentences.append(result.error().message);
        return result;
    }

    const std::optional<SecretKey> m_textKey = SecretKey::random();
    const UserId m_me;
    const LeadId m_lead;
    const QByteArray m_token;
    ApiClient m_api;
    std::unique_ptr<LocalStore> m_store;
    std::shared_ptr<SealedCache> m_cache;
    std::unique_ptr<SyncLoop> m_loop;
    std::unique_ptr<RemarksPush> m_remarks;
};

} // namespace

/// The i-th statement fails, for every i: of the client's database, and of the server's. In the end the server has the
/// recording once, with what was written on it once, and somebody was told of the failure.
class tst_RefusedStatements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        warnings.clear();
        m_kept.clear();
        m_statement = RefusedStatement();
        m_server = std::make_unique<TestServer>();
    }
    void cleanup() { m_server.reset(); }

    void ofTheClient()
    {
        m_server->start();
        signIn();
        const int refused = eachInTurn([this] { return m_statement.gate(); });
        QVERIFY2(refused > 60, qPrintable(QString::number(refused)));
    }
    void ofTheServer()
    {
        m_server->gate = m_statement.gate();
        m_server->start();
        signIn();
        const int refused = eachInTurn([] { return StatementGate(); });
        QVERIFY2(refused > 60, qPrintable(QString::number(refused)));
        m_server->stop();
        m_server->start(); // nothing is left open
        QCOMPARE(kept(), m_kept);
    }
    void ofAStartOfTheServer()
    {
        m_server->start();
        m_server->stop();
        m_server->gate = m_statement.gate();
        int refused = 0;
        for (;; ++refused) {
            m_statement.refuse(refused + 1);
            try {
                m_server->start();
            } catch (const std::runtime_error &error) {
                QVERIFY2(QByteArray(error.what()).contains('.'), error.what());
                m_server->start();
            }
            const bool isOver = m_statement.refused().isEmpty();
            m_server->stop();
            if (isOver)
                break;
        }
        QVERIFY2(refused > 5, qPrintable(QString::number(refused)));
    }

private:
    void signIn()
    {
        ApiClient api;
        api.setServer(m_server->url());
        const auto signedIn = wait(api.login(QStringLiteral("alice"), QString::fromUtf8(everybodysPassword)));
        QVERIFY(signedIn);
        m_token = signedIn->token;
        m_me = signedIn->user.id;
    }
    /// How many statements there were.
    int eachInTurn(const std::function<StatementGate()> &gateOfClient)
    {
        int which = 0;
        bool isOver = false;
        while (!isOver && !QTest::currentTestFailed()) {
            m_statement.refuse(++which);
            isOver = !doAll(which, gateOfClient());
        }
        if (!QTest::currentTestFailed() && kept() != m_kept)
            QTest::qFail("what the server has is not what was sent, once each", __FILE__, __LINE__);
        return which;
    }
    /// False where the day was over before the statement came.
    bool doAll(int which, const StatementGate &gate)
    {
        warnings.clear();
        const QtMessageHandler before = qInstallMessageHandler(keepWarnings);
        Client client(m_server->url(), m_token, m_server->aliceLead, m_me, gate);
        const bool done = client.doAll(callOf(static_cast<quint32>(++m_calls)));
        m_refused = m_statement.refused();
        m_statement.refuseNone();
        qInstallMessageHandler(before);
        const QString what = QStringLiteral("statement %1, %2").arg(which).arg(m_refused);
        if (!done)
            QTest::qFail(qPrintable(what + QStringLiteral(": it does not come to an end")), __FILE__, __LINE__);
        else if (!m_refused.isEmpty() && client.sentences.isEmpty() && warnings.isEmpty())
            QTest::qFail(qPrintable(what + QStringLiteral(": nobody was told")), __FILE__, __LINE__);
        m_kept.insert(client.sha256, {1, QStringLiteral("calls back"), 1});
        return !m_refused.isEmpty();
    }

    struct Kept
    {
        int times = 0;
        QString notes;
        qsizetype annotations = 0;
        friend bool operator==(const Kept &, const Kept &) = default;
    };
    QHash<QByteArray, Kept> kept()
    {
        QHash<QByteArray, Kept> found;
        Database &database = **m_server->data().connections().ofThisThread();
        const Done read = Recordings(database).forEach([&](const Recording &recording, const QByteArray &) {
            const auto annotations = Annotations(database).of(recording.id);
            found[recording.sha256] = {found.value(recording.sha256).times + 1, recording.notes,
                                       annotations ? annotations->size() : -1};
            return true;
        });
        if (!read)
            QTest::qFail("the server's recordings can't be read", __FILE__, __LINE__);
        return found;
    }

    RefusedStatement m_statement;
    std::unique_ptr<TestServer> m_server;
    QByteArray m_token;
    UserId m_me;
    QHash<QByteArray, Kept> m_kept;
    int m_calls = 0;
    QString m_refused; ///< the statement that was refused last
};

QTEST_GUILESS_MAIN(tst_RefusedStatements)
#include "tst_RefusedStatements.moc"
