// SPDX-License-Identifier: GPL-3.0-or-later
// 50 MiB down and up through the HTTP engine, against the same bytes through a plain pair of Qt sockets; and small
// requests one after the other against a plain exchange of as many bytes.
#include "http/Listener.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <future>
#include <thread>

using namespace Holdfast::Http;

namespace {

constexpr qint64 bodyBytes = 50 * 1024 * 1024;
constexpr qint64 pieceBytes = 64 * 1024;
constexpr int rounds = 7;
constexpr int smallRequests = 5000;
const QByteArray smallRequest("GET /small HTTP/1.1\r\nHost: localhost\r\n\r\n");

class Zeros final : public BodySource
{
public:
    qint64 size() const override { return bodyBytes; }
    QByteArray next() override { return m_piece; }

private:
    const QByteArray m_piece = QByteArray(pieceBytes, '\0');
};

class Counting final : public BodySink
{
public:
    std::optional<Reply> take(QByteArrayView bytes) override
    {
        m_taken += bytes.size();
        return std::nullopt;
    }
    void finish(const Responder &responder) override
    {
        responder.reply(Reply::empty(m_taken == bodyBytes ? 204 : 500));
    }

private:
    qint64 m_taken = 0;
};

Router routes()
{
    Router router;
    router.add("GET", QStringLiteral("/body"), nullptr,
               [](const Request &, const Responder &responder) -> std::unique_ptr<BodySink> {
                   Reply reply;
                   reply.source = std::make_shared<Zeros>();
                   responder.reply(reply);
                   return nullptr;
               });
    router.add("POST", QStringLiteral("/body"), nullptr,
               [](const Request &, const Responder &) { return std::make_unique<Counting>(); });
    router.add("GET", QStringLiteral("/small"), nullptr,
               [](const Request &, const Responder &responder) -> std::unique_ptr<BodySink> {
                   responder.reply(Reply::message(200, QStringLiteral("hello")));
                   return nullptr;
               });
    return router;
}

void read(QTcpSocket &socket, qint64 bytes)
{
    QByteArray piece(pieceBytes, '\0');
    while (bytes > 0 && (socket.bytesAvailable() > 0 || socket.waitForReadyRead()))
        bytes -= socket.read(piece.data(), std::min(piece.size(), bytes));
    if (bytes > 0)
        qFatal("the connection ended too early");
}

void write(QTcpSocket &socket, qint64 bytes)
{
    const QByteArray piece(pieceBytes, '\0');
    for (; bytes > 0; bytes -= piece.size()) {
        socket.write(piece);
        while (socket.bytesToWrite() > 4 * pieceBytes)
            socket.waitForBytesWritten();
    }
    while (socket.bytesToWrite() > 0)
        socket.waitForBytesWritten();
}

/// Returns the head; the body stays in the socket.
QByteArray readHead(QTcpSocket &socket)
{
    QByteArray head;
    while (!head.endsWith("\r\n\r\n")) {
        if (!socket.canReadLine() && !socket.waitForReadyRead())
            qFatal("the connection ended too early");
        head += socket.readLine();
    }
    return head;
}

/// Does serve in a thread with the one end, and times use with the other. Milliseconds.
double plain(const std::function<void(QTcpSocket &)> &serve, const std::function<void(QTcpSocket &)> &use)
{
    std::promise<quint16> port;
    std::thread server([&] {
        QTcpServer listener;
        listener.listen(QHostAddress(QHostAddress::LocalHost));
        port.set_value(listener.serverPort());
        listener.waitForNewConnection(-1);
        const std::unique_ptr<QTcpSocket> socket(listener.nextPendingConnection());
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        serve(*socket);
        socket->waitForDisconnected();
    });
    double time = 0;
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port.get_future().get());
        socket.waitForConnected();
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QElapsedTimer timer;
        timer.start();
        use(socket);
        time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    server.join();
    return time;
}

double engine(quint16 port, const std::function<void(QTcpSocket &)> &use)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket.waitForConnected();
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QElapsedTimer timer;
    timer.start();
    use(socket);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The median of several rounds, the two taken in turn.
void compare(const char *what, const std::function<double()> &one, const std::function<double()> &other)
{
    QList<double> plainTimes;
    QList<double> engineTimes;
    for (int i = 0; i < rounds; ++i) {
        plainTimes.append(one());
        engineTimes.append(other());
    }
    std::sort(plainTimes.begin(), plainTimes.end());
    std::sort(engineTimes.begin(), engineTimes.end());
    const double plainTime = plainTimes[rounds / 2];
    const double engineTime = engineTimes[rounds / 2];
    QTextStream(stdout) << what << ": plain sockets " << plainTime << " ms, engine " << engineTime
                        << " ms, speed ratio " << plainTime / engineTime << Qt::endl;
}

void measure(quint16 port)
{
    compare(
        "50 MiB down",
        [] { return plain([](QTcpSocket &s) { write(s, bodyBytes); }, [](QTcpSocket &s) { read(s, bodyBytes); }); },
        [port] {
            return engine(port, [](QTcpSocket &socket) {
                socket.write("GET /body HTTP/1.1\r\nHost: localhost\r\n\r\n");
                readHead(socket);
                read(socket, bodyBytes);
            });
        });
    compare(
        "50 MiB up",
        [] {
            return plain(
                [](QTcpSocket &s) {
                    read(s, bodyBytes);
                    s.write("done");
                    s.waitForBytesWritten();
                },
                [](QTcpSocket &s) {
                    write(s, bodyBytes);
                    read(s, 4);
                });
        },
        [port] {
            return engine(port, [](QTcpSocket &socket) {
                socket.write("POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                             QByteArray::number(bodyBytes) + "\r\n\r\n");
                write(socket, bodyBytes);
                if (!readHead(socket).startsWith("HTTP/1.1 204"))
                    qFatal("the upload failed");
            });
        });
    compare(
        "5,000 small requests",
        [] {
            const auto exchange = [](QTcpSocket &s, bool first) {
                for (int i = 0; i < smallRequests; ++i) {
                    if (!first)
                        read(s, smallRequest.size());
                    s.write(smallRequest);
                    s.waitForBytesWritten();
                    if (first)
                        read(s, smallRequest.size());
                }
            };
            return plain([&](QTcpSocket &s) { exchange(s, false); }, [&](QTcpSocket &s) { exchange(s, true); });
        },
        [port] {
            return engine(port, [](QTcpSocket &socket) {
                for (int i = 0; i < smallRequests; ++i) {
                    socket.write(smallRequest);
                    socket.waitForBytesWritten();
                    readHead(socket);
                    read(socket, QByteArrayLiteral("{\"message\":\"hello\"}").size());
                }
            });
        });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const Router router = routes();
    Listener listener(router, {}, std::nullopt, 1);
    const auto port = listener.listen(QHostAddress(QHostAddress::LocalHost), 0);
    if (!port)
        qFatal("%s", qPrintable(port.error()));
    // The listener accepts in this thread's event loop.
    std::thread clients([&] {
        measure(*port);
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    clients.join();
    return code;
}
