// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Listener.h"

#include "http/HalfClose.h"
#include "http/ReplyTally.h"
#include "http/Tally.h"
#include "http/Worker.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace Holdfast::Http {

namespace {

constexpr int backlog = 1024;
constexpr auto pauseAfterAcceptError = std::chrono::milliseconds(100);
constexpr auto graceOfDestructor = std::chrono::milliseconds(1000);

/// Runs one worker, which lives on this thread's stack and is reachable from construction to finish(). A std::thread,
/// since the thread sanitizer does not see what a QThread synchronises.
class WorkerThread
{
public:
    explicit WorkerThread(std::function<std::unique_ptr<Worker>()> make)
    {
        std::promise<Worker *> made;
        auto worker = made.get_future();
        m_thread = std::thread([make = std::move(make), &made] {
            QEventLoop loop;
            const std::unique_ptr<Worker> mine = make();
            QObject::connect(mine.get(), &Worker::finished, &loop, &QEventLoop::quit);
            made.set_value(mine.get());
            loop.exec();
        });
        m_worker = worker.get();
    }

    Worker &worker() const { return *m_worker; }
    /// After all that it was told before, so that no socket is lost on the way.
    void finish()
    {
        m_worker->finish();
        m_thread.join();
    }

private:
    std::thread m_thread;
    Worker *m_worker = nullptr;
};

/// Accepts, and hands sockets around the threads in turn.
class Acceptor final : public QTcpServer
{
public:
    Acceptor(Tally &tally, std::vector<std::unique_ptr<WorkerThread>> &threads)
        : m_tally(tally)
        , m_threads(threads)
    {
        setListenBacklogSize(backlog);
        // Without this, running out of file descriptors once would be the end of accepting.
        connect(this, &QTcpServer::acceptError, this,
                [this] { QTimer::singleShot(pauseAfterAcceptError, this, [this] { resumeAccepting(); }); });
    }

private:
    void incomingConnection(qintptr socketDescriptor) override
    {
        if (!m_tally.enter()) {
            QTcpSocket socket;
            socket.setSocketDescriptor(socketDescriptor);
            socket.abort();
            return;
        }
        m_threads[m_next]->worker().hand(socketDescriptor);
        m_next = (m_next + 1) % m_threads.size();
    }

    Tally &m_tally;
    std::vector<std::unique_ptr<WorkerThread>> &m_threads;
    std::size_t m_next = 0;
};

QString sentence(QAbstractSocket::SocketError error, const QString &cause, const QHostAddress &address, quint16 port)
{
    if (error == QAbstractSocket::AddressInUseError)
        return QStringLiteral("Port %1 of %2 is in use by another program. Stop it, or choose another port.")
            .arg(port)
            .arg(address.toString());
    if (error == QAbstractSocket::SocketAccessError)
        return QStringLiteral("This user may not listen on port %1. Choose a port above 1023.").arg(port);
    if (error == QAbstractSocket::SocketAddressNotAvailableError)
        return QStringLiteral("This machine has no address %1 to listen on.").arg(address.toString());
    return QStringLiteral("Cannot listen on port %1 of %2: %3.").arg(port).arg(address.toString(), cause);
}

} // namespace

struct Listener::State
{
    State(const Router &router, Limits theLimits, std::optional<QSslConfiguration> theTls, int threadCount)
        : limits(theLimits)
        , tls(std::move(theTls))
        , tally(limits.connections > 0 ? limits.connections : std::max(1, openFilesLimit() / 2),
                limits.connectionsPerAddress)
        , acceptor(tally, threads)
    {
        for (int i = 0; i < std::max(1, threadCount); ++i)
            threads.push_back(std::make_unique<WorkerThread>(
                [this, &router] { return std::make_unique<Worker>(router, limits, tls, tally, replies); }));
    }

    const Limits limits;
    const std::optional<QSslConfiguration> tls;
    Tally tally;
    ReplyTally replies;
    std::vector<std::unique_ptr<WorkerThread>> threads;
    Acceptor acceptor;
};

Listener::Listener(const Router &router, Limits limits, std::optional<QSslConfiguration> tls, int threads)
    : m_state(std::make_unique<State>(router, limits, std::move(tls), threads))
{
}

Listener::~Listener()
{
    stop(graceOfDestructor);
}

tl::expected<quint16, QString> Listener::listen(const QHostAddress &address, quint16 port)
{
    Acceptor &acceptor = m_state->acceptor;
    if (acceptor.listen(address, port))
        return acceptor.serverPort();
    return tl::unexpected(sentence(acceptor.serverError(), acceptor.errorString(), address, port));
}

int Listener::connections() const
{
    return m_state->tally.present();
}

QMap<int, qint64> Listener::replyCounts() const
{
    return m_state->replies.counts();
}

void Listener::stop(std::chrono::milliseconds grace)
{
    if (m_state->threads.empty())
        return;
    m_state->acceptor.close();
    for (const auto &thread : m_state->threads)
        thread->worker().drain();
    // Those that are left when the time is over are cut off with their threads.
    m_state->tally.waitUntilEmpty(grace);
    for (const auto &thread : m_state->threads)
        thread->finish();
    m_state->threads.clear();
}

} // namespace Holdfast::Http
