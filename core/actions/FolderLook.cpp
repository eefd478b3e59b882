// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FolderLook.h"

#include "actions/FolderWalk.h"
#include "domain/MediaFormat.h"
#include "media/Completeness.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::minutes goodWhile{1}; ///< after it, what can't be taken is told
constexpr std::chrono::hours longAgo{24};    ///< more than the clocks of two computers are apart

/// Whoever writes it may keep others from it until it is complete.
bool canBeOpened(const QString &path)
{
    return QFile(path).open(QIODevice::ReadOnly);
}

bool tellsOfMoreThanItHas(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && tellsOfMore(file);
}

bool isTemporary(QStringView fileName)
{
    return fileName.startsWith(u'.') || fileName.startsWith(u'~') || fileName.endsWith(u'~') ||
           fileName.startsWith(u'#');
}

/// One look, entry by entry.
class Look
{
public:
    Look(const FolderToLookAt &place, const QDateTime &now, FolderLook &look)
        : m_place(place)
        , m_now(now)
        , m_look(look)
    {
    }

    void at(const WalkedEntry &entry)
    {
        switch (entry.kind) {
        case WalkedEntry::Kind::File:
            if (mayBeRecording(entry.name))
                atRecording(entry.found());
            else if (!isTemporary(entry.name))
                ++m_look.others[QFileInfo(entry.name).suffix().toLower()];
            return;
        case WalkedEntry::Kind::UnnamedFile:
            if (mayBeRecording(entry.name))
                leaveOut(entry.found(), LeftOut::NameUnreadable);
            return;
        case WalkedEntry::Kind::LockedFolder:
            leaveOut(entry.found(), LeftOut::FolderUnreadable);
            return;
        case WalkedEntry::Kind::LinkedFolder: // can stand for a folder that is watched as well
        case WalkedEntry::Kind::NoFile:
            return;
        }
        Q_UNREACHABLE();
    }

private:
    void leaveOut(const FoundFile &file, LeftOut why)
    {
        if (!m_place.known.contains(file.fingerprint()))
            m_look.growing.insert(file.path, {file, m_now, why});
    }

    void atRecording(const FoundFile &file)
    {
        if (m_place.known.contains(file.fingerprint()))
            return;
        const auto before = m_place.growing.constFind(file.path);
        const bool isAsBefore = before != m_place.growing.constEnd() && before->file == file;
        GrowingFile growing{file, isAsBefore ? before->since : m_now, {}};
        const auto same = milliseconds(growing.since.msecsTo(m_now));
        const bool isOld = milliseconds(file.modifiedAt.msecsTo(m_now)) >= longAgo;
        const bool isToBeTold = isOld || same >= goodWhile;
        if (file.size == 0) {
            growing.leftOut = isToBeTold ? std::optional(LeftOut::Empty) : std::nullopt;
        } else if (isAsBefore && same >= m_place.times.settled) {
            if (!canBeOpened(file.path)) {
                growing.leftOut = isToBeTold ? std::optional(LeftOut::FileUnreadable) : std::nullopt;
            } else {
                const bool isAwaited = !isOld && same < m_place.times.unfinished;
                const bool wasUnfinished = before->leftOut == LeftOut::Unfinished; // so it is still
                if (!isAwaited || !(wasUnfinished || tellsOfMoreThanItHas(file.path))) {
                    m_look.complete.append(file);
                    return;
                }
                growing.leftOut = LeftOut::Unfinished;
            }
        }
        m_look.growing.insert(file.path, growing);
    }

    const FolderToLookAt &m_place;
    QDateTime m_now;
    FolderLook &m_look;
};

} // namespace

bool mayBeRecording(QStringView fileName)
{
    return !isTemporary(fileName) && formatFromFileName(fileName).has_value();
}

FolderLook lookInto(const FolderToLookAt &place, const QDateTime &now)
{
    FolderLook found;
    Look look(place, now, found);
    found.isThere = walkFolder(place.folder, place.subfolders, [&](const WalkedEntry &entry) { look.at(entry); });
    return found;
}

std::optional<QList<ArrivedFile>> filesIn(const QString &folder, bool subfolders)
{
    QList<ArrivedFile> files;
    const bool isThere = walkFolder(folder, subfolders, [&](const WalkedEntry &entry) {
        const bool isFile = entry.kind == WalkedEntry::Kind::File || entry.kind == WalkedEntry::Kind::UnnamedFile;
        if (!isFile || !mayBeRecording(entry.name))
            return;
        const FoundFile file = entry.found();
        QDateTime arrived = file.modifiedAt;
        if (entry.kind == WalkedEntry::Kind::File)
            arrived = std::max(arrived, QFileInfo(file.path).metadataChangeTime().toUTC());
        files.append({file, arrived});
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
