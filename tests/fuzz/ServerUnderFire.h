// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/TokenMint.h"
#include "crypto/Random.h"
#include "fuzz/RawExchange.h"
#include "support/TestServer.h"
#include "support/Tone.h"

#include <QEventLoop>

#include <functional>
#include <future>
#include <thread>

namespace Holdfast::Testing {

/// A TestServer in a thread of its own, and what a text of a request needs to get past its gate: in it $ada, $sam,
/// $alice and $bob stand for a good token of theirs, $recording for a recording of alice's that is there, and $length
/// for how many bytes follow the first empty line.
class ServerUnderFire
{
public:
    explicit ServerUnderFire(std::function<void(TestServer &)> configure = {})
    {
        std::promise<void> ready;
        m_thread = std::thread([this, &ready, configure = std::move(configure)] {
            QEventLoop loop;
            TestServer server;
            if (configure)
                configure(server);
            server.start();
            remember(server);
            m_loop = &loop;
            ready.set_value();
            loop.exec();
        });
        ready.get_future().wait();
        uploadRecording();
    }
    ~ServerUnderFire()
    {
        QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(ServerUnderFire)

    quint16 port() const { return m_port; }
    QString dataFolder() const { return m_dataFolder; }
    QByteArray tokenOf(const QByteArray &name) const
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return m_mint->issue({m_users.value(name), Role::Agent, randomBytes(16).toHex(), now, now.addSecs(3600)});
    }

    QByteArray filledIn(QByteArray text) const
    {
        for (auto user = m_users.cbegin(); user != m_users.cend(); ++user) {
            if (text.contains('$' + user.key()))
                text.replace('$' + user.key(), tokenOf(user.key()));
        }
        text.replace("$recording", m_recording);
        const qsizetype end = text.indexOf("\r\n\r\n");
        text.replace("$length", QByteArray::number(end < 0 ? 0 : text.size() - end - 4));
        return text;
    }

    Heard hear(const QByteArray &bytes) const
    {
        return RawExchange(m_port).run(bytes, wholeRequestsIn(bytes, m_limits));
    }

    QByteArray recording() const { return m_recording; }
    /// Another one for $recording, since requests delete them.
    void uploadRecording(double seconds = 0.05)
    {
        const Heard heard = hear(filledIn(
            "POST /api/recordings HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer $alice\r\nContent-Length: $length\r\n"
            "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
            "--b\r\nContent-Disposition: form-data; name=\"leadId\"\r\n\r\n1\r\n"
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"call.wav\"\r\n\r\n" +
            toneWav(seconds, 440, 880) + "\r\n--b--\r\n"));
        const QByteArray location("\r\nLocation: /api/recordings/");
        const qsizetype at = heard.bytes.indexOf(location);
        if (at < 0)
            throw std::runtime_error("an upload was answered " + heard.bytes.toStdString());
        const qsizetype begin = at + location.size();
        m_recording = heard.bytes.sliced(begin, heard.bytes.indexOf('\r', begin) - begin);
    }

private:
    /// In the server's thread, before others look.
    void remember(TestServer &server)
    {
        m_limits = server.options.limits;
        m_port = static_cast<quint16>(server.url().port());
        m_dataFolder = server.dataFolder();
        const KeyRing &keys = server.data().keys();
        m_mint = std::make_unique<TokenMint>(keys.tokenKey().clone(), keys.tokenKeyId());
        Users users(*orThrow(server.data().connections().ofThisThread()));
        for (const char *name : {"ada", "sam", "alice", "bob"})
            m_users.insert(name, orThrow(users.byName(QString::fromLatin1(name))).value().user.id);
    }

    std::thread m_thread;
    QEventLoop *m_loop = nullptr;
    Http::Limits m_limits;
    quint16 m_port = 0;
    QString m_dataFolder;
    std::unique_ptr<TokenMint> m_mint;
    QHash<QByteArray, UserId> m_users;
    QByteArray m_recording;
};

} // namespace Holdfast::Testing
