// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FolderWalk.h"

#include <QByteArrayView>
#include <QFileInfo>

#include <filesystem>

namespace Holdfast {

namespace {

namespace fs = std::filesystem;

fs::path nativePath(const QString &path)
{
    return fs::path(path.toStdU16String());
}

QByteArray utf8Of(const fs::path &path)
{
    const std::u8string text = path.u8string();
    return QByteArray(reinterpret_cast<const char *>(text.data()), static_cast<qsizetype>(text.size()));
}

/// Of a file that Qt can't name.
FoundFile foundFrom(const fs::directory_entry &entry, const QString &path)
{
    std::error_code ignored; // what can't be told is 0, and the name alone is enough to tell of it
    const auto size = entry.file_size(ignored);
    const qint64 bytes = ignored ? 0 : static_cast<qint64>(size);
    const auto written = entry.last_write_time(ignored);
    if (ignored)
        return {path, bytes, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)};
    const auto since = fs::file_time_type::clock::to_sys(written).time_since_epoch();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since);
    return {path, bytes, QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC)};
}

FoundFile foundFrom(const QString &path)
{
    const QFileInfo info(path);
    return {info.absoluteFilePath(), info.size(), info.lastModified().toUTC()};
}

class Walk
{
public:
    Walk(bool subfolders, const std::function<void(const WalkedEntry &)> &tell)
        : m_subfolders(subfolders)
        , m_tell(tell)
    {
    }

    bool through(const fs::path &folder)
    {
        std::error_code problem;
        fs::directory_iterator entries(folder, problem);
        if (problem)
            return false;
        while (entries != fs::directory_iterator()) {
            comeBy(*entries);
            entries.increment(problem);
            if (problem) // then it is at its end
                return false;
        }
        return true;
    }

private:
    void comeBy(const fs::directory_entry &entry)
    {
        const QByteArray path = utf8Of(entry.path());
        const QByteArray name = utf8Of(entry.path().filename());
        if (name.startsWith('.'))
            return;
        std::error_code problem; // what is gone is no file
        const bool isReadable = QByteArrayView(path).isValidUtf8();
        if (entry.is_regular_file(problem)) {
            const QString shown = QString::fromUtf8(path);
            if (isReadable)
                m_tell({WalkedEntry::Kind::File, shown, QString::fromUtf8(name), [&] { return foundFrom(shown); }});
            else
                m_tell({WalkedEntry::Kind::UnnamedFile, shown, QString::fromUtf8(name),
                        [&] { return foundFrom(entry, shown); }});
            return;
        }
        const bool isLink = entry.is_symlink(problem);
        if (!entry.is_directory(problem)) {
            if (isLink || entry.exists(problem) || problem)
                tellOf(WalkedEntry::Kind::NoFile, path, name);
        } else if (isLink) {
            tellOf(WalkedEntry::Kind::LinkedFolder, path, name);
        } else if (m_subfolders && !through(entry.path())) {
            tellOf(WalkedEntry::Kind::LockedFolder, path, name);
        }
    }

    /// Of what is no file, and so has neither size nor time.
    void tellOf(WalkedEntry::Kind kind, const QByteArray &path, const QByteArray &name)
    {
        const QString shown = QString::fromUtf8(path);
        m_tell({kind, shown, QString::fromUtf8(name), [&] {
                    return FoundFile{shown, 0, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)};
                }});
    }

    bool m_subfolders;
    const std::function<void(const WalkedEntry &)> &m_tell;
};

} // namespace

bool walkFolder(const QString &folder, bool subfolders, const std::function<void(const WalkedEntry &)> &tell)
{
    const QFileInfo info(folder);
    return info.isDir() && info.isReadable() && Walk(subfolders, tell).through(nativePath(folder));
}

} // namespace Holdfast
