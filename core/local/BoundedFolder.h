// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CacheEviction.h"
#include "domain/Clock.h"
#include "domain/Result.h"
#include "local/CacheLook.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <memory>
#include <mutex>
#include <optional>

namespace Holdfast {

/// How much room there is on the disk of a folder. Any thread.
using DiskSpaceOf = std::function<DiskSpace(const QString &folder)>;
DiskSpace diskSpaceOf(const QString &folder);

/// The copies in a folder that together stay within limits: what was not used for longest goes first
/// (domain/CacheEviction.h). The folder itself is the only account: a file's time of change is its last use, so that
/// nothing but the names of the next few to go is kept in memory. Files are named NAME and a suffix that begins with a
/// dot; what ends in ".part" does not count yet. Any thread; calls that may be slow say so.
class BoundedFolder : public std::enable_shared_from_this<BoundedFolder>
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::BoundedFolder)

public:
    BoundedFolder(QString folder, Clock clock, DiskSpaceOf disk);

    void setLimits(const CacheLimits &limits); ///< they count from the next trim
    CacheLimits limits() const;
    /// Called, in whatever thread, when what it holds has changed and when something that was held is free. Brief; null
    /// for none.
    void setOnChange(std::function<void()> changed);

    /// None before it was looked through once.
    std::optional<CacheUsage> usage() const;
    bool isBeyondLimit() const;

    /// While one of these lives, nothing of that NAME goes.
    using Hold = std::shared_ptr<void>;
    Hold hold(const QString &name);
    /// The same for one that comes piece by piece and will take that many bytes: they count from now on.
    Hold holdArriving(const QString &name, qint64 bytes);
    bool isHeld(const QString &name) const;
    void noteUsed(const QString &file); ///< now

    /// Makes room for a file of that many bytes, places it by that call, and counts it. Slow: pool thread.
    Done admit(const QString &file, qint64 bytes, const std::function<Done()> &place);
    Done takeIn(const QString &file, const std::function<Done()> &take);  ///< the same, whatever room there is
    Done takeOut(const QString &file, const std::function<Done()> &take); ///< by that call; it counts no more
    /// Takes off the disk what is beyond the limits. Slow: pool thread.
    Result<CacheUsage> trim(); ///< what it has removed
    Done
    makeRoomBeside(qint64 comingBytes); ///< on the disk, for something that does not count here. Slow: pool thread.
    Result<CacheUsage> clear();         ///< all but what is held, with its account. Slow: pool thread.
    Done remove(const QString &file);   ///< held or not; one that is not there is no failure

private:
    struct Coming
    {
        qint64 here = 0;   ///< bytes
        qint64 beside = 0; ///< on the same disk
    };
    struct Arriving
    {
        qint64 bytes = 0;
        int count = 0;
    };

    QString pathOf(const QString &file) const;
    qint64 sizeOf(const QString &file) const; ///< 0 where it is not there
    qint64 sizeOfAll(const QString &name) const;
    bool mustLook() const;
    Done lookThrough();
    Done dropAsNeeded(Coming coming, CacheUsage &dropped);
    Result<bool> dropOldest(qint64 bytes, CacheUsage &dropped); ///< whether any went
    Done drop(const CachedFile &file, CacheUsage &dropped);
    qint64 bytesNow() const; ///< of m_usage and what arrives; m_state is locked
    void count(const QString &file, qint64 bytes, int files);
    void letGo(const QString &name);
    void arrived(const QString &name);
    void tell() const;

    const QString m_folder;
    const Clock m_clock;
    const DiskSpaceOf m_disk;

    std::mutex m_trimming; ///< one looks through it, drops and places at a time; locked before m_state
    CacheLook m_look;      ///< the last one, without what has gone since; under m_trimming

    mutable std::mutex m_state; ///< held briefly
    CacheLimits m_limits;
    CacheUsage m_usage; ///< without what arrives
    bool m_isCounted = false;
    bool m_isExact = false; ///< nothing has changed while it was looked through
    bool m_isLooking = false;
    QDateTime m_lookedAt;
    QHash<QString, int> m_held;
    QHash<QString, Arriving> m_arriving;
    QSet<QString> m_usedSince; ///< files, since the last look
    mutable std::mutex m_telling;
    std::function<void()> m_changed;
};

} // namespace Holdfast
