// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads and uploads through holdfast-server against nginx on plain files, with the same client in the same run:
// whole files, ranges of 1 MiB and of 64 KiB over 32 connections, and uploads of 1 MB and 20 MB (nginx: WebDAV's PUT).
// Ours encrypts, checks, hashes, syncs and writes an audit entry; nginx does not. Medians of five rounds by turns; what
// was uploaded is deleted after each round, so that neither pays for memory that the other one has taken from the
// system. Usage: bench_nginx [path of holdfast-server]; wants nginx with its dav module.

#include "bench/Figures.h"
#include "support/BlockingHttp.h"
#include "support/NoiseWav.h"
#include "support/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Holdfast::Testing;

namespace {

constexpr int rounds = 5;
constexpr int readers = 32;
constexpr int writers = 8;

/// A keep-alive connection that costs next to nothing itself: what it measures is the server.
class Wire
{
public:
    explicit Wire(const QUrl &server)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<uint16_t>(server.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            throw std::runtime_error("no connection");
        const int yes = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }
    ~Wire() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Wire)

    void send(const QByteArray &bytes)
    {
        for (qsizetype at = 0; at < bytes.size();) {
            const ssize_t sent =
                ::send(m_socket, bytes.constData() + at, static_cast<size_t>(bytes.size() - at), MSG_NOSIGNAL);
            if (sent <= 0)
                throw std::runtime_error("the server stopped reading");
            at += sent;
        }
    }

    struct Answer
    {
        QByteArray head;
        qint64 bodySize = 0;
    };

    /// Reads one answer; throws where it has another status.
    Answer receive(int status)
    {
        QByteArray head;
        qsizetype end = -1;
        while ((end = head.indexOf("\r\n\r\n")) < 0)
            head.append(m_piece.data(), read());
        if (head.mid(9, 3).toInt() != status)
            throw std::runtime_error("answered " + head.first(end).toStdString());
        const qint64 length = BlockingHttp::field(head.first(end), "content-length").toLongLong();
        for (qint64 got = head.size() - end - 4; got < length;)
            got += read();
        return {head.first(end), length};
    }

private:
    qsizetype read()
    {
        const ssize_t got = ::recv(m_socket, m_piece.data(), m_piece.size(), 0);
        if (got <= 0)
            throw std::runtime_error("the server hung up");
        return got;
    }

    int m_socket;
    std::vector<char> m_piece = std::vector<char>(256 * 1024);
};

class Nginx
{
public:
    explicit Nginx(const QString &folder)
    {
        QTcpServer probe; // a free port, as good as any
        probe.listen(QHostAddress::LocalHost);
        const quint16 port = probe.serverPort();
        probe.close();
        QFile config(folder + QStringLiteral("/nginx.conf"));
        config.open(QIODevice::WriteOnly);
        config.write(QStringLiteral("daemon off; worker_processes auto; pid %1/nginx.pid; error_log %1/error.log;\n"
                                    "events { worker_connections 1024; }\n"
                                    "http { access_log %1/access.log; sendfile on; tcp_nodelay on;\n"
                                    "  client_max_body_size 100m; client_body_temp_path %1/temp;\n"
                                    "  server { listen 127.0.0.1:%2; root %1/files; dav_methods PUT;\n"
                                    "    keepalive_requests 1000000; } }\n")
                         .arg(folder)
                         .arg(port)
                         .toUtf8());
        config.close();
        QDir(folder).mkpath(QStringLiteral("files"));
        if (::geteuid() == 0) // its workers are somebody else's then
            for (const QString &path : {folder, folder + QStringLiteral("/files")})
                QFile::setPermissions(path, QFile::Permissions(0x7777));
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.start(QStringLiteral("nginx"),
                        {QStringLiteral("-c"), folder + QStringLiteral("/nginx.conf"), QStringLiteral("-p"), folder});
        if (!m_process.waitForStarted())
            throw std::runtime_error("nginx is not installed");
        m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
        for (;;) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            if (socket.waitForConnected(100))
                return;
            if (m_process.state() == QProcess::NotRunning)
                throw std::runtime_error("nginx did not start");
        }
    }
    ~Nginx()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Nginx)

    QUrl url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

