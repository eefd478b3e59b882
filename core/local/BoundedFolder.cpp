// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/BoundedFolder.h"

#include "local/RecordingKey.h"

#include <QFile>
#include <QLoggingCategory>
#include <QStorageInfo>

#include <algorithm>
#include <filesystem>
#include <queue>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logFolder, "holdfast.cache", QtWarningMsg)

namespace fs = std::filesystem;

constexpr size_t oldestKept = 2000; ///< names in memory, whatever the folder holds
constexpr std::chrono::hours lookAgainAfter{1};

fs::path systemPath(const QString &path)
{
    return fs::path(path.toStdU16String());
}

QDateTime dateTimeOf(fs::file_time_type time)
{
    const auto since = fs::file_time_type::clock::to_sys(time).time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(std::chrono::duration_cast<std::chrono::milliseconds>(since).count(),
                                          Qt::UTC);
}

fs::file_time_type fileTimeOf(const QDateTime &time)
{
    const std::chrono::sys_time<std::chrono::milliseconds> since{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
    return std::chrono::time_point_cast<fs::file_time_type::duration>(fs::file_time_type::clock::from_sys(since));
}

QString nameOf(const QString &file)
{
    return file.section(u'.', 0, 0);
}

bool isWholeRecording(const QString &file)
{
    return file.endsWith(QLatin1String(".sealed")) && !isWaveformInCache(file);
}

bool isOlder(const CachedFile &a, const CachedFile &b)
{
    return a.usedAt < b.usedAt;
}

tl::unexpected<Failure> notRead(const std::error_code &error)
{
    return fail(FailureKind::Unreachable,
                BoundedFolder::tr("The folder for recordings on this computer can't be read."),
                QString::fromStdString(error.message()));
}

/// What looking through the folder finds, file by file.
struct Found
{
    CacheUsage usage;
    std::priority_queue<CachedFile, std::vector<CachedFile>, bool (*)(const CachedFile &, const CachedFile &)> oldest{
        &isOlder};
    bool areAll = true;

    void add(const QString &file, qint64 size, const QDateTime &usedAt)
    {
        usage.bytes += size;
        usage.recordings += isWholeRecording(file) ? 1 : 0;
        if (oldest.size() == oldestKept) {
            areAll = false;
            if (usedAt >= oldest.top().usedAt)
                return;
            oldest.pop();
        }
        oldest.push({file, size, usedAt});
    }
};

/// Files that go while it is looked through are passed over.
Done eachFile(const QString &folder, const std::function<void(const QString &, const fs::directory_entry &)> &work)
{
    std::error_code error;
    for (fs::directory_iterator entry(systemPath(folder), error), end; !error && entry != end; entry.increment(error)) {
        const QString file = QString::fromStdU16String(entry->path().filename().u16string());
        std::error_code gone;
        if (entry->is_regular_file(gone) && !file.endsWith(QLatin1String(".part")))
            work(file, *entry);
    }
    if (error)
        return notRead(error);
    return {};
}

} // namespace

DiskSpace diskSpaceOf(const QString &folder)
{
    const QStorageInfo disk(folder);
    return disk.isValid() ? DiskSpace{disk.bytesAvailable(), disk.bytesTotal()} : DiskSpace{};
}

BoundedFolder::BoundedFolder(QString folder, Clock clock, DiskSpaceOf disk)
    : m_folder(std::move(folder))
    , m_clock(std::move(clock))
    , m_disk(std::move(disk))
{
}

void BoundedFolder::setLimits(const CacheLimits &limits)
{
    const std::scoped_lock lock(m_state);
    m_limits = limits;
}

CacheLimits BoundedFolder::limits() const
{
    const std::scoped_lock lock(m_state);
    return m_limits;
}

void BoundedFolder::setOnChange(std::function<void()> changed)
{
    const std::scoped_lock lock(m_telling);
    m_changed = std::move(changed);
}

void BoundedFolder::tell() const
{
    const std::scoped_lock lock(m_telling);
    if (m_changed)
        m_changed();
}

qint64 BoundedFolder::bytesNow() const
{
    qint64 bytes = m_usage.bytes;
    for (const Arriving &arriving : m_arriving)
        bytes += arriving.bytes;
    return bytes;
}

std::optional<CacheUsage> BoundedFolder::usage() const
{
    const std::scoped_lock lock(m_state);
    return m_isCounted ? std::optional(CacheUsage{bytesNow(), m_usage.recordings}) : std::nullopt;
}

bool BoundedFolder::isBeyondLimit() const
{
    const std::scoped_lock lock(m_state);
    return m_isCounted && bytesNow() > m_limits.bytes;
}

BoundedFolder::Hold BoundedFolder::hold(const QString &name)
{
    {
        const std::scoped_lock lock(m_state);
        ++m_held[name];
    }
    return {this, [self = shared_from_this(), name](void *) { self->letGo(name); }};
}

void BoundedFolder::letGo(const QString &name)
{
    {
        const std::scoped_lock lock(m_state);
        if (--m_held[name] == 0)
            m_held.remove(name);
    }
    if (isBeyondLimit())
        tell();
}

