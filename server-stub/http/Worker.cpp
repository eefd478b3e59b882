// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Worker.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <memory>

namespace Holdfast::Http {

namespace {

constexpr qsizetype scratchBytes = 64 * 1024;

/// Often enough for the shortest limit, and no oftener than a limit needs.
std::chrono::milliseconds tickTime(const Limits &limits)
{
    const auto shortest = std::min({limits.headTime, limits.idleTime, limits.stallTime, limits.slowBodyTime,
                                    limits.handshakeTime, limits.lingerTime});
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(1000));
}

} // namespace

Worker::Worker(const Router &router, const Limits &limits, const std::optional<QSslConfiguration> &tls, Tally &tally,
               ReplyTally &replies)
    : m_setting{router, limits, replies, QByteArray(scratchBytes, Qt::Uninitialized)}
    , m_tls(tls)
    , m_tally(tally)
{
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto now = Connection::Clock::now();
        const QSet<Connection *> connections = m_connections; // a tick may end one
        for (Connection *connection : connections)
            connection->tick(now);
    });
    m_timer.start(tickTime(limits));
}

Worker::~Worker()
{
    qDeleteAll(m_connections);
}

void Worker::hand(qintptr socketDescriptor)
{
    tell({Told::Kind::TakeOver, socketDescriptor});
}

void Worker::drain()
{
    tell({Told::Kind::Drain});
}

void Worker::finish()
{
    tell({Told::Kind::Finish});
}

void Worker::tell(Told told)
{
    const std::scoped_lock lock(m_mutex);
    m_told.push_back(told);
    // Under the lock: after the last word, finish(), the worker may go as soon as it is read. The event carries nothing
    // but the call; what was told travels under the mutex.
    QMetaObject::invokeMethod(this, "doWhatWasTold", Qt::QueuedConnection);
}

void Worker::doWhatWasTold()
{
    std::vector<Told> all;
    {
        const std::scoped_lock lock(m_mutex);
        all.swap(m_told);
    }
    for (const Told &told : all) {
        switch (told.kind) {
        case Told::Kind::TakeOver:
            takeOver(told.socketDescriptor);
            break;
        case Told::Kind::Drain:
            drainAll();
            break;
        case Told::Kind::Finish:
            Q_EMIT finished();
            break;
        }
    }
}

void Worker::takeOver(qintptr socketDescriptor)
{
    auto socket = m_tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(socketDescriptor)) {
        m_tally.leave({}, false);
        return;
    }
    const QHostAddress address = socket->peerAddress();
    const bool admitted = !m_draining && m_tally.admit(address);
    auto *const connection = new Connection(socket.release(), m_setting, this);
    m_connections.insert(connection);
    connect(connection, &Connection::gone, this,
            [this, address, admitted](Connection *gone) { remove(gone, address, admitted); });
    if (admitted && m_tls)
        connection->serveSecurely(*m_tls);
    else if (admitted)
        connection->serve();
    else
        connection->turnAway(Reply::message(503, QStringLiteral("The server is busy. Please try again in a moment.")));
}

void Worker::drainAll()
{
    m_draining = true;
    const QSet<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->drain();
}

void Worker::remove(Connection *connection, const QHostAddress &address, bool admitted)
{
    m_connections.remove(connection);
    m_tally.leave(address, admitted);
    connection->deleteLater();
}

} // namespace Holdfast::Http
