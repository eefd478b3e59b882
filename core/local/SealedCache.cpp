// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/SealedCache.h"

#include "crypto/Mac.h"
#include "crypto/SealedLayout.h"
#include "crypto/SealedReader.h"
#include "local/RemovedFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <filesystem>

namespace Holdfast {

namespace {

constexpr qsizetype maxNameLength = 64;
constexpr QLatin1String suffix(".sealed");
constexpr QLatin1String arriving(".arriving"); // after the suffix
constexpr QLatin1String waitingFolder("/waiting");

Q_LOGGING_CATEGORY(logCache, "holdfast.cache", QtWarningMsg)

/// Its name is held as long as it is there.
class HeldFile : public QFile
{
public:
    HeldFile(const QString &path, BoundedFolder::Hold held)
        : QFile(path)
        , m_held(std::move(held))
    {
    }

private:
    BoundedFolder::Hold m_held;
};

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maxNameLength && std::ranges::all_of(name, [](QChar c) {
        return c == QLatin1Char('-') || (c.unicode() < 128 && c.isLetterOrNumber());
    });
}

Failure noName()
{
    return {FailureKind::Malformed, SealedCache::tr("This is no name for a file of the cache."), {}, {}};
}

QStringList namesIn(const QString &folder)
{
    QStringList names = QDir(folder).entryList({QLatin1Char('*') + suffix}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(suffix.size());
    return names;
}

Done move(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), error);
    if (error)
        return fail(FailureKind::Unreachable, SealedCache::tr("A copy on this computer can't be moved."),
                    QString::fromStdString(error.message()));
    return {};
}

Result<SealedCache::Sealed> sealAll(QIODevice &from, SealedCacheWriter &to, const std::function<bool(qint64)> &progress,
                                    const QByteArray &expectedSha256)
{
    std::array<char, 64 * 1024> buffer;
    qint64 done = 0;
    for (;;) {
        const qint64 got = from.read(buffer.data(), buffer.size());
        if (got < 0)
            return fail(FailureKind::Unreachable,
                        SealedCache::tr("The file can't be read: %1").arg(from.errorString()));
        if (got == 0 || to.write(buffer.data(), got) != got)
            return to.commit(expectedSha256);
        done += got;
        if (progress && !progress(done))
            return fail(FailureKind::Cancelled, SealedCache::tr("Stopped. The original file is untouched."));
    }
}

} // namespace

SealedCache::SealedCache(const QString &folder, SecretKey key, const Clock &clock, const DiskSpaceOf &disk)
    : m_folder(folder)
    , m_key(std::move(key))
    , m_copies(std::make_shared<BoundedFolder>(folder, clock, disk))
{
}

SealedCache::~SealedCache()
{
    if (!m_isForThisTime)
        return;
    if (const Done removed = removeFolder(m_folder); !removed) // the next start tries again
        qCWarning(logCache) << removed.error().message << removed.error().detail;
}

Result<std::unique_ptr<SealedCache>> SealedCache::open(const QString &folder, SecretKey key, const Clock &clock,
                                                       const DiskSpaceOf &disk)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    for (const QString &one : {folder, folder + waitingFolder}) {
        if (!QDir().mkpath(one) || !QFile::setPermissions(one, ownerOnly))
            return fail(FailureKind::Unreachable,
                        tr("The folder for recordings on this computer can't be made: %1").arg(one));
        for (const QString &part : QDir(one).entryList({QStringLiteral("*.part")}, QDir::Files))
            QFile::remove(one + QLatin1Char('/') + part);
    }
    return std::unique_ptr<SealedCache>(new SealedCache(folder, std::move(key), clock, disk));
}

Result<std::unique_ptr<SealedCache>> SealedCache::openForThisTime(const QString &folder, SecretKey key,
                                                                  const Clock &clock, const DiskSpaceOf &disk)
{
    auto cache = open(folder, std::move(key), clock, disk);
    if (cache)
        (*cache)->m_isForThisTime = true;
    return cache;
}

QString SealedCache::pathOf(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name + suffix;
}

bool SealedCache::hasWaiting(const QString &folder, const QString &name)
{
    return QFile::exists(folder + waitingFolder + QLatin1Char('/') + name + suffix);
}

QString SealedCache::waitingPathOf(const QString &name) const
{
    return m_folder + waitingFolder + QLatin1Char('/') + name + suffix;
}

Result<SecretKey> SealedCache::keyOf(const QString &name) const
{
    if (!isName(name))
        return fail(noName());
    QByteArray bytes = hmacSha256(m_key.bytes(), name.toLatin1());
    Result<SecretKey> key = SecretKey::fromBytes(bytes);
    bytes.fill('\0');
    return key;
}

Result<std::unique_ptr<SealedCacheWriter>> SealedCache::write(const QString &name)
{
    const Result<SecretKey> key = keyOf(name);
    if (!key)
        return fail(key.error());
    const auto admit = [copies = m_copies, name, held = m_copies->hold(name)](qint64 bytes,
                                                                              const std::function<Done()> &place) {
        return copies->admit(name + suffix, bytes, place);
    };
    return SealedCacheWriter::begin(pathOf(name), *key, name.toLatin1(), admit);
}

