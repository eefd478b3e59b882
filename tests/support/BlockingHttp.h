// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QString>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <stdexcept>

namespace Holdfast::Testing {

/// One keep-alive connection to a server, blocking, for tests and benches that speak HTTP by hand. Throws
/// std::runtime_error where the server hangs up or stays silent.
class BlockingHttp
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray head;
        qint64 bodySize = 0;
        QByteArray body; ///< only where it was asked for

        QJsonDocument json() const { return QJsonDocument::fromJson(body); }
    };

    explicit BlockingHttp(const QUrl &server)
        : m_server(server)
    {
        m_socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
        if (!m_socket.waitForConnected(patience))
            giveUp("no connection to the server");
    }

    /// The head of a request; fields end with CR LF each.
    QByteArray head(const QByteArray &method, const QByteArray &path, const QByteArray &fields = {}) const
    {
        return method + " " + path + " HTTP/1.1\r\nHost: " + m_server.host().toLatin1() + "\r\n" + fields + "\r\n";
    }

    void send(QByteArrayView bytes)
    {
        constexpr qsizetype piece = 64 * 1024;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            m_socket.write(bytes.data() + at, std::min(piece, bytes.size() - at));
            while (m_socket.bytesToWrite() > 2 * piece)
                waitForWritten();
        }
        while (m_socket.bytesToWrite() > 0)
            waitForWritten();
    }

    Answer receive(bool keepBody = true)
    {
        Answer answer;
        QByteArray received;
        qsizetype end = -1;
        while ((end = received.indexOf("\r\n\r\n")) < 0)
            received += more();
        answer.head = received.first(end);
        answer.status = answer.head.mid(9, 3).toInt();
        received.remove(0, end + 4);
        const qint64 length = field(answer.head, "content-length").toLongLong();
        answer.bodySize = received.size();
        if (keepBody)
            answer.body = received;
        while (answer.bodySize < length) {
            received = more();
            answer.bodySize += received.size();
            if (keepBody)
                answer.body += received;
        }
        return answer;
    }

    static QByteArray field(const QByteArray &head, const QByteArray &name)
    {
        for (const QByteArray &line : head.split('\n'))
            if (line.toLower().startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed();
        return {};
    }

private:
    static constexpr int patience = 60'000; // ms for any one step

    [[noreturn]] void giveUp(const char *what) const
    {
        throw std::runtime_error(std::string(what) + ": " + m_socket.errorString().toStdString());
    }
    void waitForWritten()
    {
        if (!m_socket.waitForBytesWritten(patience))
            giveUp("the server stopped reading");
    }
    QByteArray more()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
            giveUp("the server did not answer");
        return m_socket.readAll();
    }

    QUrl m_server;
    QTcpSocket m_socket;
};

/// Someone signed in, with a lead that is theirs.
struct Account
{
    QByteArray token;
    qint64 lead = 0;

    static Account signIn(const QUrl &server, const QByteArray &username, const QByteArray &password)
    {
        BlockingHttp http(server);
        const QByteArray body = R"({"username":")" + username + R"(","password":")" + password + R"("})";
        http.send(
            http.head("POST", "/api/auth/login",
                      "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n") +
            body);
        Account account;
        account.token = http.receive().json()[QLatin1String("token")].toString().toLatin1();
        http.send(http.head("GET", "/api/leads", account.authorization()));
        account.lead = http.receive().json()[0][QLatin1String("id")].toInteger();
        if (account.token.isEmpty() || account.lead == 0)
            throw std::runtime_error("signing in failed");
        return account;
    }

    QByteArray authorization() const { return "Authorization: Bearer " + token + "\r\n"; }
};

/// The multipart body of one upload, in the order in which it is sent: head, before, the file, after.
struct UploadBody
{
    QByteArray head;
    QByteArray before;
    QByteArray after;

    UploadBody(const BlockingHttp &http, const Account &account, qsizetype fileSize, const QByteArray &fileName,
               const QByteArray &moreFields = {})
    {
        const QByteArray mark = "----holdfast-test";
        before = "--" + mark + "\r\nContent-Disposition: form-data; name=\"leadId\"\r\n\r\n" +
                 QByteArray::number(account.lead) + "\r\n--" + mark +
                 "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName +
                 "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        after = "\r\n--" + mark + "--\r\n";
        head = http.head("POST", "/api/recordings",
                         account.authorization() + "Content-Type: multipart/form-data; boundary=" + mark +
                             "\r\nContent-Length: " + QByteArray::number(before.size() + fileSize + after.size()) +
                             "\r\n" + moreFields);
    }
};

} // namespace Holdfast::Testing