/// Seconds in which `threads` connections to the server do `work` until `count` of it is done in all.
double seconds(const QUrl &server, int threads, int count, const std::function<void(Wire &, int)> &work)
{
    std::atomic_int next = 0;
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> crowd;
    for (int i = 0; i < threads; ++i)
        crowd.emplace_back([&] {
            Wire wire(server);
            for (int number = next++; number < count; number = next++)
                work(wire, number);
        });
    for (std::thread &one : crowd)
        one.join();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

void compare(const char *what, int count, double bytesEach, const std::function<double()> &ours,
             const std::function<double()> &nginxs)
{
    std::vector<double> our;
    std::vector<double> their;
    for (int round = 0; round < rounds; ++round) {
        their.push_back(nginxs());
        our.push_back(ours());
    }
    const double mib = count * bytesEach / (1024 * 1024);
    std::printf("%-34s nginx %7.0f MiB/s %8.0f/s   ours %7.0f MiB/s %8.0f/s   %.2f\n", what, mib / median(their),
                count / median(their), mib / median(our), count / median(our), median(their) / median(our));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString program = argc > 1
                                ? QString::fromLocal8Bit(argv[1])
                                : QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server");
    QTemporaryDir folder;
    QTemporaryDir data;
    ServerProcess process(program, data.path());
    const QUrl ours = process.url();
    const Account account = Account::signIn(ours, "alice", "holdfast-demo");
    const Account admin = Account::signIn(ours, "ada", "holdfast-demo");
    const Nginx nginx(folder.path());

    const QByteArray wav = noiseWav(20'000'000);
    QFile plain(folder.path() + QStringLiteral("/files/call.wav"));
    plain.open(QIODevice::WriteOnly);
    plain.write(wav);
    plain.close();
    BlockingHttp first(ours);
    const UploadBody stored(first, account, wav.size(), "call.wav");
    first.send(stored.head + stored.before + wav + stored.after);
    const QByteArray id = QByteArray::number(first.receive().json()[QLatin1String("id")].toInteger());

    const auto getter = [&](const QByteArray &path, const QByteArray &fields, qint64 rangeSize) {
        return [=, size = qint64{wav.size()}](Wire &wire, int number) {
            QByteArray range;
            if (rangeSize > 0) {
                const qint64 begin = number * rangeSize % (size - rangeSize);
                range = "Range: bytes=" + QByteArray::number(begin) + '-' + QByteArray::number(begin + rangeSize - 1) +
                        "\r\n";
            }
            wire.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + range + "\r\n");
            wire.receive(rangeSize > 0 ? 206 : 200);
        };
    };
    const QByteArray ourPath = "/api/recordings/" + id + "/download";
    const auto read = [&](const char *what, int count, qint64 rangeSize) {
        compare(
            what, count, static_cast<double>(rangeSize > 0 ? rangeSize : wav.size()),
            [&] { return seconds(ours, readers, count, getter(ourPath, account.authorization(), rangeSize)); },
            [&] { return seconds(nginx.url(), readers, count, getter("/call.wav", {}, rangeSize)); });
    };
    read("whole downloads of 20 MB", 96, 0);
    read("ranges of 1 MiB", 1600, 1024 * 1024);
    read("ranges of 64 KiB", 16'000, 64 * 1024);

    const auto write = [&](const char *what, int count, const QByteArray &bytes) {
        std::vector<QByteArray> kept(static_cast<size_t>(count));
        const auto post = [&](Wire &wire, int number) {
            const UploadBody form(first, account, bytes.size(), "call.wav");
            wire.send(form.head + form.before);
            wire.send(bytes);
            wire.send(form.after);
            kept[static_cast<size_t>(number)] = BlockingHttp::field(wire.receive(201).head, "location");
        };
        const auto put = [&](Wire &wire, int number) {
            wire.send("PUT /" + QByteArray::number(number) + ".wav HTTP/1.1\r\nHost: localhost\r\n" +
                      "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n");
            wire.send(bytes);
            wire.receive(201);
        };
        compare(
            what, count, static_cast<double>(bytes.size()),
            [&] {
                const double taken = seconds(ours, writers, count, post);
                seconds(ours, writers, count, [&](Wire &wire, int number) {
                    wire.send("DELETE " + kept[static_cast<size_t>(number)] + " HTTP/1.1\r\nHost: localhost\r\n" +
                              admin.authorization() + "\r\n");
                    wire.receive(204);
                });
                return taken;
            },
            [&] {
                const double taken = seconds(nginx.url(), writers, count, put);
                for (int number = 0; number < count; ++number)
                    QFile::remove(folder.path() + QStringLiteral("/files/%1.wav").arg(number));
                return taken;
            });
    };
    write("uploads of 1 MB", 96, noiseWav(1'000'000));
    write("uploads of 20 MB", 24, wav);
    std::printf("peak memory of ours under all of it: %.1f MiB\n", peakMemoryMiB(process.processId()));
    return process.stop();
}