Result<SealedCache::Sealed> SealedCache::put(const QString &name, QIODevice &from,
                                             const std::function<bool(qint64)> &progress,
                                             const QByteArray &expectedSha256)
{
    auto writer = write(name);
    if (!writer)
        return fail(writer.error());
    return sealAll(from, **writer, progress, expectedSha256);
}

/// What the server has gives way to it where the disk is full.
Result<SealedCache::Sealed> SealedCache::putWaiting(const QString &name, QIODevice &from,
                                                    const std::function<bool(qint64)> &progress,
                                                    const QByteArray &expectedSha256)
{
    const Result<SecretKey> key = keyOf(name);
    if (!key)
        return fail(key.error());
    if (const auto room = m_copies->makeRoomBeside(from.size()); !room)
        qCWarning(logCache) << room.error().message << room.error().detail;
    auto writer = SealedCacheWriter::begin(waitingPathOf(name), *key, name.toLatin1());
    if (!writer)
        return fail(writer.error());
    return sealAll(from, **writer, progress, expectedSha256);
}

Done SealedCache::release(const QString &name)
{
    if (!isName(name))
        return fail(noName());
    const QFileInfo waiting(waitingPathOf(name));
    if (!waiting.exists())
        return {};
    return m_copies->admit(name + suffix, waiting.size(), [&] { return move(waitingPathOf(name), pathOf(name)); });
}

Done SealedCache::keepAsCopy(const QString &name)
{
    if (!isName(name))
        return fail(noName());
    return m_copies->takeIn(name + suffix, [&] { return move(waitingPathOf(name), pathOf(name)); });
}

Done SealedCache::keepWaiting(const QString &name)
{
    if (!isName(name))
        return fail(noName());
    if (QFile::exists(waitingPathOf(name)) || !QFile::exists(pathOf(name)))
        return {};
    return m_copies->takeOut(name + suffix, [&] { return move(pathOf(name), waitingPathOf(name)); });
}

Result<std::unique_ptr<QIODevice>> SealedCache::get(const QString &name) const
{
    const Result<SecretKey> key = keyOf(name);
    if (!key)
        return fail(key.error());
    BoundedFolder::Hold held = m_copies->hold(name);
    for (const QString &path : {waitingPathOf(name), pathOf(name)}) { // what moves goes that way
        auto file = std::make_unique<HeldFile>(path, held);
        if (!file->exists())
            continue;
        if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(FailureKind::Unreachable, tr("The copy on this computer can't be read."), file->errorString());
        auto reader = SealedReader::open(std::move(file), *key, name.toLatin1());
        if (!reader)
            return fail(reader.error());
        if (path == pathOf(name))
            m_copies->noteUsed(name + suffix);
        return std::unique_ptr<QIODevice>(std::move(*reader));
    }
    return fail(FailureKind::NotFound, tr("This recording is not kept on this computer."));
}

Result<std::shared_ptr<ArrivingRecording>> SealedCache::arrive(const QString &name, qint64 size)
{
    const Result<SecretKey> key = keyOf(name);
    if (!key)
        return fail(key.error());
    const QString path = pathOf(name) + arriving;
    const BoundedFolder::Hold held = m_copies->holdArriving(name, SealedLayout::sealedSize(size));
    const auto open = [&]() -> Result<std::unique_ptr<SealedPatchwork>> {
        auto file = std::make_unique<HeldFile>(path, held);
        if (!file->open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
            return fail(FailureKind::Unreachable, tr("The recording can't be kept on this computer's disk."),
                        file->errorString());
        return SealedPatchwork::open(std::move(file), *key, name.toLatin1(), size);
    };
    auto chunks = open();
    if (!chunks && chunks.error().kind == FailureKind::Corrupt && QFile::remove(path))
        chunks = open(); // of no use to anybody: from the start
    if (!chunks)
        return fail(chunks.error());
    return std::make_shared<ArrivingRecording>(std::move(*chunks), size, path, pathOf(name));
}

bool SealedCache::has(const QString &name) const
{
    return isName(name) && (QFile::exists(waitingPathOf(name)) || QFile::exists(pathOf(name)));
}

Done SealedCache::remove(const QString &name)
{
    if (!isName(name))
        return fail(noName());
    QFile waiting(waitingPathOf(name));
    if (waiting.exists() && !waiting.remove())
        return fail(FailureKind::Unreachable, tr("The copy on this computer can't be removed."), waiting.errorString());
    const Done removed = m_copies->remove(name + suffix);
    return removed ? m_copies->remove(name + suffix + arriving) : removed;
}

QStringList SealedCache::waitingNames() const
{
    return namesIn(m_folder + waitingFolder);
}

QStringList SealedCache::names() const
{
    QStringList names = namesIn(m_folder) + waitingNames();
    names.sort();
    return names;
}

} // namespace Holdfast
