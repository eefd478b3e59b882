// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/ChunkedDecoder.h"
#include "http/HeadParser.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <vector>

namespace Holdfast::Testing {

/// The requests that are whole in some bytes, and so must be answered; of each, whether it is a HEAD. A head that has
/// to be refused counts as the last.
inline std::vector<bool> wholeRequestsIn(QByteArrayView bytes, const Http::Limits &limits)
{
    std::vector<bool> toHead;
    for (;;) {
        Http::HeadParser parser(limits);
        const auto outcome = parser.parse(bytes);
        if (std::holds_alternative<Http::HeadParser::Refusal>(outcome))
            toHead.push_back(false);
        const auto *head = std::get_if<Http::HeadParser::Head>(&outcome);
        if (!head)
            return toHead;
        bytes = bytes.sliced(head->size);
        if (head->chunked) {
            Http::ChunkedDecoder decoder;
            auto decoded = decoder.decode(bytes);
            while (decoded == Http::ChunkedDecoder::Outcome::Data)
                decoded = decoder.decode(bytes);
            if (decoded == Http::ChunkedDecoder::Outcome::NeedsMore)
                return toHead;
            toHead.push_back(head->request.isHead());
            if (decoded == Http::ChunkedDecoder::Outcome::Malformed)
                return toHead;
        } else {
            const qint64 length = head->request.contentLength.value_or(0);
            if (length > bytes.size())
                return toHead;
            bytes = bytes.sliced(length);
            toHead.push_back(head->request.isHead());
        }
        if (!head->keepAlive)
            return toHead;
    }
}

/// What a server said to some bytes.
struct Heard
{
    std::vector<int> statuses; ///< of the final answers; 100 Continue is none
    QByteArray bytes;
    bool garbled = false; ///< something that is no answer
    bool silent = false;  ///< it neither answered what it had to nor hung up
};

/// Sends bytes over one connection, waits for the answers to the whole requests in it (or for the server to hang up),
/// tells the server that no more comes, and waits for its end of the connection. Blocks.
class RawExchange
{
public:
    explicit RawExchange(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (m_socket < 0 || ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            throw std::runtime_error("no connection to the server");
    }
    ~RawExchange() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(RawExchange)

    Heard run(QByteArrayView bytes, const std::vector<bool> &toHead)
    {
        m_toSend = bytes;
        bool said = false;
        while (!m_closed) {
            if (!said && m_toSend.isEmpty() && m_heard.statuses.size() >= toHead.size()) {
                ::shutdown(m_socket, SHUT_WR);
                said = true;
            }
            pollfd wanted{m_socket, static_cast<short>(m_toSend.isEmpty() ? POLLIN : POLLIN | POLLOUT), 0};
            const int ready = ::poll(&wanted, 1, patience);
            if (ready < 0 && errno == EINTR)
                continue; // a fuzzer looks at the clock now and then
            if (ready <= 0) {
                m_heard.silent = true;
                break;
            }
            if ((wanted.revents & POLLOUT) != 0)
                send();
            if ((wanted.revents & (POLLIN | POLLHUP | POLLERR)) != 0)
                receive();
            while (!m_heard.garbled && takeAnswer(toHead))
                continue;
        }
        return std::move(m_heard);
    }

private:
    static constexpr int patience = 30'000; // ms for any one step

    void send()
    {
        const ssize_t sent =
            ::send(m_socket, m_toSend.data(), static_cast<size_t>(m_toSend.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0)
            m_toSend = m_toSend.sliced(sent);
        else if (errno != EAGAIN)
            m_toSend = {}; // it no longer reads, but may have answered
    }
    void receive()
    {
        char buffer[64 * 1024];
        const ssize_t got = ::recv(m_socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (got > 0)
            m_heard.bytes.append(buffer, got);
        else if (got == 0 || errno != EAGAIN)
            m_closed = true;
    }
    /// True where there was one.
    bool takeAnswer(const std::vector<bool> &toHead)
    {
        const qsizetype end = m_heard.bytes.indexOf("\r\n\r\n", m_taken);
        if (end < 0)
            return false;
        const QByteArray head = m_heard.bytes.sliced(m_taken, end + 2 - m_taken);
        const int status = head.mid(9, 3).toInt();
        if (!head.startsWith("HTTP/1.1 ") || status < 100 || status > 599) {
            m_heard.garbled = true;
            return false;
        }
        const std::size_t number = m_heard.statuses.size();
        const bool bodiless =
            status < 200 || status == 204 || status == 304 || (number < toHead.size() && toHead[number]);
        const qint64 length = bodiless ? 0 : lengthOf(head);
        if (m_heard.bytes.size() < end + 4 + length)
            return false;
        m_taken = end + 4 + length;
        if (status >= 200)
            m_heard.statuses.push_back(status);
        return true;
    }
    static qint64 lengthOf(const QByteArray &head)
    {
        const qsizetype field = head.indexOf("\r\nContent-Length: ");
        return field < 0 ? 0 : head.sliced(field + 18, head.indexOf('\r', field + 2) - field - 18).toLongLong();
    }

    const int m_socket;
    QByteArrayView m_toSend;
    Heard m_heard;
    qsizetype m_taken = 0;
    bool m_closed = false;
};

} // namespace Holdfast::Testing
