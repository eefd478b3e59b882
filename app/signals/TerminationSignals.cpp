// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/TerminationSignals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace Holdfast {

namespace {

// A signal handler may do no more than write to a descriptor; the event loop reads the other end.
std::array<int, 2> wire{-1, -1};

void passOn(int)
{
    const int kept = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wire[0], &byte, 1); // full means that one is waiting already
    errno = kept;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    if (::sigaction(signal, &action, nullptr) != 0)
        qFatal("sigaction failed");
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, wire.data()) != 0)
        qFatal("socketpair failed");
    auto *notifier = new QSocketNotifier(wire[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(wire[1], &byte, 1) == 1)
            Q_EMIT terminated();
    });
    handle(SIGTERM, passOn);
    handle(SIGINT, passOn);
    handle(SIGPIPE, SIG_IGN);
}

TerminationSignals::~TerminationSignals()
{
    handle(SIGTERM, SIG_DFL);
    handle(SIGINT, SIG_DFL);
    ::close(wire[0]);
    ::close(wire[1]);
}

} // namespace Holdfast
