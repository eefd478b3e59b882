// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/SealedCache.h"

#include "crypto/Mac.h"
#include "crypto/SealedReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

constexpr qsizetype maxNameLength = 64;
constexpr QLatin1String suffix(".sealed");
constexpr QLatin1String arriving(".arriving"); // after the suffix

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maxNameLength && std::ranges::all_of(name, [](QChar c) {
        return c == QLatin1Char('-') || (c.unicode() < 128 && c.isLetterOrNumber());
    });
}

} // namespace

SealedCache::SealedCache(QString folder, SecretKey key)
    : m_folder(std::move(folder))
    , m_key(std::move(key))
{
}

Result<std::unique_ptr<SealedCache>> SealedCache::open(const QString &folder, SecretKey key)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly))
        return fail(FailureKind::Unreachable,
                    tr("The folder for recordings on this computer can't be made: %1").arg(folder));
    for (const QString &part : QDir(folder).entryList({QStringLiteral("*.part")}, QDir::Files))
        QFile::remove(folder + QLatin1Char('/') + part);
    return std::unique_ptr<SealedCache>(new SealedCache(folder, std::move(key)));
}

QString SealedCache::pathOf(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name + suffix;
}

Result<SecretKey> SealedCache::keyOf(const QString &name) const
{
    if (!isName(name))
        return fail(FailureKind::Malformed, tr("This is no name for a file of the cache."));
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
    return SealedCacheWriter::begin(pathOf(name), *key, name.toLatin1());
}

Result<SealedCache::Sealed> SealedCache::put(const QString &name, QIODevice &from,
                                             const std::function<bool(qint64)> &progress,
                                             const QByteArray &expectedSha256)
{
    auto writer = write(name);
    if (!writer)
        return fail(writer.error());
    std::array<char, 64 * 1024> buffer;
    qint64 done = 0;
    for (;;) {
        const qint64 got = from.read(buffer.data(), buffer.size());
        if (got < 0)
            return fail(FailureKind::Unreachable, tr("The file can't be read: %1").arg(from.errorString()));
        if (got == 0)
            return (*writer)->commit(expectedSha256);
        if ((*writer)->QIODevice::write(buffer.data(), got) != got)
            return (*writer)->commit(expectedSha256);
        done += got;
        if (progress && !progress(done))
            return fail(FailureKind::Cancelled, tr("Stopped. The original file is untouched."));
    }
}

Result<std::unique_ptr<QIODevice>> SealedCache::get(const QString &name) const
{
    const Result<SecretKey> key = keyOf(name);
    if (!key)
        return fail(key.error());
    auto file = std::make_unique<QFile>(pathOf(name));
    if (!file->exists())
        return fail(FailureKind::NotFound, tr("This recording is not kept on this computer."));
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(FailureKind::Unreachable, tr("The copy on this computer can't be read."), file->errorString());
    auto reader = SealedReader::open(std::move(file), *key, name.toLatin1());
    if (!reader)
        return fail(reader.error());
    return std::unique_ptr<QIODevice>(std::move(*reader));
}

Result<std::shared_ptr<ArrivingRecording>> SealedCache::arrive(const QString &name, qint64 size)
{
    const Result<SecretKey> key = keyOf(name);
    if (!key)
        return fail(key.error());
    const QString path = pathOf(name) + arriving;
    const auto open = [&]() -> Result<std::unique_ptr<SealedPatchwork>> {
        auto file = std::make_unique<QFile>(path);
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
    return isName(name) && QFile::exists(pathOf(name));
}

Done SealedCache::remove(const QString &name)
{
    if (!isName(name))
        return fail(FailureKind::Malformed, tr("This is no name for a file of the cache."));
    for (const QString &path : {pathOf(name), pathOf(name) + arriving}) {
        QFile file(path);
        if (file.exists() && !file.remove())
            return fail(FailureKind::Unreachable, tr("The copy on this computer can't be removed."),
                        file.errorString());
    }
    return {};
}

QStringList SealedCache::names() const
{
    QStringList names = QDir(m_folder).entryList({QLatin1Char('*') + suffix}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(suffix.size());
    return names;
}

} // namespace Holdfast