BoundedFolder::Hold BoundedFolder::holdArriving(const QString &name, qint64 bytes)
{
    const qint64 before = sizeOfAll(name);
    {
        const std::scoped_lock lock(m_state);
        Arriving &arriving = m_arriving[name];
        if (++arriving.count == 1) {
            arriving.bytes = bytes;
            m_usage.bytes -= before;
            m_isExact = m_isExact && !m_isLooking;
        }
    }
    tell();
    return {this, [self = shared_from_this(), name, held = hold(name)](void *) { self->arrived(name); }};
}

/// It counts by what lies there now.
void BoundedFolder::arrived(const QString &name)
{
    const qint64 now = sizeOfAll(name);
    const bool isWhole = sizeOf(name + QStringLiteral(".sealed")) > 0;
    {
        const std::scoped_lock lock(m_state);
        const auto arriving = m_arriving.find(name);
        if (--arriving->count > 0)
            return;
        m_arriving.erase(arriving);
        m_usage.bytes += now;
        m_usage.recordings += isWhole ? 1 : 0;
        m_isExact = m_isExact && !m_isLooking;
    }
    tell();
}

bool BoundedFolder::isHeld(const QString &name) const
{
    const std::scoped_lock lock(m_state);
    return m_held.contains(name);
}

void BoundedFolder::noteUsed(const QString &file)
{
    {
        const std::scoped_lock lock(m_state);
        m_usedSince.insert(file);
    }
    std::error_code error;
    fs::last_write_time(systemPath(pathOf(file)), fileTimeOf(m_clock()), error);
    if (error)
        qCInfo(logFolder) << "a use was not noted:" << QString::fromStdString(error.message());
}

QString BoundedFolder::pathOf(const QString &file) const
{
    return m_folder + QLatin1Char('/') + file;
}

qint64 BoundedFolder::sizeOf(const QString &file) const
{
    std::error_code error;
    const auto size = fs::file_size(systemPath(pathOf(file)), error);
    return error ? 0 : static_cast<qint64>(size);
}

qint64 BoundedFolder::sizeOfAll(const QString &name) const
{
    return sizeOf(name + QStringLiteral(".sealed")) + sizeOf(name + QStringLiteral(".sealed.arriving"));
}

void BoundedFolder::count(const QString &file, qint64 bytes, int files)
{
    const std::scoped_lock lock(m_state);
    m_usage.bytes += bytes;
    m_usage.recordings += isWholeRecording(file) ? files : 0;
}

Done BoundedFolder::admit(const QString &file, qint64 bytes, const std::function<Done()> &place)
{
    {
        const std::scoped_lock trimming(m_trimming);
        CacheUsage dropped;
        if (Done room = dropAsNeeded({bytes, 0}, dropped); !room)
            return room;
        const qint64 before = sizeOf(file);
        if (Done placed = place(); !placed)
            return placed;
        count(file, bytes - before, before > 0 ? 0 : 1);
        noteUsed(file);
    }
    tell();
    return {};
}

Done BoundedFolder::takeIn(const QString &file, const std::function<Done()> &take)
{
    if (Done taken = take(); !taken)
        return taken;
    count(file, sizeOf(file), 1);
    noteUsed(file);
    tell();
    return {};
}

Done BoundedFolder::takeOut(const QString &file, const std::function<Done()> &take)
{
    const qint64 bytes = sizeOf(file);
    if (Done taken = take(); !taken)
        return taken;
    count(file, -bytes, -1);
    tell();
    return {};
}

Result<CacheUsage> BoundedFolder::trim()
{
    const std::optional<CacheUsage> before = usage();
    CacheUsage dropped;
    Done done;
    {
        const std::scoped_lock trimming(m_trimming);
        done = dropAsNeeded({}, dropped);
    }
    if (usage() != before) // otherwise whoever trims because it has changed would do so for ever
        tell();
    return done ? Result<CacheUsage>(dropped) : fail(done.error());
}

Done BoundedFolder::makeRoomBeside(qint64 comingBytes)
{
    CacheUsage dropped;
    Done done;
    {
        const std::scoped_lock trimming(m_trimming);
        done = dropAsNeeded({0, comingBytes}, dropped);
    }
    if (dropped.bytes > 0)
        tell();
    return done;
}

