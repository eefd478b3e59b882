// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/PasswordSource.h"

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

constexpr qint64 longestPassword = 1024; ///< bytes

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

QString firstLine(QFile &file)
{
    QByteArray line = file.readLine(longestPassword + 2);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const QString text = QString::fromUtf8(line);
    line.fill('\0');
    return text;
}

Result<QString> typed(const QString &username)
{
    const EchoOff echoOff;
    if (!echoOff.isTerminal())
        return fail(FailureKind::Malformed,
                    QStringLiteral("There is no terminal to ask for the password. Name a file with --password-file."));
    QTextStream(stderr) << QStringLiteral("Password of %1: ").arg(username) << Qt::flush;
    QFile terminal;
    const QString password = terminal.open(stdin, QIODevice::ReadOnly) ? firstLine(terminal) : QString();
    QTextStream(stderr) << "\n";
    return password;
}

} // namespace

Result<QString> readPassword(const QString &file, const QString &username)
{
    if (file.isEmpty())
        return typed(username);
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return fail(FailureKind::Malformed,
                    QStringLiteral("The password file %1 can't be read: %2.").arg(file, opened.errorString()));
    const QString password = firstLine(opened);
    if (password.isEmpty())
        return fail(FailureKind::Malformed, QStringLiteral("The password file %1 is empty.").arg(file));
    return password;
}

} // namespace Holdfast
