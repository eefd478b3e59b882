// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Reply.h"

class QTcpSocket;

namespace Holdfast::Http {

/// Writes one answer after the other to a socket, in pieces, and never far ahead of a slow reader.
class AnswerWriter
{
public:
    enum class Outcome {
        Whole,  ///< all of it is with the socket
        NoRoom, ///< call again when the socket has written some, or a growing body has more
        Broken, ///< the source gave too little or too much; the client can only be told by closing
    };

    /// Both outlive the writer's calls. writeAhead: how many bytes may wait in the socket, TLS included.
    AnswerWriter(QTcpSocket &socket, qint64 writeAhead);

    /// head goes out in one write with the first bytes of the body, if there is to be one.
    void begin(QByteArray head, const Reply &reply, bool withBody);
    /// The same for a reply with a growing body; in chunks, but for HTTP/1.0.
    void beginGrowing(QByteArray head, std::shared_ptr<GrowingBody> body, bool inChunks);
    Outcome write();
    /// Lets go of the body.
    void clear();
    /// Bytes that the socket has not sent yet.
    qint64 pending() const;
    /// All that there was went out, and more is being made: it is not the client that does not go on.
    bool isWaitingForMore() const { return m_isWaitingForMore && pending() == 0; }

private:
    Outcome writeGrowing();

    QTcpSocket &m_socket;
    const qint64 m_writeAhead;
    QByteArray m_head;
    QByteArray m_body;
    qsizetype m_bodyGiven = 0;
    std::shared_ptr<BodySource> m_source;
    qint64 m_sourceLeft = 0;
    std::shared_ptr<GrowingBody> m_growing;
    bool m_inChunks = false;
    bool m_isWaitingForMore = false;
};

} // namespace Holdfast::Http
