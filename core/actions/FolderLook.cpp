// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FolderLook.h"

#include "domain/MediaFormat.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace Holdfast {

namespace {

template <class Work> bool eachIn(const QString &folder, bool subfolders, Work work)
{
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable())
        return false;
    const auto how = subfolders ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags;
    for (QDirIterator entries(folder, QDir::Files, how); entries.hasNext();) {
        entries.next();
        if (mayBeRecording(entries.fileName()))
            work(entries.fileInfo());
    }
    return true;
}

FoundFile foundFrom(const QFileInfo &info)
{
    return {info.absoluteFilePath(), info.size(), info.lastModified().toUTC()};
}

/// Whoever writes it may keep others from it until it is complete.
bool canBeOpened(const QString &path)
{
    return QFile(path).open(QIODevice::ReadOnly);
}

} // namespace

bool mayBeRecording(QStringView fileName)
{
    const bool isTemporary =
        fileName.startsWith(u'.') || fileName.startsWith(u'~') || fileName.endsWith(u'~') || fileName.startsWith(u'#');
    return !isTemporary && formatFromFileName(fileName).has_value();
}

FolderLook lookInto(const FolderToLookAt &place, const QDateTime &now)
{
    FolderLook look;
    look.isThere = eachIn(place.folder, place.subfolders, [&](const QFileInfo &info) {
        const FoundFile file = foundFrom(info);
        if (file.size == 0 || place.known.contains(file.fingerprint()))
            return;
        const auto before = place.growing.constFind(file.path);
        const bool isAsBefore = before != place.growing.constEnd() && before->file == file;
        const QDateTime since = isAsBefore ? before->since : now;
        if (isAsBefore && since.msecsTo(now) >= place.settledAfter.count() && canBeOpened(file.path))
            look.complete.append(file);
        else
            look.growing.insert(file.path, {file, since});
    });
    return look;
}

std::optional<QList<ArrivedFile>> filesIn(const QString &folder, bool subfolders)
{
    QList<ArrivedFile> files;
    const bool isThere = eachIn(folder, subfolders, [&](const QFileInfo &info) {
        const FoundFile file = foundFrom(info);
        files.append({file, std::max(file.modifiedAt, info.metadataChangeTime().toUTC())});
    });
    return isThere ? std::optional(files) : std::nullopt;
}

QFuture<QStringList> namesIn(const QString &folder, bool subfolders, int most)
{
    return QtConcurrent::run([folder, subfolders, most] {
        constexpr int enough = 1000;
        QStringList names;
        const auto how = subfolders ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags;
        for (QDirIterator entries(folder, QDir::Files, how); entries.hasNext() && names.size() < enough;) {
            entries.next();
            if (mayBeRecording(entries.fileName()))
                names.append(entries.fileName());
        }
        std::ranges::sort(names, std::ranges::greater());
        return names.first(std::min<qsizetype>(most, names.size()));
    });
}

} // namespace Holdfast
