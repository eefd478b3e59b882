// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads and downloads through holdfast-server, as ratios against the same bytes through a plain Qt socket pair whose
// receiver (or sender) runs AES-256-GCM over them; and the server's peak memory with 64 uploads of 50 MiB in flight.
// Usage: bench_server [path of holdfast-server]

#include "bench/Figures.h"
#include "support/BlockingHttp.h"
#include "support/NoiseWav.h"
#include "support/ServerProcess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

#include <openssl/evp.h>

#include <algorithm>
#include <barrier>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Holdfast::Testing;

namespace {

constexpr qsizetype pieceSize = 64 * 1024;
constexpr int patience = 60'000; // ms for any one step

qint64 upload(const QUrl &server, const Account &account, const QByteArray &wav)
{
    BlockingHttp http(server);
    const UploadBody form(http, account, wav.size(), "bench.wav");
    http.send(form.head + form.before);
    http.send(wav);
    http.send(form.after);
    const BlockingHttp::Answer answer = http.receive();
    if (answer.status != 201)
        throw std::runtime_error("an upload was answered " + answer.body.toStdString());
    return answer.json()[QLatin1String("id")].toInteger();
}

void download(const QUrl &server, const Account &account, qint64 id, qint64 size)
{
    BlockingHttp http(server);
    http.send(http.head("GET", "/api/recordings/" + QByteArray::number(id) + "/download", account.authorization()));
    const BlockingHttp::Answer answer = http.receive(false);
    if (answer.status != 200 || answer.bodySize != size)
        throw std::runtime_error("a download was not whole");
}

/// AES-256-GCM over a piece, in chunks of 16 KiB with a tag each, as sealing does.
class Gcm
{
public:
    Gcm() { EVP_EncryptInit_ex(m_context, EVP_aes_256_gcm(), nullptr, m_key, m_nonce); }
    ~Gcm() { EVP_CIPHER_CTX_free(m_context); }
    Q_DISABLE_COPY_MOVE(Gcm)

    void run(const char *bytes, qsizetype size)
    {
        unsigned char out[16 * 1024];
        int produced = 0;
        for (qsizetype at = 0; at < size; at += 16 * 1024) {
            const int count = static_cast<int>(std::min<qsizetype>(16 * 1024, size - at));
            EVP_EncryptInit_ex(m_context, nullptr, nullptr, nullptr, m_nonce);
            EVP_EncryptUpdate(m_context, out, &produced, reinterpret_cast<const unsigned char *>(bytes + at), count);
            EVP_EncryptFinal_ex(m_context, out, &produced);
            EVP_CIPHER_CTX_ctrl(m_context, EVP_CTRL_GCM_GET_TAG, 16, out);
        }
    }

private:
    EVP_CIPHER_CTX *m_context = EVP_CIPHER_CTX_new();
    unsigned char m_key[32]{1};
    unsigned char m_nonce[12]{2};
};

/// Seconds for the bytes through a socket pair; the receiver encrypts.
double plainSocketPair(const QByteArray &bytes)
{
    QTcpServer acceptor;
    acceptor.listen(QHostAddress::LocalHost);
    QElapsedTimer timer;
    timer.start();
    std::thread sender([&bytes, port = acceptor.serverPort()] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.waitForConnected(patience);
        for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
            socket.write(bytes.constData() + at, std::min(pieceSize, bytes.size() - at));
            while (socket.bytesToWrite() > 2 * pieceSize && socket.waitForBytesWritten(patience))
                continue;
        }
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patience))
            continue;
        socket.disconnectFromHost();
    });
    acceptor.waitForNewConnection(patience);
    const std::unique_ptr<QTcpSocket> receiver(acceptor.nextPendingConnection());
    Gcm gcm;
    std::vector<char> piece(pieceSize);
    for (qint64 done = 0; done < bytes.size();) {
        if (receiver->bytesAvailable() == 0 && !receiver->waitForReadyRead(patience))
            throw std::runtime_error("the plain socket pair broke");
        const qint64 count = receiver->read(piece.data(), pieceSize);
        gcm.run(piece.data(), count);
        done += count;
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    sender.join();
    return seconds;
}

template <class Work> double medianSeconds(int runs, Work work)
{
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return median(std::move(seconds));
}

void uploadsInFlight(const QUrl &server, const Account &account, const QByteArray &wav, int count)
{
    std::barrier halfSent(count);
    std::vector<std::thread> senders;
    for (int sender = 0; sender < count; ++sender)
        senders.emplace_back([&] {
            BlockingHttp http(server);
            const UploadBody form(http, account, wav.size(), "bench.wav");
            http.send(form.head + form.before);
            http.send(QByteArrayView(wav).first(wav.size() / 2));
            halfSent.arrive_and_wait();
            http.send(QByteArrayView(wav).sliced(wav.size() / 2));
            http.send(form.after);
            if (http.receive().status != 201)
                throw std::runtime_error("one of many uploads was refused");
        });
    for (std::thread &sender : senders)
        sender.join();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString program = argc > 1
                                ? QString::fromLocal8Bit(argv[1])
                                : QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/holdfast-server");
    QTemporaryDir data;
    ServerProcess process(program, data.path());
    const QUrl server = process.url();
    const Account account = Account::signIn(server, "alice", "holdfast-demo");
    const QByteArray wav = noiseWav(50 * 1024 * 1024);
    const double mib = static_cast<double>(wav.size()) / (1024 * 1024);

    const double plain = medianSeconds(7, [&] { plainSocketPair(wav); });
    qint64 id = 0;
    const double up = medianSeconds(7, [&] { id = upload(server, account, wav); });
    const double down = medianSeconds(7, [&] { download(server, account, id, wav.size()); });
    std::printf("50 MiB, medians of 7:\n");
    std::printf("  plain Qt socket pair with AES-256-GCM  %7.0f MiB/s  1.00\n", mib / plain);
    std::printf("  upload through the server              %7.0f MiB/s  %.2f\n", mib / up, plain / up);
    std::printf("  download through the server            %7.0f MiB/s  %.2f\n", mib / down, plain / down);

    const double before = peakMemoryMiB(process.processId());
    uploadsInFlight(server, account, wav, 64);
    std::printf("peak memory of the server: %.1f MiB before, %.1f MiB with 64 uploads of 50 MiB in flight\n", before,
                peakMemoryMiB(process.processId()));

    return process.stop();
}
