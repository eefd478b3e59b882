// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>

namespace Holdfast::Testing {

/// A line to a server that is as slow as a test wants: so many bytes a second towards the client, all its connections
/// together, and so long on the way in each direction. Lives in a thread of its own.
class SlowLink
{
public:
    struct Line
    {
        double bytesPerSecond = 10e6 / 8;
        std::chrono::milliseconds delay{50};
    };

    SlowLink(const QUrl &server, Line line)
        : m_server(server)
        , m_line(line)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_context, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~SlowLink()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_ways.clear();
                m_acceptor.reset();
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(SlowLink)

    QUrl url() const { return m_url; }

private:
    /// Bytes on their way to a socket, each piece with the time at which it arrives.
    struct Way
    {
        explicit Way(QTcpSocket &to)
            : socket(to)
        {
            timer.setSingleShot(true);
            timer.setTimerType(Qt::PreciseTimer);
            QObject::connect(&timer, &QTimer::timeout, &timer, [this] { deliver(); });
        }
        void send(QByteArray bytes, qint64 at)
        {
            queued += bytes.size();
            pieces.push_back({at, std::move(bytes)});
            if (!timer.isActive())
                deliver();
        }
        void deliver()
        {
            while (!pieces.empty() && pieces.front().first <= clock.nsecsElapsed()) {
                queued -= pieces.front().second.size();
                socket.write(pieces.front().second);
                pieces.pop_front();
            }
            if (!pieces.empty())
                timer.start(
                    static_cast<int>(std::max<qint64>(0, (pieces.front().first - clock.nsecsElapsed()) / 1'000'000)));
            if (delivered)
                delivered();
        }

        QTcpSocket &socket;
        qint64 queued = 0; ///< bytes
        std::function<void()> delivered;
        QTimer timer;
        std::deque<std::pair<qint64, QByteArray>> pieces;
        static inline const QElapsedTimer clock = [] {
            QElapsedTimer timer;
            timer.start();
            return timer;
        }();
    };
    struct Connection
    {
        std::unique_ptr<QTcpSocket> client;
        std::unique_ptr<QTcpSocket> server;
        std::unique_ptr<Way> up;
        std::unique_ptr<Way> down;
    };

    void listen()
    {
        m_acceptor = std::make_unique<QTcpServer>();
        m_acceptor->listen(QHostAddress::LocalHost);
        m_url = m_server;
        m_url.setPort(m_acceptor->serverPort());
        QObject::connect(m_acceptor.get(), &QTcpServer::newConnection, m_acceptor.get(), [this] {
            while (QTcpSocket *client = m_acceptor->nextPendingConnection())
                join(client);
        });
    }
    qint64 delay() const { return std::chrono::nanoseconds(m_line.delay).count(); }
    void join(QTcpSocket *client)
    {
        auto joined = std::make_shared<Connection>();
        client->setParent(nullptr);
        joined->client.reset(client);
        joined->server = std::make_unique<QTcpSocket>();
        joined->up = std::make_unique<Way>(*joined->server);
        joined->down = std::make_unique<Way>(*joined->client);
        Connection *connection = joined.get();
        m_ways.append(joined);
        connection->server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
        // Twice the way before the first byte: the handshake of a connection crosses the line, too.
        const qint64 handshake = Way::clock.nsecsElapsed() + 2 * delay();
        QObject::connect(client, &QIODevice::readyRead, client, [this, connection, handshake] {
            connection->up->send(connection->client->readAll(),
                                 std::max(handshake, Way::clock.nsecsElapsed()) + delay());
        });
        connection->server->setReadBufferSize(mostQueued);
        // What the line does not take stays with the server: a client that hangs up leaves nothing on it.
        const auto pull = [this, connection] {
            while (connection->server->bytesAvailable() > 0 && connection->down->queued < mostQueued) {
                const QByteArray piece = connection->server->read(4096);
                const auto cost = static_cast<qint64>(static_cast<double>(piece.size()) / m_line.bytesPerSecond * 1e9);
                m_free = std::max(m_free, Way::clock.nsecsElapsed()) + cost;
                connection->down->send(piece, m_free + delay());
            }
        };
        QObject::connect(connection->server.get(), &QIODevice::readyRead, client, pull);
        connection->down->delivered = pull;
        const auto end = [this, connection] {
            QMetaObject::invokeMethod(
                &m_context,
                [this, connection] { m_ways.removeIf([&](const auto &one) { return one.get() == connection; }); },
                Qt::QueuedConnection);
        };
        QObject::connect(client, &QAbstractSocket::disconnected, client, end);
    }

    static constexpr qint64 mostQueued = 256 * 1024; // more than the line holds in flight

    QUrl m_server;
    Line m_line;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<QTcpServer> m_acceptor;
    QList<std::shared_ptr<Connection>> m_ways;
    qint64 m_free = 0; ///< when the line towards the client is free again
    QUrl m_url;
};

} // namespace Holdfast::Testing
