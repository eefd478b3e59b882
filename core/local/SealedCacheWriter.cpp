// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/SealedCacheWriter.h"

#include "local/DurableFile.h"

#include <QStorageInfo>
#include <QUuid>

namespace Holdfast {

namespace {

constexpr qint64 leastRoom = 1024 * 1024; ///< bytes; with less than this a failed write is for want of room

} // namespace

SealedCacheWriter::SealedCacheWriter(QString path, Admit admit)
    : m_path(std::move(path))
    , m_part(m_path + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".part"))
    , m_admit(std::move(admit))
{
}

Result<std::unique_ptr<SealedCacheWriter>> SealedCacheWriter::begin(const QString &path, const SecretKey &key,
                                                                    QByteArrayView context, Admit admit)
{
    std::unique_ptr<SealedCacheWriter> writer(new SealedCacheWriter(path, std::move(admit)));
    if (!writer->m_part.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                             QFile::ReadOwner | QFile::WriteOwner))
        return fail(writer->storingFailed({FailureKind::Unreachable, {}, writer->m_part.errorString(), {}}));
    auto sealing = SealedWriter::begin(writer->m_part, key, context);
    if (!sealing)
        return fail(writer->storingFailed(sealing.error()));
    writer->m_sealing = std::move(*sealing);
    writer->open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    return writer;
}

SealedCacheWriter::~SealedCacheWriter()
{
    if (!m_committed && m_part.isOpen())
        m_part.remove();
}

qint64 SealedCacheWriter::readData(char *, qint64)
{
    return -1;
}

qint64 SealedCacheWriter::writeData(const char *data, qint64 size)
{
    if (m_failure)
        return -1;
    if (const Done written = m_sealing->write({data, size}); !written) {
        m_failure = storingFailed(written.error());
        setErrorString(m_failure->message);
        return -1;
    }
    m_sha256.add({data, size});
    return size;
}

Result<SealedCacheWriter::Sealed> SealedCacheWriter::commit(const QByteArray &expectedSha256)
{
    if (m_failure)
        return fail(*m_failure);
    const Sealed sealed{m_sealing->plainSize(), m_sha256.result()};
    m_failure = Failure{FailureKind::Internal, tr("This recording was sealed already."), {}, {}};
    if (!expectedSha256.isEmpty() && sealed.sha256 != expectedSha256)
        return fail(FailureKind::Corrupt,
                    tr("The recording did not arrive as the server keeps it (its checksum differs). Nothing was kept "
                       "here; try again."));
    Done done = m_sealing->finish();
    const auto place = [this] { return syncAndRename(m_part, m_path); };
    if (done)
        done = m_admit ? m_admit(m_part.size(), place) : place();
    if (!done)
        return fail(storingFailed(done.error()));
    m_committed = true;
    return sealed;
}

Failure SealedCacheWriter::storingFailed(Failure cause) const
{
    const QStorageInfo disk(m_path.left(m_path.lastIndexOf(QLatin1Char('/'))));
    if (cause.kind == FailureKind::StorageFull || (disk.isValid() && disk.bytesAvailable() < leastRoom)) {
        cause.kind = FailureKind::StorageFull;
        cause.message = tr("There is no room left on this computer's disk. Nothing was lost: the original file is "
                           "untouched. Make room and try again.");
    } else {
        cause.message = tr("The recording can't be kept on this computer's disk. The original file is untouched.");
    }
    return cause;
}

} // namespace Holdfast
