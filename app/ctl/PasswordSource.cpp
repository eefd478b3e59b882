// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/PasswordSource.h"

#include "domain/Credentials.h"
#include "domain/Limits.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace Holdfast {

namespace {

/// Turns the terminal's echo off for a scope.
class EchoOff
{
public:
#ifdef Q_OS_WIN
    EchoOff()
        : m_terminal(GetStdHandle(STD_INPUT_HANDLE))
        , m_isTerminal(GetConsoleMode(m_terminal, &m_before) != 0)
    {
        if (m_isTerminal)
            SetConsoleMode(m_terminal, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~EchoOff()
    {
        if (m_isTerminal)
            SetConsoleMode(m_terminal, m_before);
    }
#else
    EchoOff()
        : m_isTerminal(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
#endif
    Q_DISABLE_COPY_MOVE(EchoOff)

    bool isTerminal() const
    {
        return m_isTerminal;
    }

private:
#ifdef Q_OS_WIN
    HANDLE m_terminal;
    DWORD m_before = 0;
#else
    termios m_before{};
#endif
    bool m_isTerminal;
};

QString lineOf(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const QString text = QString::fromUtf8(line);
    line.fill('\0');
    return text;
}

/// By way of the C library, which keeps for the next one what it has read beyond this line.
QString lineOfStandardInput()
{
    QByteArray line(longestPassword + 3, '\0');
    if (!std::fgets(line.data(), static_cast<int>(line.size()), stdin))
        return {};
    line.truncate(static_cast<qsizetype>(qstrlen(line.constData())));
    return lineOf(line);
}

tl::unexpected<Failure> noTerminal(const char *option)
{
    return fail(
        FailureKind::Malformed,
        QStringLiteral("The password is needed, and there is no terminal to ask for it. Name a file that holds it with "
                       "--%1.")
            .arg(QLatin1String(option)));
}

Result<QString> typed(const QString &question, const char *option)
{
    const EchoOff echoOff;
    if (!echoOff.isTerminal())
        return noTerminal(option);
    QTextStream(stderr) << question << QStringLiteral(": ") << Qt::flush;
    const QString answer = lineOfStandardInput();
    QTextStream(stderr) << "\n";
    return answer;
}

} // namespace

Result<QString> readSecret(const QString &file, const QString &question, const char *option)
{
    if (file.isEmpty())
        return typed(question, option);
    QString secret;
    if (file == QStringLiteral("-")) {
        secret = lineOfStandardInput();
    } else {
        QFile opened(file);
        if (!opened.open(QIODevice::ReadOnly))
            return fail(FailureKind::Malformed,
                        QStringLiteral("%1 can't be read: %2.").arg(file, opened.errorString()));
        secret = lineOf(opened.readLine(longestPassword + 3));
    }
    if (secret.isEmpty())
        return fail(FailureKind::Malformed, file == QStringLiteral("-") ? QStringLiteral("The standard input is empty.")
                                                                        : QStringLiteral("%1 is empty.").arg(file));
    return secret;
}

Result<QString> readPassword(const QString &file, const QString &username)
{
    return readSecret(file, QStringLiteral("Password of %1").arg(username), "password-file");
}

Result<QByteArray> readNewPassword(const QString &file, const QString &username)
{
    const char *option = "new-password-file";
    const Result<QString> first = readSecret(file, QStringLiteral("New password of %1").arg(username), option);
    if (!first)
        return fail(first.error());
    if (file.isEmpty()) {
        const Result<QString> again = readSecret(file, QStringLiteral("The same again"), option);
        if (!again)
            return fail(again.error());
        if (*again != *first)
            return fail(FailureKind::Malformed,
                        QStringLiteral("The two passwords are not the same. Nothing was changed."));
    }
    if (const Done checked = checkPassword(first->toUtf8()); !checked)
        return fail(checked.error());
    return first->toUtf8();
}

} // namespace Holdfast
