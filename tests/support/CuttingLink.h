// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/LinkEnd.h"

#include <QRandomGenerator>

#include <atomic>

namespace Holdfast::Testing {

/// A line to a server that breaks: each connection after so many bytes in one of its directions, as a seed says, until
/// it has broken often enough. What went over it is counted. Lives in a thread of its own.
class CuttingLink
{
public:
    struct Cuts
    {
        int howMany = 0;
        qint64 farthest = 1; ///< bytes of a connection after which it is cut at the latest
    };

    CuttingLink(const QUrl &server, quint32 seed, Cuts cuts)
        : m_server(server)
        , m_chance(seed)
        , m_cuts(cuts)
    {
    }
    ~CuttingLink()
    {
        m_end.inThread([this] { m_connections.clear(); });
    }
    Q_DISABLE_COPY_MOVE(CuttingLink)

    QUrl url() const { return m_end.urlFor(m_server); }
    qint64 bytesUp() const { return m_bytesUp; } ///< towards the server, heads of requests among them
    int cuts() const { return m_cut; }

    /// The server has come back at another place.
    void leadTo(const QUrl &server)
    {
        m_end.inThread([this, server] { m_server = server; });
    }
    /// Cuts everything once so many bytes more have gone up, and takes in nobody until the line is mended.
    void breakAfter(qint64 bytes)
    {
        m_end.inThread([this, bytes] { m_breakAt = m_bytesUp + bytes; });
    }
    bool isBroken() const { return m_isBroken; }
    void mend()
    {
        m_end.inThread([this] {
            m_breakAt = -1;
            m_isBroken = false;
        });
    }

private:
    struct Connection
    {
        std::unique_ptr<QTcpSocket> client;
        std::unique_ptr<QTcpSocket> server;
        qint64 upLeft = -1; ///< bytes until it is cut; -1: it is not
        qint64 downLeft = -1;
    };

    void join(std::unique_ptr<QTcpSocket> from)
    {
        if (m_isBroken)
            return; // it goes with the pointer
        auto joined = std::make_shared<Connection>();
        joined->client = std::move(from);
        joined->server = LinkEnd::connectTo(m_server);
        if (m_cut < m_cuts.howMany) {
            const auto where = static_cast<qint64>(m_chance.bounded(static_cast<double>(m_cuts.farthest)));
            // Answers are short: what is cut on their way is most often the first one.
            if (m_chance.bounded(3) == 0)
                joined->downLeft = where % 600;
            else
                joined->upLeft = where;
        }
        Connection *connection = joined.get();
        m_connections.append(joined);
        QObject *context = &m_end.context();
        QTcpSocket *client = connection->client.get();
        QTcpSocket *server = connection->server.get();
        QObject::connect(client, &QIODevice::readyRead, context, [this, connection] { up(*connection); });
        QObject::connect(server, &QIODevice::readyRead, context, [this, connection] { down(*connection); });
        const auto end = [this, connection] { drop(connection); };
        QObject::connect(client, &QAbstractSocket::disconnected, context, end);
        QObject::connect(server, &QAbstractSocket::disconnected, context, [this, connection] {
            connection->client->disconnectFromHost(); // what it has said goes first
        });
        QObject::connect(server, &QAbstractSocket::errorOccurred, context, [this, connection] {
            if (connection->server->state() != QAbstractSocket::ConnectedState)
                connection->client->disconnectFromHost();
        });
    }
    void up(Connection &connection)
    {
        QByteArray bytes = connection.client->readAll();
        const bool breaks = m_breakAt >= 0 && m_bytesUp + bytes.size() >= m_breakAt;
        if (breaks)
            bytes.truncate(m_breakAt - m_bytesUp);
        const bool whole = pass(bytes, *connection.server, connection.upLeft);
        m_bytesUp += bytes.size();
        if (!whole)
            cut(connection);
        if (!breaks)
            return;
        m_isBroken = true;
        for (const auto &one : QList(m_connections))
            cut(*one);
    }
    void down(Connection &connection)
    {
        QByteArray bytes = connection.server->readAll();
        if (!pass(bytes, *connection.client, connection.downLeft))
            cut(connection);
    }
    /// False where the line is to be cut behind what could still pass.
    static bool pass(QByteArray &bytes, QTcpSocket &to, qint64 &left)
    {
        const bool whole = left < 0 || bytes.size() < left;
        if (!whole)
            bytes.truncate(left);
        else if (left >= 0)
            left -= bytes.size();
        to.write(bytes);
        return whole;
    }
    void cut(Connection &connection)
    {
        ++m_cut;
        for (QTcpSocket *socket : {connection.client.get(), connection.server.get()})
            socket->disconnect(&m_end.context());
        if (connection.server->state() == QAbstractSocket::ConnectedState)
            connection.server->flush();
        // The server hears of it after the bytes that have passed, the client at once.
        connection.server->disconnectFromHost();
        connection.client->abort();
        drop(&connection);
    }
    void drop(Connection *connection)
    {
        m_end.later(
            [this, connection] { m_connections.removeIf([&](const auto &one) { return one.get() == connection; }); });
    }

    QUrl m_server;
    QRandomGenerator m_chance;
    Cuts m_cuts;
    QList<std::shared_ptr<Connection>> m_connections;
    std::atomic<qint64> m_bytesUp = 0;
    std::atomic_int m_cut = 0;
    std::atomic_bool m_isBroken = false;
    qint64 m_breakAt = -1;
    LinkEnd m_end{[this](std::unique_ptr<QTcpSocket> client) { join(std::move(client)); }}; // goes first
};

} // namespace Holdfast::Testing
