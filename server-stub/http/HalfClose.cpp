// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/HalfClose.h"

#include <algorithm>
#include <limits>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/resource.h>
#include <sys/socket.h>
#endif

namespace Holdfast::Http {

void halfClose(qintptr socketDescriptor)
{
    // A failure means that the connection is gone already, which the socket itself reports.
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(socketDescriptor), SD_SEND);
#else
    ::shutdown(static_cast<int>(socketDescriptor), SHUT_WR);
#endif
}

int openFilesLimit()
{
#ifdef Q_OS_WIN
    return 16'384; // no limit of its own for sockets; memory sets one
#else
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return 65'536;
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1'000'000));
#endif
}

} // namespace Holdfast::Http
