// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/ArrivingRecording.h"

#include "crypto/SealedLayout.h"
#include "crypto/Sha256.h"
#include "local/DurableFile.h"

#include <QCoreApplication>
#include <QFile>

#include <array>

namespace Holdfast {

static_assert(ArrivingRecording::chunkSize == SealedLayout::chunkSize);

ArrivingRecording::ArrivingRecording(std::unique_ptr<SealedPatchwork> chunks, qint64 size, QString path,
                                     QString finalPath)
    : m_size(size)
    , m_path(std::move(path))
    , m_finalPath(std::move(finalPath))
    , m_chunks(std::move(chunks))
    , m_known(static_cast<size_t>(chunkCount()), Known::Unknown)
{
}

qint64 ArrivingRecording::chunkCount() const
{
    return (m_size + chunkSize - 1) / chunkSize;
}

qint64 ArrivingRecording::sizeOfChunk(qint64 chunk) const
{
    return SealedLayout::plainSizeOfChunk(chunk, m_size);
}

/// What can't be read counts as missing: it is fetched again.
bool ArrivingRecording::look(qint64 chunk, char *bytes)
{
    Known &known = m_known[static_cast<size_t>(chunk)];
    if (known == Known::Missing || !m_chunks)
        return false;
    const Result<bool> here = m_chunks->get(chunk, bytes);
    known = here && *here ? Known::Here : Known::Missing;
    return known == Known::Here;
}

bool ArrivingRecording::has(qint64 chunk)
{
    const std::scoped_lock lock(m_mutex);
    if (m_known[static_cast<size_t>(chunk)] == Known::Here)
        return true;
    std::array<char, chunkSize> bytes;
    return look(chunk, bytes.data());
}

qint64 ArrivingRecording::firstMissing(qint64 from, qint64 end)
{
    qint64 chunk = from;
    while (chunk < end && has(chunk))
        ++chunk;
    return chunk;
}

bool ArrivingRecording::isWhole()
{
    return firstMissing(0, chunkCount()) == chunkCount();
}

Done ArrivingRecording::put(qint64 chunk, QByteArrayView bytes)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_chunks)
            return fail(FailureKind::Internal, QStringLiteral("The recording is whole already."));
        Known &known = m_known[static_cast<size_t>(chunk)];
        if (known == Known::Here)
            return {}; // a second writing could only do harm
        if (Done put = m_chunks->put(chunk, bytes); !put)
            return put;
        known = Known::Here;
    }
    m_changed.notify_all();
    return {};
}

void ArrivingRecording::setWanted(std::function<void(qint64)> wanted)
{
    const std::scoped_lock lock(m_wantedMutex);
    m_wanted = std::move(wanted);
}

void ArrivingRecording::giveUp(const Failure &failure)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_failure = failure;
    }
    m_changed.notify_all();
}

void ArrivingRecording::revive()
{
    const std::scoped_lock lock(m_mutex);
    m_failure.reset();
}

void ArrivingRecording::wake()
{
    {
        const std::scoped_lock lock(m_mutex); // whoever is about to wait has looked, or will hear of it
    }
    m_changed.notify_all();
}

Result<bool> ArrivingRecording::read(qint64 chunk, char *bytes, const std::atomic_bool &stop)
{
    {
        const std::scoped_lock lock(m_wantedMutex);
        if (m_wanted)
            m_wanted(chunk);
    }
    std::unique_lock lock(m_mutex);
    bool here = false;
    m_changed.wait(lock, [&] { return stop || (here = look(chunk, bytes)) || m_failure; });
    if (here)
        return true;
    if (stop)
        return false;
    return fail(*m_failure);
}

Done ArrivingRecording::settle(const QByteArray &sha256)
{
    Sha256 hash;
    std::array<char, chunkSize> bytes;
    for (qint64 chunk = 0; chunk < chunkCount(); ++chunk) {
        const std::scoped_lock lock(m_mutex); // a chunk at a time: a reader need not wait for all of it
        if (!look(chunk, bytes.data()))
            return fail(FailureKind::Internal, QStringLiteral("The recording is not whole yet."));
        hash.add({bytes.data(), sizeOfChunk(chunk)});
    }
    const std::scoped_lock lock(m_mutex);
    if (hash.result() != sha256) {
        QFile::remove(m_path);
        return fail(FailureKind::Corrupt,
                    QCoreApplication::translate("Holdfast::ArrivingRecording",
                                                "The recording did not arrive as the server keeps it (its checksum "
                                                "differs). Nothing was kept here; try again."));
    }
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return fail(FailureKind::Unreachable,
                    QCoreApplication::translate("Holdfast::ArrivingRecording",
                                                "The recording can't be kept on this computer's disk."),
                    file.errorString());
    return syncAndRename(file, m_finalPath);
}

} // namespace Holdfast