/// Whoever changes something meanwhile may be counted wrongly; so it is done again the next time.
Done BoundedFolder::lookThrough()
{
    QSet<QString> arriving;
    {
        const std::scoped_lock lock(m_state);
        m_isExact = m_isLooking = true;
        m_lookedAt = m_clock();
        m_usedSince.clear();
        for (auto one = m_arriving.keyBegin(); one != m_arriving.keyEnd(); ++one)
            arriving.insert(*one);
    }
    Found found;
    const Done looked = eachFile(m_folder, [&](const QString &file, const fs::directory_entry &entry) {
        std::error_code gone;
        const auto size = arriving.contains(nameOf(file)) ? 0 : entry.file_size(gone);
        const auto used = gone ? fs::file_time_type() : entry.last_write_time(gone);
        if (!gone && !arriving.contains(nameOf(file)))
            found.add(file, static_cast<qint64>(size), dateTimeOf(used));
    });
    {
        const std::scoped_lock lock(m_state);
        m_isLooking = false;
        m_isExact = m_isExact && looked;
        if (looked) {
            m_usage = found.usage;
            m_isCounted = true;
        }
    }
    if (!looked)
        return looked;
    m_oldestAreAll = found.areAll;
    m_oldest.clear();
    for (; !found.oldest.empty(); found.oldest.pop())
        m_oldest.append(found.oldest.top());
    return {};
}

bool BoundedFolder::mustLook() const
{
    const std::scoped_lock lock(m_state);
    return !m_isCounted || !m_isExact || !m_lookedAt.isValid() ||
           m_lookedAt.secsTo(m_clock()) >= std::chrono::seconds(lookAgainAfter).count();
}

/// The disk is asked once: some take a while to say that room was made.
Done BoundedFolder::dropAsNeeded(Coming coming, CacheUsage &dropped)
{
    const DiskSpace disk = m_disk(m_folder);
    const auto toFree = [&] {
        const std::scoped_lock lock(m_state);
        return bytesToFree(bytesNow(), coming.here, m_limits,
                           {disk.available - coming.beside + dropped.bytes, disk.total});
    };
    bool isFresh = mustLook();
    if (isFresh)
        if (Done looked = lookThrough(); !looked)
            return looked;
    for (;;) {
        const Result<bool> went = dropOldest(toFree(), dropped);
        if (!went)
            return fail(went.error());
        const bool isUsedUp = m_oldest.isEmpty() && !m_oldestAreAll;
        if (toFree() == 0 && !isUsedUp)
            return {};
        if (isFresh && !*went)
            return {}; // what is left is held
        isFresh = true;
        if (Done looked = lookThrough(); !looked)
            return looked;
    }
}

Result<bool> BoundedFolder::dropOldest(qint64 bytes, CacheUsage &dropped)
{
    std::chrono::days unused{};
    QSet<QString> staying;
    {
        const std::scoped_lock lock(m_state);
        unused = m_limits.unused;
        staying = m_usedSince;
    }
    const auto isStaying = [&](const QString &file) { return staying.contains(file) || isHeld(nameOf(file)); };
    const QList<CachedFile> going = filesToDrop(m_oldest, bytes, unused, m_clock(), isStaying);
    for (const CachedFile &file : going)
        if (const Done gone = drop(file, dropped); !gone)
            return fail(gone.error());
    QSet<QString> gone;
    for (const CachedFile &file : going)
        gone.insert(file.name);
    m_oldest.removeIf([&](const CachedFile &file) { return gone.contains(file.name); });
    return !going.isEmpty();
}

/// Under the same lock that hold() takes: what is opened now stays, or is gone before it was opened.
Done BoundedFolder::drop(const CachedFile &file, CacheUsage &dropped)
{
    const std::scoped_lock lock(m_state);
    if (m_held.contains(nameOf(file.name)))
        return {};
    std::error_code error;
    const bool wasThere = fs::remove(systemPath(pathOf(file.name)), error);
    if (error)
        return fail(FailureKind::Unreachable, tr("A copy on this computer can't be removed."),
                    QString::fromStdString(error.message()));
    const int recordings = isWholeRecording(file.name) ? 1 : 0;
    m_usage.bytes -= wasThere ? file.size : 0;
    m_usage.recordings -= wasThere ? recordings : 0;
    dropped.bytes += wasThere ? file.size : 0;
    dropped.recordings += wasThere ? recordings : 0;
    return {};
}

Result<CacheUsage> BoundedFolder::clear()
{
    CacheUsage dropped;
    Done done;
    {
        const std::scoped_lock trimming(m_trimming);
        Done removed;
        done = eachFile(m_folder, [&](const QString &file, const fs::directory_entry &entry) {
            std::error_code gone;
            const auto size = entry.file_size(gone);
            if (removed && !gone)
                removed = drop({file, static_cast<qint64>(size), {}}, dropped);
        });
        done = done ? removed : done;
        done = done ? lookThrough() : done;
    }
    tell();
    return done ? Result<CacheUsage>(dropped) : fail(done.error());
}

Done BoundedFolder::remove(const QString &file)
{
    const qint64 size = sizeOf(file);
    QFile opened(pathOf(file));
    if (!opened.exists())
        return {};
    if (!opened.remove())
        return fail(FailureKind::Unreachable, tr("The copy on this computer can't be removed."), opened.errorString());
    {
        const std::scoped_lock lock(m_state);
        m_isExact = m_isExact && !m_isLooking;
        if (!m_arriving.contains(nameOf(file))) {
            m_usage.bytes -= size;
            m_usage.recordings -= isWholeRecording(file) ? 1 : 0;
        }
    }
    tell();
    return {};
}

} // namespace Holdfast
