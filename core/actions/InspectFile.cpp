// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/InspectFile.h"

#include "actions/FolderWalk.h"
#include "crypto/Sha256.h"
#include "domain/FileName.h"
#include "domain/Limits.h"
#include "media/MediaProbe.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace Holdfast {

namespace {

using Kind = FileFinding::Kind;

/// Why there is none, where a folder on the way to it may hide that it is there.
Kind kindOfNone(const QFileInfo &info)
{
    std::error_code problem;
    const bool isThere = std::filesystem::exists(info.filesystemFilePath(), problem);
    if (!isThere && problem == std::errc::permission_denied)
        return Kind::NotAllowed;
    return info.isSymLink() ? Kind::DeadLink : Kind::NotThere;
}

std::optional<FileFinding> problemBeforeReading(const QFileInfo &info)
{
    const auto is = [](Kind kind) { return FileFinding{kind, {}}; };
    if (!info.exists())
        return is(kindOfNone(info));
    if (info.isDir())
        return is(Kind::EmptyFolder);
    if (!info.isFile())
        return is(Kind::NotAFile);
    if (!info.isReadable())
        return is(Kind::NotAllowed);
    if (info.size() == 0)
        return is(Kind::Empty);
    if (info.size() > maxRecordingBytes)
        return FileFinding{Kind::TooLarge, {QString::number(info.size())}};
    if (!formatFromFileName(info.fileName()))
        return is(Kind::OtherExtension);
    return std::nullopt;
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

FileFinding problemOfProbe(const Failure &failure)
{
    return failure.kind == FailureKind::UnsupportedMedia ? FileFinding{Kind::NoRecording, {}}
                                                         : FileFinding{Kind::Said, {failure.message}};
}

QList<FileFinding> remarksOn(const MediaFacts &facts, const QString &name)
{
    QList<FileFinding> remarks;
    const std::optional<MediaFormat> named = formatFromFileName(name);
    if (named && *named != facts.format)
        remarks.append(
            {Kind::OtherContent, {QString(formatName(*named)).toUpper(), QString(formatName(facts.format)).toUpper()}});
    if (facts.truncated)
        remarks.append({Kind::CutShort, {}});
    if (!facts.duration)
        remarks.append({Kind::NoLength, {}});
    return remarks;
}

void refuse(Inspected &file, const FileFinding &why)
{
    file.problem = why.sentence();
    file.found = {why};
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
    const auto before =
        asked.problem.isEmpty() ? problemBeforeReading(info) : std::optional(FileFinding{Kind::Said, {asked.problem}});
    if (before) {
        refuse(inspected, *before);
        return inspected;
    }
    QFile file(inspected.path);
    if (!file.open(QIODevice::ReadOnly)) {
        refuse(inspected, {Kind::Unreadable, {file.errorString()}});
        return inspected;
    }
    const Result<MediaFacts> facts = probeMedia(file);
    if (!facts) {
        refuse(inspected, problemOfProbe(facts.error()));
        return inspected;
    }
    inspected.facts = *facts;
    inspected.found = remarksOn(*facts, inspected.name);
    inspected.remark = sentenceOn(inspected.found);
    const std::optional<QByteArray> sha256 = sha256Of(file);
    if (!sha256)
        refuse(inspected, {Kind::Unreadable, {file.errorString()}});
    else if (!isAsInspected(inspected))
        refuse(inspected, {Kind::Changed, {}});
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
        return fail(FailureKind::Unreachable, FileFinding{Kind::Unreadable, {opened.errorString()}}.sentence());
    const QString name = uploadId.toString(QUuid::WithoutBraces);
    auto sealed = cache.putWaiting(name, opened, progress, file.sha256);
    const bool changed = sealed ? !isAsInspected(file) : sealed.error().kind == FailureKind::Corrupt;
    if (!changed)
        return sealed;
    if (const Done removed = cache.remove(name); !removed)
        return fail(removed.error());
    return fail(FailureKind::Outdated, FileFinding{Kind::Changed, {}}.sentence());
}

} // namespace Holdfast
