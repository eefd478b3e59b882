// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Connection.h"

#include "http/AnswerSlot.h"
#include "http/HalfClose.h"
#include "http/ReplyHead.h"
#include "http/Router.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace Holdfast::Http {

Connection::Connection(QTcpSocket *socket, Setting &setting, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_setting(setting)
    , m_slot(std::make_shared<AnswerSlot>(this))
    , m_entered(Clock::now())
    , m_lastMove(m_entered)
    , m_parser(setting.limits)
    , m_writer(*socket, setting.limits.writeAhead)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(setting.limits.readAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QIODevice::readyRead, this, &Connection::advance);
    connect(m_socket, &QAbstractSocket::disconnected, this, &Connection::onDisconnected);
    connect(m_socket, &QIODevice::bytesWritten, this, &Connection::moved);
}

Connection::~Connection()
{
    m_slot->empty();
    // Closing it reports to slots of an object that is half gone.
    m_socket->disconnect(this);
}

void Connection::serve()
{
    enter(State::Head);
    advance();
}

void Connection::serveSecurely(const QSslConfiguration &tls)
{
    auto *const socket = qobject_cast<QSslSocket *>(m_socket);
    m_secure = true;
    enter(State::Handshake);
    connect(socket, &QSslSocket::encrypted, this, &Connection::serve);
    connect(socket, &QSslSocket::encryptedBytesWritten, this, &Connection::moved);
    connect(socket, &QAbstractSocket::errorOccurred, this, [this, socket] {
        if (m_state == State::Handshake)
            socket->abort();
    });
    socket->setSslConfiguration(tls);
    socket->startServerEncryption();
}

void Connection::turnAway(Reply reply)
{
    m_mustClose = true;
    refuse(std::move(reply));
    advance();
}

void Connection::enter(State state)
{
    if (m_state == State::Closed)
        return;
    m_state = state;
    m_entered = m_lastMove = Clock::now();
}

void Connection::advance()
{
    if (m_advancing)
        return; // the loop under way sees what has changed
    m_advancing = true;
    while (step()) {
    }
    m_advancing = false;
}

bool Connection::step()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return m_answer ? takeAnswer() : readBody();
    case State::Handling:
        return takeAnswer();
    case State::Writing:
        return writeMore();
    case State::Linger:
        return discard();
    case State::Handshake:
    case State::Closed:
        return false;
    }
    return false;
}

void Connection::answer(quint64 exchange, Reply reply)
{
    if (exchange != m_exchange || m_answered)
        return;
    m_answered = true;
    m_answer = std::move(reply);
    // Not at once: whoever answers may be in the middle of another connection's bytes.
    if (!m_advancing)
        QMetaObject::invokeMethod(this, &Connection::advance, Qt::QueuedConnection);
}

void Connection::collectAnswers()
{
    for (AnswerSlot::Answer &late : m_slot->collect())
        answer(late.exchange, std::move(late.reply));
}

void Connection::goOn()
{
    if (m_state == State::Writing)
        moved();
}

void Connection::drain()
{
    m_draining = true;
    if (m_state == State::Handshake)
        m_socket->abort();
    else if (m_state == State::Head && m_in.isEmpty() && m_socket->bytesAvailable() == 0)
        linger();
}

void Connection::moved()
{
    m_lastMove = Clock::now();
    advance();
}

void Connection::onDisconnected()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_answered = true;
    m_sink.reset();
    m_writer.clear();
    Q_EMIT gone(this);
}

// ---- taking a request ----

bool Connection::readHead()
{
    const qint64 room = m_setting.limits.headBytes + 1 - m_in.size();
    if (room > 0)
        m_in.append(m_socket->read(room));
    if (m_in.isEmpty() || m_state != State::Head)
        return false;

    auto outcome = m_parser.parse(m_in);
    if (auto *refusal = std::get_if<HeadParser::Refusal>(&outcome)) {
        m_head = {};
        m_bodyWhole = false; // nobody can say where this request ends
        refuseAndClose(refusal->status, refusal->message);
        return true;
    }
    if (auto *head = std::get_if<HeadParser::Head>(&outcome)) {
        m_in.remove(0, head->size);
        begin(std::move(*head));
        return true;
    }
    if (m_parser.hasBegun() && !m_headBegan)
        m_headBegan = Clock::now();
    return false;
}

