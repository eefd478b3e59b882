// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QUrl>

#include <stdexcept>

namespace Holdfast::Testing {

/// holdfastctl as a process of its own, as scripts run it: without a keyring, with the demo's password from a file, and
/// a profile for each person. Has a folder for what a test writes beside.
class CtlProgram
{
public:
    struct Outcome
    {
        int exitCode = -1;
        QByteArray output;
        QString problems;
        QJsonArray array() const { return QJsonDocument::fromJson(output).array(); }
        QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
    };

    explicit CtlProgram(const QString &program)
        : m_program(program)
    {
        write("password", "holdfast-demo\n");
    }

    QString path(const char *file) const { return m_folder.filePath(QLatin1String(file)); }
    /// For its owner's eyes alone. Throws where it can't be written.
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            throw std::runtime_error("a file can't be written");
    }
    /// Of an option that is given twice, the later one counts.
    Outcome run(const QUrl &server, const char *who, const QByteArrayList &arguments,
                const QByteArray &input = {}) const
    {
        QProcess ctl;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        ctl.setProcessEnvironment(environment);
        QStringList words{
            QStringLiteral("--server"),        server.toString(), QStringLiteral("--user"),    QLatin1String(who),
            QStringLiteral("--password-file"), path("password"),  QStringLiteral("--profile"), path(who)};
        for (const QByteArray &argument : arguments)
            words.append(QString::fromUtf8(argument));
        ctl.start(m_program, words);
        ctl.write(input);
        ctl.closeWriteChannel();
        if (!ctl.waitForFinished(60'000))
            return {};
        return {ctl.exitCode(), ctl.readAllStandardOutput(), QString::fromUtf8(ctl.readAllStandardError())};
    }

private:
    QString m_program;
    QTemporaryDir m_folder;
};

} // namespace Holdfast::Testing
