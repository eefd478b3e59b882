// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/HttpMessage.h"
#include "support/LinkEnd.h"

#include <QHash>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <array>
#include <atomic>

namespace Holdfast::Testing {

/// A line to a server that does with requests what networks, and what stands between, can do: it loses them on their
/// way, and answers on theirs, delays them, delivers them twice (before, beside or after), and lets later ones of other
/// connections pass. A seed says which, until it has done so often enough; then it is a good line. Lives in a thread of
/// its own; each request goes to the server over a connection of its own.
class UnrulyLink
{
public:
    enum class Trick {
        None,
        LoseRequest,
        LosePartOfRequest,
        LoseAnswer,
        LosePartOfAnswer,
        Delay,
        TwiceBefore, ///< the first is answered before the second goes; the second's answer counts
        TwiceBeside,
        TwiceAfter, ///< the second goes some time after the first was answered
        HoldBack,
        ArriveLate, ///< the client is cut off at once, and the request comes when nobody expects it any more
    };
    static constexpr int tricks = 11;

    UnrulyLink(const QUrl &server, quint32 seed, int howMany)
        : m_server(server)
        , m_chance(seed)
        , m_left(howMany)
    {
    }
    ~UnrulyLink()
    {
        m_end.inThread([this] {
            for (const auto &client : std::as_const(m_clients))
                client->socket->disconnect(&m_end.context());
            for (const auto &exchange : std::as_const(m_exchanges))
                exchange->socket->disconnect(&m_end.context());
            m_clients.clear();
            m_exchanges.clear();
        });
    }
    Q_DISABLE_COPY_MOVE(UnrulyLink)

    QUrl url() const { return m_end.urlFor(m_server); }
    int played(Trick trick) const { return m_played[static_cast<size_t>(trick)]; }

    /// The server has come back at another place.
    void leadTo(const QUrl &server)
    {
        m_end.inThread([this, server] { m_server = server; });
    }
    /// Whether nothing is on its way any more, late second deliveries among it.
    bool isQuiet()
    {
        bool quiet = false;
        m_end.inThread([&] { quiet = m_exchanges.isEmpty() && m_held.isEmpty() && m_late == 0; });
        return quiet;
    }

private:
    /// A client's connection; it has one request under way at a time.
    struct Client
    {
        std::unique_ptr<QTcpSocket> socket;
        QByteArray received;
        bool isBusy = false;
    };
    using Answered = std::function<void(const QByteArray &answer)>; ///< empty: the server hung up
    /// A request that is at the server.
    struct Exchange
    {
        std::unique_ptr<QTcpSocket> socket;
        QByteArray answer;
        bool hasBody = true;
        Answered answered;
    };

