// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/Vault.h"

#include "crypto/Random.h"
#include "crypto/SealedWriter.h"
#include "vault/RecordingPath.h"
#include "vault/SealedStaging.h"

#include <array>

namespace Holdfast {

namespace {

// Listed, so that removing a recording removes them too without reading a folder of thousands.
const std::array derivedKinds{QLatin1String("peaks"), QLatin1String("peaks-fine")};

QString besidePath(const QString &file, const QString &kind)
{
    return file + u'.' + kind;
}

} // namespace

Vault::Vault(QString folder, Disk &disk)
    : m_incomingFolder(folder + QStringLiteral("/incoming"))
    , m_recordingsFolder(folder + QStringLiteral("/recordings"))
    , m_disk(disk)
{
}

Result<std::unique_ptr<Vault>> Vault::open(const QString &folder, Disk &disk)
{
    std::unique_ptr<Vault> vault(new Vault(folder, disk));
    for (const QString &own : {vault->m_incomingFolder, vault->m_recordingsFolder})
        if (const Done made = disk.makeFolder(own); !made)
            return fail(made.error());
    const Result<QStringList> left = disk.list(vault->m_incomingFolder);
    if (!left)
        return fail(left.error());
    for (const QString &name : *left)
        if (const Done removed = disk.remove(vault->incomingFile(name)); !removed)
            return fail(removed.error());
    return vault;
}

QString Vault::incomingFile(const QString &name) const
{
    return m_incomingFolder + u'/' + name;
}

Done Vault::checkPath(const QString &filePath) const
{
    if (!isFilePath(filePath))
        return fail(FailureKind::Internal, QStringLiteral("That is not the path of a recording in the vault."),
                    filePath);
    return {};
}

Done Vault::checkKind(const QString &kind) const
{
    if (std::find(derivedKinds.begin(), derivedKinds.end(), kind) == derivedKinds.end())
        return fail(FailureKind::Internal, QStringLiteral("The vault keeps no such data beside a recording."), kind);
    return {};
}

bool Vault::isTaken(RecordingId id, const QDate &day)
{
    const QString folder = m_recordingsFolder + u'/' + dayFolder(day) + u'/';
    return std::any_of(allMediaFormats.begin(), allMediaFormats.end(),
                       [&](MediaFormat format) { return m_disk.exists(folder + recordingFileName(id, format)); });
}

Result<std::unique_ptr<StagedFile>> Vault::stage(RecordingId id, const QDate &day)
{
    if (!id.isValid() || !day.isValid())
        return fail(FailureKind::Internal, QStringLiteral("A recording needs a number and a day to be kept under."));
    // The random part keeps a second attempt under the same id apart from a first one that is still going.
    const QString name = QStringLiteral("%1_%2").arg(id.value).arg(QString::fromLatin1(randomBytes(8).toHex()));
    return SealedStaging::begin(m_disk, {incomingFile(name), m_recordingsFolder, id, day});
}

Result<std::unique_ptr<QIODevice>> Vault::open(const QString &filePath, const SecretKey &key, RecordingId id)
{
    if (const Done checked = checkPath(filePath); !checked)
        return fail(checked.error());
    Result<std::unique_ptr<QIODevice>> sealed = m_disk.open(m_recordingsFolder + u'/' + filePath);
    if (!sealed)
        return sealed;
    return SealedReader::open(std::move(*sealed), key, sealContext(id));
}

bool Vault::has(const QString &filePath)
{
    return checkPath(filePath) && m_disk.exists(m_recordingsFolder + u'/' + filePath);
}

Done Vault::remove(const QString &filePath)
{
    if (Done checked = checkPath(filePath); !checked)
        return checked;
    const QString file = m_recordingsFolder + u'/' + filePath;
    // The file first: who writes beside it meanwhile looks for it afterwards, and takes away what it wrote.
    if (Done removed = m_disk.remove(file); !removed)
        return removed;
    for (const QLatin1String kind : derivedKinds)
        if (Done removed = m_disk.remove(besidePath(file, kind)); !removed)
            return removed;
    return {};
}

Done Vault::sealInto(const QString &path, const SecretKey &key, QByteArrayView context, QByteArrayView bytes)
{
    const Result<std::unique_ptr<DiskFile>> file = m_disk.create(path);
    if (!file)
        return fail(file.error());
    const Result<std::unique_ptr<SealedWriter>> writer = SealedWriter::begin(**file, key, context);
    const bool written = writer && (*writer)->write(bytes) && (*writer)->finish();
    return written ? (*file)->sync() : Done(fail((*file)->failure()));
}

Done Vault::writeBeside(const QString &filePath, const QString &kind, const SecretKey &key, QByteArrayView bytes)
{
    if (Done checked = checkPath(filePath).and_then([&] { return checkKind(kind); }); !checked)
        return checked;
    const QString target = besidePath(m_recordingsFolder + u'/' + filePath, kind);
    const QString incoming = incomingFile(kind + u'_' + QString::fromLatin1(randomBytes(8).toHex()));
    Done done = sealInto(incoming, key, sealContextBeside(filePath, kind), bytes)
                    .and_then([&] { return m_disk.remove(target); })
                    .and_then([&] { return m_disk.rename(incoming, target); });
    if (!done)
        if (const Done removed = m_disk.remove(incoming); !removed)
            done.error().detail += QStringLiteral("; and ") + removed.error().detail;
    return done;
}

Result<QByteArray> Vault::readBeside(const QString &filePath, const QString &kind, const SecretKey &key)
{
    if (const Done checked = checkPath(filePath).and_then([&] { return checkKind(kind); }); !checked)
        return fail(checked.error());
    Result<std::unique_ptr<QIODevice>> sealed = m_disk.open(besidePath(m_recordingsFolder + u'/' + filePath, kind));
    if (!sealed)
        return fail(sealed.error());
    const auto reader = SealedReader::open(std::move(*sealed), key, sealContextBeside(filePath, kind));
    if (!reader)
        return fail(reader.error());
    QByteArray bytes((*reader)->size(), Qt::Uninitialized);
    if ((*reader)->read(bytes.data(), bytes.size()) != bytes.size())
        return fail((*reader)->corrupt() ? FailureKind::Corrupt : FailureKind::Unreachable, (*reader)->errorString());
    return bytes;
}

QString Vault::recordingOf(const QString &path)
{
    for (const QLatin1String kind : derivedKinds)
        if (const QString suffix = besidePath({}, kind); path.endsWith(suffix))
            return path.chopped(suffix.size());
    return path;
}

} // namespace Holdfast
