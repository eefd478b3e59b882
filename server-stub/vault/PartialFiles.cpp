// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/PartialFiles.h"

#include "crypto/SealedReader.h"

#include <QMutexLocker>
#include <QRegularExpression>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 readBytes = 256 * 1024;

/// Which part of which upload a segment is.
QByteArray contextOf(const QString &name, qint64 offset)
{
    return "partial:" + name.toLatin1() + ':' + QByteArray::number(offset);
}

} // namespace

PartialFiles::PartialFiles(QString folder, Disk &disk)
    : m_folder(std::move(folder))
    , m_disk(disk)
{
}

Result<std::unique_ptr<PartialFiles>> PartialFiles::open(const QString &folder, Disk &disk)
{
    std::unique_ptr<PartialFiles> files(new PartialFiles(folder + QStringLiteral("/partial"), disk));
    if (const Done made = disk.makeFolder(files->m_folder); !made)
        return fail(made.error());
    const Result<QStringList> names = disk.list(files->m_folder);
    if (!names)
        return fail(names.error());
    static const QRegularExpression form(QStringLiteral("^([0-9a-f]{32})\\.([0-9]{1,18})$"));
    for (const QString &name : *names)
        if (const QRegularExpressionMatch match = form.match(name); match.hasMatch())
            files->note(match.captured(1), match.captured(2).toLongLong());
    return files;
}

QString PartialFiles::fileOf(const QString &name, qint64 offset) const
{
    return m_folder + u'/' + name + u'.' + QString::number(offset);
}

QList<qint64> PartialFiles::offsetsOf(const QString &name) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_offsets.find(name);
    return found == m_offsets.end() ? QList<qint64>() : found->second;
}

void PartialFiles::note(const QString &name, qint64 offset)
{
    const QMutexLocker lock(&m_mutex);
    QList<qint64> &offsets = m_offsets[name];
    if (!offsets.contains(offset))
        offsets.insert(std::upper_bound(offsets.begin(), offsets.end(), offset), offset);
}

QStringList PartialFiles::names() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList names;
    for (const auto &[name, offsets] : m_offsets)
        names.append(name);
    return names;
}

Result<qint64> PartialFiles::resume(const QString &name, const SecretKey &key)
{
    qint64 end = 0;
    QList<qint64> kept;
    for (const qint64 offset : offsetsOf(name)) {
        qint64 size = -1;
        if (offset == end) {
            Result<std::unique_ptr<QIODevice>> sealed = m_disk.open(fileOf(name, offset));
            if (!sealed && sealed.error().kind != FailureKind::NotFound)
                return fail(sealed.error());
            if (sealed)
                if (const auto reader = SealedReader::open(std::move(*sealed), key, contextOf(name, offset)))
                    size = (*reader)->size();
        }
        if (size > 0) {
            kept.append(offset);
            end += size;
        } else if (const Done removed = m_disk.remove(fileOf(name, offset)); !removed) {
            return fail(removed.error());
        }
    }
    const QMutexLocker lock(&m_mutex);
    m_offsets[name] = kept;
    return end;
}

std::unique_ptr<PartialFiles::Writer> PartialFiles::append(const QString &name, const SecretKey &key, qint64 offset)
{
    return std::make_unique<Writer>(*this, name, key, offset);
}