void Connection::begin(HeadParser::Head head)
{
    m_parser = HeadParser(m_setting.limits);
    m_headBegan.reset();
    m_head = std::move(head);
    m_decoder = {};
    m_bodyLeft = m_head.request.contentLength.value_or(0);
    m_bodyTaken = 0;
    m_bodyWhole = !m_head.request.hasBody;
    ++m_exchange;
    m_answered = false;
    Request &request = m_head.request;
    request.peer = m_socket->peerAddress();
    request.secure = m_secure;

    auto found = m_setting.router.match(request);
    if (auto *reply = std::get_if<Reply>(&found))
        return refuse(std::move(*reply));
    auto &match = std::get<Router::Match>(found);
    request.captures = std::move(match.captures);
    if (*match.gate) {
        if (auto reply = (*match.gate)(request))
            return refuse(std::move(*reply));
    }
    if (m_bodyLeft > m_setting.limits.bodyBytes)
        return refuse(Reply::message(413, QStringLiteral("The body is too large. Nothing was kept.")));

    enter(State::Handling);
    admitBody((*match.handler)(request, Responder(m_slot, m_exchange)));
}

void Connection::admitBody(std::unique_ptr<BodySink> sink)
{
    if (!sink || m_answer)
        return; // answered now or later, without the body
    m_sink = std::move(sink);
    if (m_bodyWhole) {
        m_sink->finish(Responder(m_slot, m_exchange));
        return;
    }
    enter(State::Body);
    if (m_head.expectsContinue && m_in.isEmpty() && m_socket->bytesAvailable() == 0) {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket->flush();
    }
}

bool Connection::readBody()
{
    const QByteArray held = std::exchange(m_in, {});
    QByteArrayView input = held;
    if (input.isEmpty()) {
        QByteArray &scratch = m_setting.scratch;
        const qint64 most = m_head.chunked ? scratch.size() : std::min<qint64>(scratch.size(), m_bodyLeft);
        const qint64 got = m_socket->read(scratch.data(), most);
        if (got <= 0 || m_state != State::Body)
            return false;
        m_lastMove = Clock::now();
        input = QByteArrayView(scratch.constData(), got);
    }
    if (consumeBody(input) && m_sink)
        finishBody();
    m_in = input.toByteArray();
    return true;
}

bool Connection::consumeBody(QByteArrayView &input)
{
    if (!m_head.chunked) {
        const QByteArrayView piece = input.first(std::min<qint64>(m_bodyLeft, input.size()));
        input = input.sliced(piece.size());
        m_bodyLeft -= piece.size();
        m_bodyWhole = m_bodyLeft == 0;
        deliver(piece);
        return m_bodyWhole;
    }
    while (!m_bodyWhole && !m_mustClose) {
        switch (m_decoder.decode(input)) {
        case ChunkedDecoder::Outcome::NeedsMore:
            return false;
        case ChunkedDecoder::Outcome::Data:
            deliver(m_decoder.data());
            break;
        case ChunkedDecoder::Outcome::Complete:
            m_bodyWhole = true;
            break;
        case ChunkedDecoder::Outcome::Malformed:
            refuseAndClose(400,
                           QStringLiteral("The request is malformed: its chunks cannot be read. Nothing was kept."));
            break;
        }
    }
    return m_bodyWhole;
}

void Connection::deliver(QByteArrayView bytes)
{
    m_bodyTaken += bytes.size();
    if (!m_sink)
        return; // refused already; this is read over
    if (m_bodyTaken > m_setting.limits.bodyBytes)
        return refuse(Reply::message(413, QStringLiteral("The body is too large. Nothing was kept.")));
    if (auto reply = m_sink->take(bytes))
        refuse(std::move(*reply));
}

void Connection::finishBody()
{
    enter(State::Handling);
    m_sink->finish(Responder(m_slot, m_exchange));
}

/// A refused body that has come already is read over, so that the connection can be kept.
void Connection::discardBufferedBody()
{
    m_sink.reset();
    if (m_in.isEmpty())
        m_in = m_socket->read(m_setting.limits.headBytes);
    QByteArrayView input = m_in;
    consumeBody(input);
    m_in = input.toByteArray();
}

void Connection::refuse(Reply reply)
{
    m_answered = true;
    m_answer = std::move(reply);
    m_sink.reset();
    enter(State::Handling);
}

