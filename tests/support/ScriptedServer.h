// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace Holdfast::Testing {

/// A far side that does as it is told: answers by a script, refuses before the body, cuts the wire in the request or in
/// the answer. Keeps what it was sent. Lives in the test's thread.
class ScriptedServer
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QHash<QByteArray, QByteArray> fields; ///< names in lower case
        QByteArray body;
    };
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QList<QByteArray> fields;    ///< whole lines: "ETag: \"x\""
        bool beforeTheBody = false;  ///< answered once the head is here; the body is read and thrown away
        qint64 cutRequestAfter = -1; ///< body bytes after which the wire is cut without an answer
        qint64 cutAnswerAfter = -1;  ///< body bytes of the answer after which the wire is cut
        bool discardBody = false;    ///< the request's body is counted, not kept
        bool silent = false;         ///< no answer, no cut
        bool hangUp = false;         ///< the wire is cut in the place of the answer
        bool awaitBody = false;      ///< the script is asked again, with the body
    };
    using Script = std::function<Answer(const Request &)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        listen(0);
    }
    ~ScriptedServer() { goAway(); }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    const QList<Request> &requests() const { return m_requests; } ///< whole ones, in the order in which they ended
    int heads() const { return m_heads; }                         ///< how many began

    void goAway()
    {
        m_server.reset();
        m_exchanges.clear();
    }
    void comeBack() { listen(m_port); }

private:
    struct Exchange
    {
        std::unique_ptr<QTcpSocket> socket;
        QByteArray received;
        bool hasHead = false;
        bool answered = false;
        Request request;
        Answer answer;
        qint64 bodySize = 0;
        qint64 discarded = 0;
    };

    void listen(quint16 port)
    {
        m_server = std::make_unique<QTcpServer>();
        if (!m_server->listen(QHostAddress::LocalHost, port))
            qFatal("%s", qPrintable(m_server->errorString()));
        m_port = m_server->serverPort();
        QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
            while (QTcpSocket *socket = m_server->nextPendingConnection())
                serve(socket);
        });
    }
    void serve(QTcpSocket *socket)
    {
        socket->setParent(nullptr);
        auto exchange = std::make_shared<Exchange>();
        exchange->socket.reset(socket);
        m_exchanges.append(exchange);
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [this, weak = std::weak_ptr(exchange)] { read(*weak.lock()); });
    }
    void read(Exchange &exchange)
    {
        exchange.received += exchange.socket->readAll();
        if (!exchange.hasHead && !readHead(exchange))
            return;
        const Answer &answer = exchange.answer;
        if (answer.discardBody)
            exchange.discarded += std::exchange(exchange.received, {}).size();
        const bool whole = exchange.received.size() + exchange.discarded >= exchange.bodySize;
        if (answer.cutRequestAfter >= 0 && exchange.received.size() >= answer.cutRequestAfter) {
            exchange.socket->abort();
            return;
        }
        if (whole && answer.awaitBody) {
            exchange.request.body = exchange.received.first(exchange.bodySize);
            exchange.answer = m_script(exchange.request);
            exchange.answer.awaitBody = false;
        }
        if (!exchange.answered && (whole || exchange.answer.beforeTheBody) && !exchange.answer.silent)
            reply(exchange);
        if (whole) {
            exchange.request.body = exchange.received.first(exchange.bodySize - exchange.discarded);
            m_requests.append(exchange.request);
            exchange.received.remove(0, exchange.request.body.size());
            exchange.hasHead = exchange.answered = false;
            exchange.discarded = 0;
        }
    }
    bool readHead(Exchange &exchange)
    {
        const qsizetype end = exchange.received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QList<QByteArray> lines = exchange.received.first(end).replace("\r\n", "\n").split('\n');
        const QList<QByteArray> first = lines.first().split(' ');
        exchange.request = {first.value(0), first.value(1), {}, {}};
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            exchange.request.fields.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        exchange.received.remove(0, end + 4);
        exchange.bodySize = exchange.request.fields.value("content-length").toLongLong();
        exchange.hasHead = true;
        ++m_heads;
        exchange.answer = m_script(exchange.request);
        return true;
    }
    static void reply(Exchange &exchange)
    {
        const Answer &answer = exchange.answer;
        exchange.answered = true;
        if (answer.hangUp) {
            exchange.socket->abort();
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) +
                          " Scripted\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
        for (const QByteArray &field : answer.fields)
            head += field + "\r\n";
        exchange.socket->write(head + "\r\n");
        exchange.socket->write(answer.cutAnswerAfter >= 0 ? answer.body.first(answer.cutAnswerAfter) : answer.body);
        if (answer.cutAnswerAfter >= 0)
            exchange.socket->disconnectFromHost();
    }

    Script m_script;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    QList<std::shared_ptr<Exchange>> m_exchanges;
    QList<Request> m_requests;
    int m_heads = 0;
};

} // namespace Holdfast::Testing