Done PartialFiles::read(const QString &name, const SecretKey &key,
                        const std::function<Done(QByteArrayView)> &take) const
{
    QByteArray piece(readBytes, Qt::Uninitialized);
    qint64 end = 0;
    for (const qint64 offset : offsetsOf(name)) {
        if (offset != end)
            return fail(FailureKind::Corrupt, QStringLiteral("A part of the upload is missing."), name);
        Result<std::unique_ptr<QIODevice>> sealed = m_disk.open(fileOf(name, offset));
        if (!sealed)
            return fail(sealed.error());
        const auto reader = SealedReader::open(std::move(*sealed), key, contextOf(name, offset));
        if (!reader)
            return fail(reader.error());
        for (qint64 left = (*reader)->size(); left > 0;) {
            const qint64 got = (*reader)->read(piece.data(), std::min<qint64>(left, piece.size()));
            if (got <= 0)
                return fail((*reader)->corrupt() ? FailureKind::Corrupt : FailureKind::Unreachable,
                            (*reader)->errorString());
            if (Done taken = take(QByteArrayView(piece.constData(), got)); !taken)
                return taken;
            left -= got;
            end += got;
        }
    }
    return {};
}

Done PartialFiles::remove(const QString &name)
{
    for (const qint64 offset : offsetsOf(name))
        if (Done removed = m_disk.remove(fileOf(name, offset)); !removed)
            return removed;
    const QMutexLocker lock(&m_mutex);
    m_offsets.erase(name);
    return {};
}

PartialFiles::Writer::Writer(PartialFiles &files, QString name, const SecretKey &key, qint64 offset)
    : m_files(files)
    , m_name(std::move(name))
    , m_key(key.clone())
    , m_begin(offset)
{
}

PartialFiles::Writer::~Writer()
{
    drop();
}

void PartialFiles::Writer::setCounting(Counting counting)
{
    m_counting = counting;
}

Done PartialFiles::Writer::beginSegment()
{
    const QString path = m_files.fileOf(m_name, m_begin);
    if (Done removed = m_files.m_disk.remove(path); !removed) // of a go that was dropped when the disk was away
        return removed;
    Result<std::unique_ptr<DiskFile>> file = m_files.m_disk.create(path);
    if (!file)
        return fail(file.error());
    m_file = std::move(*file);
    Result<std::unique_ptr<SealedWriter>> sealed = SealedWriter::begin(*m_file, m_key, contextOf(m_name, m_begin));
    if (!sealed)
        return fail(m_file->failure());
    m_sealed = std::move(*sealed);
    return {};
}

Done PartialFiles::Writer::endSegment()
{
    if (Done sealed = m_sealed->finish(); !sealed)
        return fail(m_file->failure());
    if (Done flushed = m_file->flush(); !flushed)
        return flushed;
    m_files.note(m_name, m_begin);
    m_begin += m_sealed->plainSize();
    m_sealed.reset();
    m_unsynced.push_back(std::move(m_file));
    return {};
}

Done PartialFiles::Writer::write(QByteArrayView plain)
{
    while (!plain.isEmpty()) {
        if (!m_sealed)
            if (Done begun = beginSegment(); !begun)
                return begun;
        const bool inSegments = m_counting == Counting::Segments;
        const QByteArrayView piece =
            inSegments ? plain.first(std::min<qint64>(plain.size(), segmentBytes - m_sealed->plainSize())) : plain;
        if (const Done written = m_sealed->write(piece); !written)
            return fail(written.error().kind == FailureKind::Unreachable ? m_file->failure() : written.error());
        plain = plain.sliced(piece.size());
        if (inSegments && m_sealed->plainSize() == segmentBytes)
            if (Done ended = endSegment(); !ended)
                return ended;
    }
    return {};
}

Result<qint64> PartialFiles::Writer::keep()
{
    if (m_sealed)
        if (const Done ended = endSegment(); !ended)
            return fail(ended.error());
    for (const std::unique_ptr<DiskFile> &file : m_unsynced)
        if (const Done synced = file->sync(); !synced)
            return fail(synced.error());
    m_unsynced.clear();
    return m_begin;
}

void PartialFiles::Writer::drop()
{
    if (!m_file)
        return;
    m_sealed.reset();
    m_file.reset();
    // Where it can't be removed now, it is without its end and goes when the upload is resumed.
    static_cast<void>(m_files.m_disk.remove(m_files.fileOf(m_name, m_begin)));
}

} // namespace Holdfast
