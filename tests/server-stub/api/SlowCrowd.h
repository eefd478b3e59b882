// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <vector>

namespace Holdfast::Testing {

/// Clients that mean no good, as raw sockets of one thread: some never end their header, some never end their upload,
/// some never read their download. None of them does anything of itself.
class SlowCrowd
{
public:
    /// token: of somebody who may upload for lead 1 and read that recording, which must be far larger than a socket's
    /// buffers.
    SlowCrowd(quint16 port, QByteArray token, QByteArray recording)
        : m_port(port)
        , m_fields("Host: a\r\nAuthorization: Bearer " + token + "\r\n")
        , m_recording(std::move(recording))
    {
    }
    ~SlowCrowd()
    {
        for (const Client &client : m_clients)
            ::close(client.socket);
    }
    SlowCrowd(const SlowCrowd &) = delete;
    SlowCrowd &operator=(const SlowCrowd &) = delete;

    void addSlowHeader() { add("GET /api/recordings HTTP/1.1\r\n" + m_fields + "X: ", 'x'); }
    void addSlowBody()
    {
        add("POST /api/recordings HTTP/1.1\r\n" + m_fields +
                "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
                "--b\r\nContent-Disposition: form-data; name=\"leadId\"\r\n\r\n1\r\n"
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"call.wav\"\r\n\r\nRIFF",
            'x');
    }
    void addSlowReader()
    {
        add("GET /api/recordings/" + m_recording + "/download HTTP/1.1\r\n" + m_fields + "\r\n", '\0');
    }

    std::size_t size() const { return m_clients.size(); }

    /// One byte more from each that sends.
    void dribble()
    {
        for (const Client &client : m_clients) {
            if (client.next != '\0')
                ::send(client.socket, &client.next, 1, MSG_NOSIGNAL | MSG_DONTWAIT);
        }
    }

    /// Those to whom the server has not hung up. One that never reads can't tell as long as there is something to read.
    std::size_t stillOpen() const
    {
        std::size_t open = 0;
        for (const Client &client : m_clients)
            open += isOpen(client) ? 1 : 0;
        return open;
    }

private:
    struct Client
    {
        int socket = -1;
        char next = '\0'; ///< what it sends again and again; a reader sends nothing
    };

    static bool isOpen(const Client &client)
    {
        if (client.next == '\0') {
            int error = 0;
            socklen_t size = sizeof error;
            tcp_info info{};
            socklen_t infoSize = sizeof info;
            ::getsockopt(client.socket, SOL_SOCKET, SO_ERROR, &error, &size);
            ::getsockopt(client.socket, IPPROTO_TCP, TCP_INFO, &info, &infoSize);
            return error == 0 && info.tcpi_state == TCP_ESTABLISHED;
        }
        char buffer[4096];
        ssize_t got = 0;
        do
            got = ::recv(client.socket, buffer, sizeof buffer, MSG_DONTWAIT);
        while (got > 0);
        return got < 0 && errno == EAGAIN;
    }

    void add(const QByteArray &begin, char next)
    {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (socket < 0)
            throw std::runtime_error("no more sockets");
        m_clients.push_back({socket, next});
        if (next == '\0') {
            // As over a long line: little fits into the buffers on the way.
            const int receive = 4096;
            const int segment = 536;
            ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receive, sizeof receive);
            ::setsockopt(socket, IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 ||
            ::send(socket, begin.constData(), static_cast<size_t>(begin.size()), MSG_NOSIGNAL) != begin.size())
            throw std::runtime_error("a slow client found no connection");
    }

    quint16 m_port;
    QByteArray m_fields;
    QByteArray m_recording;
    std::vector<Client> m_clients;
};

} // namespace Holdfast::Testing
