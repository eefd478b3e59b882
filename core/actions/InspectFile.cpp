// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/InspectFile.h"

#include "actions/FolderWalk.h"
#include "crypto/Sha256.h"
#include "domain/FileName.h"
#include "domain/Limits.h"
#include "media/MediaProbe.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <system_error>

namespace Holdfast {

namespace {

/// Rounded up to a tenth, so that a file over the limit never reads as one at the limit.
QString megabytes(qint64 bytes)
{
    const double tenths = std::ceil(static_cast<double>(bytes) * 10 / (1024 * 1024));
    const bool whole = std::fmod(tenths, 10) == 0;
    return AttachRecordings::tr("%1 MB").arg(QLocale().toString(tenths / 10, 'f', whole ? 0 : 1));
}

QString changedMeanwhile()
{
    return AttachRecordings::tr("The file changed while it was read. Wait until it is complete, then attach it again.");
}

QString mayNotRead()
{
    return AttachRecordings::tr("You may not read this file.");
}

/// Why there is none, where a folder on the way to it may hide that it is there.
QString problemOfNone(const QFileInfo &info)
{
    std::error_code problem;
    const bool isThere = std::filesystem::exists(info.filesystemFilePath(), problem);
    if (!isThere && problem == std::errc::permission_denied)
        return mayNotRead();
    return info.isSymLink() ? AttachRecordings::tr("This link leads nowhere.")
                            : AttachRecordings::tr("The file is not there.");
}

QString problemBeforeReading(const QFileInfo &info)
{
    if (!info.exists())
        return problemOfNone(info);
    if (info.isDir())
        return AttachRecordings::tr("The folder holds no files.");
    if (!info.isFile())
        return AttachRecordings::tr("This is not a file.");
    if (!info.isReadable())
        return mayNotRead();
    if (info.size() == 0)
        return AttachRecordings::tr("The file is empty.");
    if (info.size() > maxRecordingBytes)
        return AttachRecordings::tr("The file is %1; the most is %2.")
            .arg(megabytes(info.size()), megabytes(maxRecordingBytes));
    if (!formatFromFileName(info.fileName()))
        return AttachRecordings::tr("Only MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR and 3GP files can be attached.");
    return {};
}

/// Empty for what can be tried.
QString problemOfEntry(WalkedEntry::Kind kind)
{
    switch (kind) {
    case WalkedEntry::Kind::File:
    case WalkedEntry::Kind::NoFile: // the look at it says what it is instead
        return {};
    case WalkedEntry::Kind::UnnamedFile:
        return AttachRecordings::tr("Its name, or that of its folder, is not in UTF-8 and can't be read. Rename it, "
                                    "then attach it again.");
    case WalkedEntry::Kind::LockedFolder:
        return AttachRecordings::tr("You may not read this folder, so nothing in it was looked at.");
    case WalkedEntry::Kind::LinkedFolder:
        return AttachRecordings::tr("This is a link to a folder, which is not followed. Attach that folder itself.");
    }
    Q_UNREACHABLE();
}

QString problemOfProbe(const Failure &failure)
{
    return failure.kind == FailureKind::UnsupportedMedia
               ? AttachRecordings::tr(
                     "This is not a recording, whatever its name says: no sound or picture in it can be decoded.")
               : failure.message;
}

QString remarkOn(const MediaFacts &facts, const QString &name)
{
    QStringList remarks;
    const std::optional<MediaFormat> named = formatFromFileName(name);
    if (named && *named != facts.format)
        remarks.append(AttachRecordings::tr("Its name says %1, its content is %2.")
                           .arg(QString(formatName(*named)).toUpper(), QString(formatName(facts.format)).toUpper()));
    if (facts.truncated)
        remarks.append(AttachRecordings::tr("It seems to be cut short."));
    if (!facts.duration)
        remarks.append(AttachRecordings::tr("Its length can't be told."));
    return remarks.join(QLatin1Char(' '));
}

bool isAsInspected(const Inspected &file)
{
    const QFileInfo now(file.path);
    return now.size() == file.size && now.lastModified() == file.modifiedAt;
}

} // namespace

std::optional<QByteArray> sha256Of(QFile &file)
{
    Sha256 sha256;
    std::array<char, 64 * 1024> buffer;
    if (!file.seek(0))
        return std::nullopt;
    for (;;) {
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            return sha256.result();
        sha256.add({buffer.data(), got});
    }
}

Inspected inspectFile(const FileAsked &asked)
{
    const QFileInfo info(asked.path);
    Inspected inspected;
    inspected.path = info.absoluteFilePath();
    inspected.name = cleanFileName(info.fileName());
    inspected.size = info.size();
    inspected.modifiedAt = info.lastModified();
    inspected.problem = asked.problem.isEmpty() ? problemBeforeReading(info) : asked.problem;
    if (!inspected.problem.isEmpty())
        return inspected;
    QFile file(inspected.path);
    if (!file.open(QIODevice::ReadOnly)) {
        inspected.problem = AttachRecordings::tr("The file can't be read: %1").arg(file.errorString());
        return inspected;
    }
    const Result<MediaFacts> facts = probeMedia(file);
    if (!facts) {
        inspected.problem = problemOfProbe(facts.error());
        return inspected;
    }
    inspected.facts = *facts;
    inspected.remark = remarkOn(*facts, inspected.name);
    const std::optional<QByteArray> sha256 = sha256Of(file);
    if (!sha256)
        inspected.problem = AttachRecordings::tr("The file can't be read: %1").arg(file.errorString());
    else if (!isAsInspected(inspected))
        inspected.problem = changedMeanwhile();
    else
        inspected.sha256 = *sha256;
    return inspected;
}

QList<FileAsked> filesAmong(const QStringList &paths)
{
    QList<FileAsked> files;
    for (const QString &path : paths) {
        QList<FileAsked> inside;
        if (QFileInfo(path).isDir()) {
            const bool isRead = walkFolder(path, true, [&inside](const WalkedEntry &entry) {
                inside.append({entry.path, problemOfEntry(entry.kind)});
            });
            if (!isRead)
                inside.append({path, problemOfEntry(WalkedEntry::Kind::LockedFolder)});
        }
        std::ranges::stable_sort(
            inside, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; }, &FileAsked::path);
        files += inside.isEmpty() ? QList<FileAsked>{{path, {}}} : inside;
    }
    return files;
}

Result<SealedCache::Sealed> sealInspected(const Inspected &file, SealedCache &cache, QUuid uploadId,
                                          const std::function<bool(qint64)> &progress)
{
    QFile opened(file.path);
    if (!opened.open(QIODevice::ReadOnly))
        return fail(FailureKind::Unreachable,
                    AttachRecordings::tr("The file can't be read: %1").arg(opened.errorString()));
    const QString name = uploadId.toString(QUuid::WithoutBraces);
    auto sealed = cache.putWaiting(name, opened, progress, file.sha256);
    const bool changed = sealed ? !isAsInspected(file) : sealed.error().kind == FailureKind::Corrupt;
    if (!changed)
        return sealed;
    if (const Done removed = cache.remove(name); !removed)
        return fail(removed.error());
    return fail(FailureKind::Outdated, changedMeanwhile());
}

} // namespace Holdfast