void Connection::refuseAndClose(int status, const QString &message)
{
    m_mustClose = true;
    refuse(Reply::message(status, message));
}

// ---- giving the answer ----

bool Connection::takeAnswer()
{
    if (!m_answer)
        return false;
    const Reply reply = std::move(*m_answer);
    m_answer.reset();
    if (!m_bodyWhole && !m_mustClose)
        discardBufferedBody();
    m_answer.reset(); // a broken body says no more than that the connection can't be kept
    m_sink.reset();

    const bool endsByClosing = reply.growing && m_head.minorVersion == 0;
    const bool keepAlive = m_head.keepAlive && m_bodyWhole && !m_mustClose && !m_draining && !endsByClosing;
    m_mustClose = !keepAlive;
    m_setting.replies.add(reply.status);
    beginAnswer(reply, keepAlive);
    enter(State::Writing);
    return true;
}

void Connection::beginAnswer(const Reply &reply, bool keepAlive)
{
    const QByteArray head = ReplyHead{m_head.minorVersion, keepAlive}.bytes(reply);
    const bool withBody = !m_head.request.isHead() && mayHaveBody(reply.status);
    if (!reply.growing || !withBody) {
        m_writer.begin(head, reply, withBody);
        return;
    }
    reply.growing->whenMore([slot = m_slot] { slot->wake(); });
    m_writer.beginGrowing(head, reply.growing, m_head.minorVersion > 0);
}

bool Connection::writeMore()
{
    switch (m_writer.write()) {
    case AnswerWriter::Outcome::NoRoom:
        return false;
    case AnswerWriter::Outcome::Broken:
        m_socket->abort(); // the length is out already: an early end is all that can still be said
        return false;
    case AnswerWriter::Outcome::Whole:
        break;
    }
    if (m_mustClose || m_draining)
        linger();
    else
        enter(State::Head);
    return true;
}

void Connection::linger()
{
    enter(State::Linger);
    m_in.clear();
    discard();
}

bool Connection::discard()
{
    QByteArray &scratch = m_setting.scratch;
    while (m_state == State::Linger) {
        const qint64 got = m_socket->read(scratch.data(), scratch.size());
        if (got <= 0)
            break;
        m_thrownAway += got;
        if (m_thrownAway > m_setting.limits.lingerBytes)
            m_socket->abort();
    }
    if (m_state != State::Linger || m_halfClosed || m_writer.pending() > 0)
        return false;
    m_halfClosed = true;
    m_entered = Clock::now();
    if (!m_secure)
        halfClose(m_socket->socketDescriptor());
    else if (m_bodyWhole)
        m_socket->disconnectFromHost();
    return false;
}

// ---- the clock ----

void Connection::tick(Clock::time_point now)
{
    const Limits &limits = m_setting.limits;
    switch (m_state) {
    case State::Handshake:
        if (now - m_entered > limits.handshakeTime)
            m_socket->abort();
        break;
    case State::Head:
        if (m_headBegan && now - *m_headBegan > limits.headTime) {
            refuseAndClose(408, QStringLiteral("The request took too long to arrive."));
            advance();
        } else if (!m_headBegan && now - m_entered > limits.idleTime) {
            linger();
        }
        break;
    case State::Body:
        tickBody(now);
        break;
    case State::Writing:
        if (now - m_lastMove > limits.stallTime && !m_writer.isWaitingForMore())
            m_socket->abort();
        break;
    case State::Linger:
        tickLinger(now);
        break;
    case State::Handling:
    case State::Closed:
        break;
    }
}

void Connection::tickBody(Clock::time_point now)
{
    const Limits &limits = m_setting.limits;
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_entered);
    const bool tooSlow = taken > limits.slowBodyTime && m_bodyTaken < limits.bodyBytesPerSecond * taken.count() / 1000;
    if (now - m_lastMove > limits.stallTime || tooSlow) {
        refuseAndClose(408, QStringLiteral("The body took too long to arrive. Nothing was kept."));
        advance();
    }
}

void Connection::tickLinger(Clock::time_point now)
{
    const Limits &limits = m_setting.limits;
    if (m_halfClosed ? now - m_entered > limits.lingerTime : now - m_lastMove > limits.stallTime)
        m_socket->abort();
}

} // namespace Holdfast::Http
