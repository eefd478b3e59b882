// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/LinkEnd.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <deque>

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
    }
    ~SlowLink()
    {
        m_end.inThread([this] { m_ways.clear(); });
    }
    Q_DISABLE_COPY_MOVE(SlowLink)

    QUrl url() const { return m_end.urlFor(m_server); }

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

    qint64 delay() const { return std::chrono::nanoseconds(m_line.delay).count(); }
    void join(std::unique_ptr<QTcpSocket> from)
    {
        auto joined = std::make_shared<Connection>();
        joined->client = std::move(from);
        joined->server = LinkEnd::connectTo(m_server);
        joined->up = std::make_unique<Way>(*joined->server);
        joined->down = std::make_unique<Way>(*joined->client);
        Connection *connection = joined.get();
        m_ways.append(joined);
        QTcpSocket *client = connection->client.get();
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
            m_end.later(
                [this, connection] { m_ways.removeIf([&](const auto &one) { return one.get() == connection; }); });
        };
        QObject::connect(client, &QAbstractSocket::disconnected, client, end);
    }

    static constexpr qint64 mostQueued = 256 * 1024; // more than the line holds in flight

    QUrl m_server;
    Line m_line;
    QList<std::shared_ptr<Connection>> m_ways;
    qint64 m_free = 0; ///< when the line towards the client is free again
    LinkEnd m_end{[this](std::unique_ptr<QTcpSocket> client) { join(std::move(client)); }}; // goes first
};

} // namespace Holdfast::Testing
