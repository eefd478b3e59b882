// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/AnswerWriter.h"
#include "http/ChunkedDecoder.h"
#include "http/Exchange.h"
#include "http/HeadParser.h"
#include "http/ReplyTally.h"

#include <QObject>

#include <chrono>
#include <optional>

class QSslConfiguration;
class QTcpSocket;

namespace Holdfast::Http {

class Router;

/// One client's socket and the requests that come through it, one after the other.
///
///      TLS only                          no body
///    Handshake ──▶ Head ────────────────────────────────▶ Handling ──▶ Writing ──┐
///                   ▲ └──▶ Body ── whole, or refused ────────▲            │      │ close, refused,
///                   └───────────── keep-alive ────────────────────────────┘      ▼ or shutting down
///                                                                              Linger ──▶ Closed
///
/// Linger: the answer is out and what the client still sends is thrown away for a while, so that it reads the answer
/// instead of a reset. Any state goes to Closed when the socket does. While Handling and Writing nothing is read:
/// the next requests wait in the socket's buffer, and past that with the client.
///
/// Lives in one worker's thread, which also owns it. answer() alone comes through the slot from elsewhere.
class Connection final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    /// What a worker's connections share.
    struct Setting
    {
        const Router &router;
        const Limits &limits;
        ReplyTally &replies;
        QByteArray scratch; ///< where bytes are read to, for the time of one call
    };

    /// Takes the socket, which is connected.
    Connection(QTcpSocket *socket, Setting &setting, QObject *parent);
    ~Connection() override;

    void serve();
    void serveSecurely(const QSslConfiguration &tls);
    /// Instead of serving: one answer to whatever comes, and the end.
    void turnAway(Reply reply);
    void answer(quint64 exchange, Reply reply);
    /// Called every now and then; ends what takes too long.
    void tick(Clock::time_point now);
    /// No further requests: closes at once when idle, otherwise after the answer under way.
    void drain();

Q_SIGNALS:
    void gone(Holdfast::Http::Connection *connection);

private Q_SLOTS:
    void collectAnswers();
    void goOn(); ///< a growing body has more

private:
    enum class State { Handshake, Head, Body, Handling, Writing, Linger, Closed };

    void enter(State state);
    void advance();
    bool step();

    bool readHead();
    void begin(HeadParser::Head head);
    void admitBody(std::unique_ptr<BodySink> sink);
    bool readBody();
    /// Takes from the front of input; true once the body is whole.
    bool consumeBody(QByteArrayView &input);
    void deliver(QByteArrayView bytes);
    void finishBody();
    void discardBufferedBody();
    void refuse(Reply reply);
    void refuseAndClose(int status, const QString &message);

    bool takeAnswer();
    void beginAnswer(const Reply &reply, bool keepAlive);
    bool writeMore();
    void linger();
    bool discard();

    void moved();
    void onDisconnected();
    void tickBody(Clock::time_point now);
    void tickLinger(Clock::time_point now);

    QTcpSocket *const m_socket;
    Setting &m_setting;
    const std::shared_ptr<AnswerSlot> m_slot;
    State m_state = State::Head;
    bool m_advancing = false;
    bool m_secure = false;
    bool m_draining = false;
    Clock::time_point m_entered;  ///< the state
    Clock::time_point m_lastMove; ///< of a byte

    QByteArray m_in; ///< taken from the socket and not used yet
    HeadParser m_parser;
    std::optional<Clock::time_point> m_headBegan;
    HeadParser::Head m_head;

    std::unique_ptr<BodySink> m_sink;
    ChunkedDecoder m_decoder;
    qint64 m_bodyLeft = 0; ///< by Content-Length
    qint64 m_bodyTaken = 0;
    bool m_bodyWhole = true;
    bool m_mustClose = false;

    quint64 m_exchange = 0;
    bool m_answered = true;
    std::optional<Reply> m_answer;
    AnswerWriter m_writer;

    bool m_halfClosed = false;
    qint64 m_thrownAway = 0;
};

} // namespace Holdfast::Http
