// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/LocalFile.h"

#include "vault/DiskFailure.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Holdfast {

namespace {

constexpr qsizetype pieceSize = 256 * 1024;
constexpr qint64 writeOutSize = 4 * 1024 * 1024;

} // namespace

LocalFile::LocalFile(int descriptor, QString path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{
    m_held.reserve(pieceSize);
    QIODevice::open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

LocalFile::~LocalFile()
{
    ::close(m_descriptor); // sync() has told of every error that counts
}

Done LocalFile::refuse(int error, const char *deed)
{
    m_failure = diskFailure(error, deed, m_path);
    setErrorString(m_failure->detail);
    return fail(*m_failure);
}

Done LocalFile::flush()
{
    if (m_failure)
        return fail(*m_failure);
    const char *from = m_held.constData();
    qsizetype left = m_held.size();
    while (left > 0) {
        const ssize_t written = ::write(m_descriptor, from, static_cast<size_t>(left));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return refuse(errno, "write");
        from += written;
        left -= written;
    }
    m_written += m_held.size();
    m_held.resize(0); // keeps its memory
    beginWritingOut();
    return {};
}

/// So that sync() at the end of a large file finds little left to wait for. A hint: what fails here, sync() tells of.
void LocalFile::beginWritingOut()
{
    if (m_written - m_writingOut < writeOutSize)
        return;
    ::sync_file_range(m_descriptor, m_writingOut, m_written - m_writingOut, SYNC_FILE_RANGE_WRITE);
    m_writingOut = m_written;
}

Done LocalFile::sync()
{
    if (Done flushed = flush(); !flushed)
        return flushed;
    while (::fdatasync(m_descriptor) != 0)
        if (errno != EINTR)
            return refuse(errno, "sync");
    return {};
}

Failure LocalFile::failure() const
{
    return m_failure.value_or(
        Failure{FailureKind::Internal, QStringLiteral("The file was written without a fault."), {}, std::nullopt});
}

qint64 LocalFile::readData(char *, qint64)
{
    setErrorString(QStringLiteral("A new file is for writing alone."));
    return -1;
}

qint64 LocalFile::writeData(const char *data, qint64 size)
{
    for (qint64 taken = 0; taken < size;) {
        if (m_failure)
            return -1;
        const qint64 piece = std::min(size - taken, pieceSize - m_held.size());
        m_held.append(data + taken, piece);
        taken += piece;
        if (m_held.size() == pieceSize && !flush())
            return -1;
    }
    return size;
}

} // namespace Holdfast
