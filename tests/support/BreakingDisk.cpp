// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before everything else into a program under test (LD_PRELOAD): stands between it and the calls that change or
// read what lies below one folder, counts them, and lets some of them go wrong. BreakingDisk.h tells it which.
#include "support/BreakingDiskControl.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using Holdfast::Testing::BreakingDiskControl;
using Holdfast::Testing::DiskFault;

namespace {

enum class Deed {
    Grow,   ///< needs room
    Change, ///< needs none
    Read,
};

template <class Function> Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

BreakingDiskControl *openControl()
{
    const char *path = std::getenv("HOLDFAST_BREAKING_DISK");
    const int file = path ? next<int (*)(const char *, int, ...)>("open")(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return nullptr;
    void *memory = mmap(nullptr, sizeof(BreakingDiskControl), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    return memory == MAP_FAILED ? nullptr : static_cast<BreakingDiskControl *>(memory);
}

BreakingDiskControl *control()
{
    static BreakingDiskControl *const shared = openControl();
    return shared;
}

bool isBelow(const char *path)
{
    static const char *const folder = std::getenv("HOLDFAST_BREAKING_FOLDER");
    static const char *const only = std::getenv("HOLDFAST_BREAKING_ONLY"); // part of the name; none: all
    return folder && path && std::strncmp(path, folder, std::strlen(folder)) == 0 && (!only || std::strstr(path, only));
}

bool isBelow(int file)
{
    std::array<char, 64> link{};
    std::array<char, PATH_MAX> path{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", file);
    return readlink(link.data(), path.data(), path.size() - 1) > 0 && isBelow(path.data());
}

/// What is to go wrong now; counts.
template <class Where> DiskFault faultOf(Deed deed, Where where)
{
    BreakingDiskControl *shared = control();
    const int before = errno;
    const bool counts = shared && isBelow(where);
    errno = before;
    if (!counts)
        return DiskFault::None;
    const DiskFault fault = shared->fault;
    const std::int64_t number = ++(deed == Deed::Read ? shared->reads : shared->changes);
    if ((deed == Deed::Read) != (fault == DiskFault::Unread) || number < shared->from || number >= shared->until)
        return DiskFault::None;
    if ((fault == DiskFault::Full || fault == DiskFault::Short) && deed != Deed::Grow)
        return DiskFault::None;
    ++shared->broken;
    return fault;
}

/// Of what writes no bytes. True where it has failed, with errno.
bool failed(DiskFault fault)
{
    switch (fault) {
    case DiskFault::None:
    case DiskFault::Short:
        return false;
    case DiskFault::Kill:
    case DiskFault::KillTorn:
        std::raise(SIGKILL);
        return true;
    case DiskFault::Full:
        errno = ENOSPC;
        return true;
    case DiskFault::Broken:
    case DiskFault::Unread:
        errno = EIO;
        return true;
    }
    return false;
}

template <class Where> bool failed(Deed deed, Where where)
{
    return failed(faultOf(deed, where));
}

/// `write` takes how many bytes are to be written.
template <class Write> ssize_t writeSome(int file, size_t size, Write write)
{
    const DiskFault fault = faultOf(Deed::Grow, file);
    if (fault == DiskFault::KillTorn)
        static_cast<void>(write(size / 2));
    if (fault == DiskFault::Short && size > 1)
        return write(size / 2);
    return failed(fault) ? -1 : write(size);
}

Deed deedOf(int flags)
{
    return (flags & O_CREAT) != 0 ? Deed::Grow : Deed::Read;
}

mode_t modeIn(int flags, va_list arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    return writeSome(file, size, [&](size_t some) { return real(file, bytes, some); });
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return writeSome(file, size, [&](size_t some) { return real(file, bytes, some, at); });
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    return pwrite64(file, bytes, size, at);
}

ssize_t read(int file, void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, void *, size_t)>("read");
    return failed(Deed::Read, file) ? -1 : real(file, bytes, size);
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, void *, size_t, off64_t)>("pread64");
    return failed(Deed::Read, file) ? -1 : real(file, bytes, size, at);
}

ssize_t pread(int file, void *bytes, size_t size, off_t at)
{
    return pread64(file, bytes, size, at);
}

int open64(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    return failed(deedOf(flags), path) ? -1 : real(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeIn(flags, arguments);
    va_end(arguments);
    return failed(deedOf(flags), path) ? -1 : real(path, flags, mode);
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    return failed(Deed::Change, file) ? -1 : real(file);
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return failed(Deed::Change, file) ? -1 : real(file);
}

int ftruncate64(int file, off64_t size)
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return failed(Deed::Grow, file) ? -1 : real(file, size);
}

int ftruncate(int file, off_t size)
{
    return ftruncate64(file, size);
}

int mkdir(const char *path, mode_t mode)
{
    static const auto real = next<int (*)(const char *, mode_t)>("mkdir");
    return failed(Deed::Grow, path) ? -1 : real(path, mode);
}

int unlink(const char *path)
{
    static const auto real = next<int (*)(const char *)>("unlink");
    return failed(Deed::Change, path) ? -1 : real(path);
}

int rename(const char *from, const char *to)
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return failed(Deed::Grow, to) ? -1 : real(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags)
{
    static const auto real = next<int (*)(int, const char *, int, const char *, unsigned int)>("renameat2");
    return failed(Deed::Grow, to) ? -1 : real(fromFolder, from, toFolder, to, flags);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    static const auto real = next<int (*)(int, const char *, int, const char *, int)>("linkat");
    return failed(Deed::Grow, to) ? -1 : real(fromFolder, from, toFolder, to, flags);
}

} // extern "C"
