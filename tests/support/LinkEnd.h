// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

namespace Holdfast::Testing {

/// The near end of a line to a server, for the classes that make such lines: it takes in connections, in a thread of
/// its own. Whoever owns it gives up its sockets in that thread before it goes.
class LinkEnd
{
public:
    /// join is called in the thread. Nothing is held back: many small pieces would each wait for an acknowledgement.
    explicit LinkEnd(std::function<void(std::unique_ptr<QTcpSocket>)> join)
        : m_join(std::move(join))
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        inThread([this] { listen(); });
    }
    ~LinkEnd()
    {
        inThread([this] { m_acceptor.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(LinkEnd)

    QUrl urlFor(QUrl server) const ///< the server's, by way of this line
    {
        server.setPort(m_port);
        return server;
    }
    QObject &context() { return m_context; }
    template <class Work> void inThread(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
    template <class Work> void later(Work work) { QMetaObject::invokeMethod(&m_context, work, Qt::QueuedConnection); }
    static std::unique_ptr<QTcpSocket> connectTo(const QUrl &server)
    {
        auto socket = std::make_unique<QTcpSocket>();
        QObject::connect(socket.get(), &QAbstractSocket::connected, socket.get(), // before, it would not take
                         [of = socket.get()] { of->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
        socket->connectToHost(server.host(), static_cast<quint16>(server.port()));
        return socket;
    }

private:
    void listen()
    {
        m_acceptor = std::make_unique<QTcpServer>();
        m_acceptor->listen(QHostAddress::LocalHost);
        m_port = m_acceptor->serverPort();
        QObject::connect(m_acceptor.get(), &QTcpServer::newConnection, m_acceptor.get(), [this] {
            while (QTcpSocket *client = m_acceptor->nextPendingConnection()) {
                client->setParent(nullptr);
                client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                m_join(std::unique_ptr<QTcpSocket>(client));
            }
        });
    }

    const std::function<void(std::unique_ptr<QTcpSocket>)> m_join;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<QTcpServer> m_acceptor;
    int m_port = 0;
};

} // namespace Holdfast::Testing
