// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <dirent.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace Holdfast::Testing {

/// The descriptors that this process has open now.
inline std::vector<int> openDescriptors()
{
    std::vector<int> descriptors;
    DIR *const folder = ::opendir("/proc/self/fd");
    while (const dirent *const entry = ::readdir(folder)) {
        if (entry->d_name[0] != '.')
            descriptors.push_back(std::atoi(entry->d_name));
    }
    ::closedir(folder);
    return descriptors;
}

/// The server's ends of the connections to a port of this process: accepted and not closed yet.
inline std::vector<int> socketsAccepted(quint16 port)
{
    std::vector<int> accepted;
    for (const int descriptor : openDescriptors()) {
        sockaddr_in own{};
        socklen_t size = sizeof own;
        int listens = 0;
        socklen_t listensSize = sizeof listens;
        if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&own), &size) == 0 && own.sin_family == AF_INET &&
            ntohs(own.sin_port) == port &&
            ::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &listensSize) == 0 && listens == 0)
            accepted.push_back(descriptor);
    }
    return accepted;
}

/// How many files below a folder are open; one that is open twice counts twice.
inline qsizetype filesOpenBelow(const QString &folder)
{
    const std::vector<int> all = openDescriptors();
    return std::count_if(all.begin(), all.end(), [&folder](int descriptor) {
        return QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(descriptor)).startsWith(folder + u'/');
    });
}

/// Takes what the system allows this process to open. False where that is less.
inline bool mayOpen(rlim_t files)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 && (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= files);
}

} // namespace Holdfast::Testing
