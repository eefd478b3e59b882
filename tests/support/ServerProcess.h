// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QUrl>

#include <stdexcept>

namespace Holdfast::Testing {

/// holdfast-server as a process of its own, with the demo's people unless other options are given, on a free port.
class ServerProcess
{
public:
    ServerProcess(const QString &program, const QString &dataFolder,
                  const QStringList &options = {QStringLiteral("--demo")},
                  const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, QStringList{QStringLiteral("--data"), dataFolder, QStringLiteral("--listen"),
                                             QStringLiteral("127.0.0.1:0")} +
                                     options);
        while (m_url.isEmpty()) {
            if (!m_process.waitForReadyRead(60'000)) // it ends, or says nothing
                throw std::runtime_error("the server did not start");
            while (m_process.canReadLine()) {
                const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
                if (line.startsWith(QStringLiteral("listening on ")))
                    m_url = QUrl(line.mid(13));
            }
        }
    }
    ~ServerProcess() { stop(); }
    Q_DISABLE_COPY_MOVE(ServerProcess)

    QUrl url() const { return m_url; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }

    /// SIGTERM, and its end.
    int stop()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.terminate();
            m_process.waitForFinished(60'000);
        }
        return m_process.exitCode();
    }
    /// SIGKILL: no chance to tidy up.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(60'000);
    }

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace Holdfast::Testing
