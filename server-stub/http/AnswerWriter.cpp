// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/AnswerWriter.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <utility>

namespace Holdfast::Http {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

QByteArray chunkOf(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

AnswerWriter::AnswerWriter(QTcpSocket &socket, qint64 writeAhead)
    : m_socket(socket)
    , m_writeAhead(writeAhead)
{
}

void AnswerWriter::begin(QByteArray head, const Reply &reply, bool withBody)
{
    clear();
    m_head = std::move(head);
    if (!withBody)
        return;
    m_source = reply.source;
    m_sourceLeft = m_source ? m_source->size() : 0;
    m_body = m_source ? QByteArray() : reply.body;
}

void AnswerWriter::beginGrowing(QByteArray head, std::shared_ptr<GrowingBody> body, bool inChunks)
{
    clear();
    m_head = std::move(head);
    m_growing = std::move(body);
    m_inChunks = inChunks;
}

AnswerWriter::Outcome AnswerWriter::write()
{
    if (m_growing)
        return writeGrowing();
    while (!m_head.isEmpty() || m_sourceLeft > 0 || m_bodyGiven < m_body.size()) {
        if (pending() >= m_writeAhead)
            return Outcome::NoRoom;
        const bool fromSource = m_sourceLeft > 0;
        const QByteArray piece = fromSource ? m_source->next() : m_body.mid(m_bodyGiven, pieceBytes);
        if (fromSource && (piece.isEmpty() || piece.size() > m_sourceLeft))
            return Outcome::Broken;
        if (fromSource)
            m_sourceLeft -= piece.size();
        else
            m_bodyGiven += piece.size();
        m_socket.write(m_head.isEmpty() ? piece : m_head + piece);
        m_head.clear();
    }
    clear();
    if (pending() <= pieceBytes)
        m_socket.flush(); // saves small answers a turn of the event loop
    return Outcome::Whole;
}

AnswerWriter::Outcome AnswerWriter::writeGrowing()
{
    m_isWaitingForMore = false;
    while (pending() < m_writeAhead) {
        const GrowingBody::Piece piece = m_growing->take();
        switch (piece.state) {
        case GrowingBody::Piece::State::Bytes:
            m_socket.write(std::exchange(m_head, {}) + (m_inChunks ? chunkOf(piece.bytes) : piece.bytes));
            break;
        case GrowingBody::Piece::State::NotYet:
            m_isWaitingForMore = true;
            return Outcome::NoRoom;
        case GrowingBody::Piece::State::Broken:
            return Outcome::Broken;
        case GrowingBody::Piece::State::Whole:
            m_socket.write(std::exchange(m_head, {}) + (m_inChunks ? QByteArrayLiteral("0\r\n\r\n") : QByteArray()));
            clear();
            return Outcome::Whole;
        }
    }
    return Outcome::NoRoom;
}

void AnswerWriter::clear()
{
    m_growing.reset();
    m_isWaitingForMore = false;
    m_head.clear();
    m_body.clear();
    m_bodyGiven = 0;
    m_source.reset();
    m_sourceLeft = 0;
}

qint64 AnswerWriter::pending() const
{
    // What TLS has encrypted and not sent waits in a buffer of its own.
    const auto *const secure = qobject_cast<const QSslSocket *>(&m_socket);
    return m_socket.bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

} // namespace Holdfast::Http