    void join(std::unique_ptr<QTcpSocket> socket)
    {
        const int id = ++m_lastId;
        auto client = std::make_shared<Client>();
        client->socket = std::move(socket);
        m_clients.insert(id, client);
        QObject *context = &m_end.context();
        QObject::connect(client->socket.get(), &QIODevice::readyRead, context, [this, id] { read(id); });
        QObject::connect(client->socket.get(), &QAbstractSocket::disconnected, context,
                         [this, id] { m_end.later([this, id] { m_clients.remove(id); }); });
    }
    void read(int id)
    {
        const auto client = m_clients.value(id);
        if (!client)
            return;
        client->received += client->socket->readAll();
        if (const auto whole = wholeMessage(client->received); whole && !client->isBusy) {
            client->isBusy = true;
            const QByteArray request = client->received.first(*whole);
            client->received.remove(0, *whole);
            play(id, request);
            release();
        }
    }
    Trick nextTrick()
    {
        if (m_left == 0 || m_chance.bounded(2) == 0)
            return Trick::None;
        --m_left;
        const auto trick = static_cast<Trick>(1 + m_chance.bounded(tricks - 1));
        ++m_played[static_cast<size_t>(trick)];
        return trick;
    }
    void play(int id, const QByteArray &request)
    {
        const auto toClient = [this, id](const QByteArray &answer) { deliver(id, answer); };
        switch (nextTrick()) {
        case Trick::None:
            return send(request, toClient);
        case Trick::LoseRequest:
            return hangUp(id);
        case Trick::LosePartOfRequest:
            send(request.first(1 + m_chance.bounded(static_cast<int>(request.size()))), {});
            return hangUp(id);
        case Trick::LoseAnswer:
            return send(request, [this, id](const QByteArray &) { hangUp(id); });
        case Trick::LosePartOfAnswer:
            return send(request, [this, id](const QByteArray &answer) {
                deliver(id, answer.first(m_chance.bounded(static_cast<int>(answer.size() + 1))));
                hangUp(id);
            });
        case Trick::Delay:
            return after(1 + m_chance.bounded(30), [this, request, toClient] { send(request, toClient); });
        case Trick::TwiceBefore:
            return send(request, [this, request, toClient](const QByteArray &) { send(request, toClient); });
        case Trick::TwiceBeside:
            send(request, [](const QByteArray &) {});
            return send(request, toClient);
        case Trick::TwiceAfter:
            return send(request, [this, request, toClient](const QByteArray &answer) {
                toClient(answer);
                after(m_chance.bounded(60), [this, request] { send(request, [](const QByteArray &) {}); });
            });
        case Trick::ArriveLate:
            after(m_chance.bounded(100), [this, request] { send(request, [](const QByteArray &) {}); });
            return hangUp(id);
        case Trick::HoldBack:
            m_held.append({request, toClient, 1 + static_cast<int>(m_chance.bounded(3))});
            return after(100, [this] { release(true); });
        }
    }
    /// What was held back goes once enough others have passed, or it has waited long.
    void release(bool all = false)
    {
        for (qsizetype at = m_held.size(); --at >= 0;)
            if (all || --m_held[at].others < 0) {
                const Held held = m_held.takeAt(at);
                send(held.request, held.answered);
            }
    }
    void after(quint32 milliseconds, const std::function<void()> &work)
    {
        ++m_late;
        QTimer::singleShot(static_cast<int>(milliseconds), &m_end.context(), [this, work] {
            --m_late;
            work();
        });
    }
    /// answered is called once; without it, what is there of the request goes and the connection ends.
    void send(const QByteArray &request, const Answered &answered)
    {
        const int id = ++m_lastId;
        auto exchange = std::make_shared<Exchange>();
        exchange->socket = LinkEnd::connectTo(m_server);
        exchange->hasBody = !request.startsWith("HEAD ");
        exchange->answered = answered;
        m_exchanges.insert(id, exchange);
        QTcpSocket *socket = exchange->socket.get();
        QObject *context = &m_end.context();
        socket->write(request);
        if (!answered)
            socket->disconnectFromHost(); // once all is written
        QObject::connect(socket, &QIODevice::readyRead, context, [this, id] {
            if (const auto of = m_exchanges.value(id)) {
                of->answer += of->socket->readAll();
                if (wholeMessage(of->answer, of->hasBody))
                    end(id, of->answer);
            }
        });
        QObject::connect(socket, &QAbstractSocket::disconnected, context, [this, id] { end(id, {}); });
        QObject::connect(socket, &QAbstractSocket::errorOccurred, context, [this, id] { end(id, {}); });
    }
    void end(int id, const QByteArray &answer)
    {
        const auto exchange = m_exchanges.value(id);
        if (!exchange || !exchange->socket)
            return;
        exchange->socket->disconnect(&m_end.context());
        const Answered answered = std::exchange(exchange->answered, {});
        m_end.later([this, id] { m_exchanges.remove(id); }); // it is the sender of this
        if (answered)
            answered(answer);
    }
    void deliver(int id, const QByteArray &answer)
    {
        const auto client = m_clients.value(id);
        if (!client)
            return;
        if (answer.isEmpty())
            return hangUp(id);
        client->socket->write(answer);
        client->isBusy = false;
        m_end.later([this, id] { read(id); });
    }
    void hangUp(int id)
    {
        if (const auto client = m_clients.value(id)) {
            client->socket->flush();
            client->socket->disconnectFromHost();
        }
    }

    struct Held
    {
        QByteArray request;
        Answered answered;
        int others = 0; ///< that are still to pass
    };

    QUrl m_server;
    QRandomGenerator m_chance;
    int m_left = 0;
    int m_lastId = 0;
    int m_late = 0; ///< that a timer will do
    std::array<std::atomic_int, tricks> m_played{};
    QHash<int, std::shared_ptr<Client>> m_clients;
    QHash<int, std::shared_ptr<Exchange>> m_exchanges;
    QList<Held> m_held;
    LinkEnd m_end{[this](std::unique_ptr<QTcpSocket> client) { join(std::move(client)); }}; // goes first
};

} // namespace Holdfast::Testing
