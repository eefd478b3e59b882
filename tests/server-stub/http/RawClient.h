// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpSocket>

#include <memory>

namespace Holdfast::Http {

/// A client that sends exactly the bytes it is told to, and takes answers apart without leniency.
class RawClient : public QObject
{
public:
    struct Answer
    {
        int status = 0;
        Headers headers;
        QByteArray body;
    };

    explicit RawClient(quint16 port, std::unique_ptr<QTcpSocket> transport = std::make_unique<QTcpSocket>())
        : socket(std::move(transport))
    {
        connect(socket.get(), &QIODevice::readyRead, this, [this] {
            if (reading)
                received += socket->readAll();
        });
        connect(socket.get(), &QAbstractSocket::disconnected, this, [this] { closed = true; });
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    ~RawClient() override { socket->disconnect(this); }

    void send(const QByteArray &bytes) { socket->write(bytes); }

    /// True once a whole answer is there for takeAnswer(); leaves it where it is.
    bool hasAnswer(bool toHead = false) const
    {
        Answer answer;
        return parse(toHead, answer) > 0;
    }
    /// The next answer, taken off what was received; an empty one where hasAnswer() is false.
    Answer takeAnswer(bool toHead = false)
    {
        Answer answer;
        received.remove(0, parse(toHead, answer));
        return answer;
    }

    std::unique_ptr<QTcpSocket> socket;
    QByteArray received;
    bool reading = true;
    bool closed = false;

private:
    /// The size of the next answer; 0 where it is not whole.
    qsizetype parse(bool toHead, Answer &answer) const
    {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return 0;
        const QList<QByteArray> lines = received.first(end).split('\n');
        answer.status = lines[0].mid(9, 3).toInt();
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.add(line.first(colon), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length =
            toHead || answer.status < 200 ? 0 : answer.headers.value("Content-Length").toLongLong();
        if (received.size() < end + 4 + length)
            return 0;
        answer.body = received.sliced(end + 4, length);
        return end + 4 + length;
    }
};

} // namespace Holdfast::Http
