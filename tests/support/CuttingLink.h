// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

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
        m_thread.start();
        m_context.moveToThread(&m_thread);
        inThread([this] { listen(); });
    }
    ~CuttingLink()
    {
        inThread([this] {
            m_connections.clear();
            m_acceptor.reset();
        });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(CuttingLink)

    QUrl url() const { return m_url; }
    qint64 bytesUp() const { return m_bytesUp; } ///< towards the server, heads of requests among them
    int cuts() const { return m_cut; }

    /// The server has come back at another place.
    void leadTo(const QUrl &server)
    {
        inThread([this, server] { m_server = server; });
    }
    /// Cuts everything once so many bytes more have gone up, and takes in nobody until the line is mended.
    void breakAfter(qint64 bytes)
    {
        inThread([this, bytes] { m_breakAt = m_bytesUp + bytes; });
    }
    bool isBroken() const { return m_isBroken; }
    void mend()
    {
        inThread([this] {
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

    template <class Work> void inThread(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
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
    void join(QTcpSocket *client)
    {
        client->setParent(nullptr);
        auto joined = std::make_shared<Connection>();
        joined->client.reset(client);
        if (m_isBroken)
            return; // it goes with the pointer
        joined->server = std::make_unique<QTcpSocket>();
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
        connection->server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
        QTcpSocket *server = connection->server.get();
        QObject::connect(client, &QIODevice::readyRead, &m_context, [this, connection] { up(*connection); });
        QObject::connect(server, &QIODevice::readyRead, &m_context, [this, connection] { down(*connection); });
        const auto end = [this, connection] { drop(connection); };
        QObject::connect(client, &QAbstractSocket::disconnected, &m_context, end);
        QObject::connect(server, &QAbstractSocket::disconnected, &m_context, [this, connection] {
            connection->client->disconnectFromHost(); // what it has said goes first
        });
        QObject::connect(server, &QAbstractSocket::errorOccurred, &m_context, [this, connection] {
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
            socket->disconnect(&m_context);
        if (connection.server->state() == QAbstractSocket::ConnectedState)
            connection.server->flush();
        // The server hears of it after the bytes that have passed, the client at once.
        connection.server->disconnectFromHost();
        connection.client->abort();
        drop(&connection);
    }
    void drop(Connection *connection)
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this, connection] { m_connections.removeIf([&](const auto &one) { return one.get() == connection; }); },
            Qt::QueuedConnection);
    }

    QUrl m_server;
    QRandomGenerator m_chance;
    Cuts m_cuts;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<QTcpServer> m_acceptor;
    QList<std::shared_ptr<Connection>> m_connections;
    QUrl m_url;
    std::atomic<qint64> m_bytesUp = 0;
    std::atomic_int m_cut = 0;
    std::atomic_bool m_isBroken = false;
    qint64 m_breakAt = -1;
};

} // namespace Holdfast::Testing
