// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/SealedStaging.h"

#include "crypto/SealedReader.h"
#include "vault/RecordingPath.h"

#include <QLoggingCategory>

namespace Holdfast {

Q_LOGGING_CATEGORY(stagingLog, "holdfast.vault.staging")

SealedStaging::SealedStaging(Disk &disk, Place place, SecretKey key, std::unique_ptr<DiskFile> file)
    : m_disk(disk)
    , m_place(std::move(place))
    , m_key(std::move(key))
    , m_path(m_place.incomingFile)
    , m_file(std::move(file))
{
}

Result<std::unique_ptr<StagedFile>> SealedStaging::begin(Disk &disk, Place place)
{
    Result<std::unique_ptr<DiskFile>> file = disk.create(place.incomingFile);
    if (!file)
        return fail(file.error());
    const QByteArray context = sealContext(place.id);
    std::unique_ptr<SealedStaging> staging(
        new SealedStaging(disk, std::move(place), SecretKey::random(), std::move(*file)));
    Result<std::unique_ptr<SealedWriter>> writer = SealedWriter::begin(*staging->m_file, staging->m_key, context);
    if (!writer)
        return fail(staging->failed(staging->m_file->failure()));
    staging->m_writer = std::move(*writer);
    return staging;
}

SealedStaging::~SealedStaging()
{
    if (m_phase == Phase::Committed)
        return;
    m_file.reset();
    if (const Done removed = m_disk.remove(m_place.incomingFile); !removed)
        qCWarning(stagingLog).noquote() << "an unfinished file stays until the next start:" << removed.error().detail;
}

Failure SealedStaging::failed(const Failure &failure)
{
    m_phase = Phase::Failed;
    return failure;
}

Done SealedStaging::write(QByteArrayView plain)
{
    if (m_phase != Phase::Receiving)
        return fail(FailureKind::Internal, QStringLiteral("The file takes no more bytes."));
    if (const Done written = m_writer->write(plain); !written)
        return fail(failed(written.error().kind == FailureKind::Unreachable ? m_file->failure() : written.error()));
    m_sha256.add(plain);
    m_plainSize += plain.size();
    return {};
}

qint64 SealedStaging::plainSize() const
{
    return m_plainSize;
}

Result<QByteArray> SealedStaging::finish()
{
    if (m_phase != Phase::Receiving)
        return fail(FailureKind::Internal, QStringLiteral("The file was already finished."));
    if (const Done sealed = m_writer->finish(); !sealed)
        return fail(failed(sealed.error().kind == FailureKind::Unreachable ? m_file->failure() : sealed.error()));
    if (const Done flushed = m_file->flush(); !flushed)
        return fail(failed(flushed.error()));
    m_writer.reset();
    m_phase = Phase::Finished;
    return m_sha256.result();
}

Result<std::unique_ptr<QIODevice>> SealedStaging::reader()
{
    if (m_phase != Phase::Finished && m_phase != Phase::Committed)
        return fail(FailureKind::Internal, QStringLiteral("The file can't be read before it is complete."));
    Result<std::unique_ptr<QIODevice>> sealed = m_disk.open(m_path);
    if (!sealed)
        return sealed;
    return SealedReader::open(std::move(*sealed), m_key, sealContext(m_place.id));
}

/// Each level by itself, so that each one's name is known to be on the platter.
Done SealedStaging::makeDayFolder(const QString &day)
{
    QString folder = m_place.recordingsFolder;
    const QStringList levels = day.split(u'/');
    for (const QString &level : levels) {
        folder += u'/' + level;
        if (Done made = m_disk.makeFolder(folder); !made)
            return made;
    }
    return {};
}

Done SealedStaging::moveTo(const QString &day, const QString &target)
{
    if (Done synced = m_file->sync(); !synced)
        return synced;
    if (Done made = makeDayFolder(day); !made)
        return made;
    Done moved = m_disk.rename(m_path, target);
    // It may lie there although the folder was not synced, and what was not answered for must not stay. A Conflict
    // tells of another file in that place, which is not ours to remove.
    if (!moved && moved.error().kind != FailureKind::Conflict)
        if (const Done removed = m_disk.remove(target); !removed)
            qCWarning(stagingLog).noquote() << "a file that was not committed stays:" << removed.error().detail;
    return moved;
}

Result<QString> SealedStaging::commit(MediaFormat format)
{
    if (m_phase != Phase::Finished)
        return fail(FailureKind::Internal, QStringLiteral("The file is not ready to be kept."));
    const QString day = dayFolder(m_place.day);
    const QString filePath = day + u'/' + recordingFileName(m_place.id, format);
    const QString target = m_place.recordingsFolder + u'/' + filePath;
    if (const Done moved = moveTo(day, target); !moved)
        return fail(failed(moved.error()));
    m_file.reset();
    m_path = target;
    m_phase = Phase::Committed;
    return filePath;
}

const SecretKey &SealedStaging::key() const
{
    return m_key;
}

} // namespace Holdfast
