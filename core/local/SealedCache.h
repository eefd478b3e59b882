// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "local/ArrivingRecording.h"
#include "local/BoundedFolder.h"
#include "local/SealedCacheWriter.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Holdfast {

/// Recordings on this computer, each sealed (Cobblestone-256) under a key derived for it from the cache key, with its
/// name as the context. Names are of [A-Za-z0-9-], at most 64; others are Malformed. Any thread.
///
/// What waits for the server lies in a folder of its own, which nothing is ever taken from but by its name. Everything
/// else is a copy of what the server has: together they stay within limits, and those that were not used for longest
/// go (BoundedFolder). What somebody has open, writes or lets arrive stays.
class SealedCache
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::SealedCache)

public:
    /// Whether something waits under that name in the folder of a cache, which need not be open.
    static bool hasWaiting(const QString &folder, const QString &name);

    /// Makes the folder, for this person's eyes only, and clears what an interrupted write left. One process at a time.
    static Result<std::unique_ptr<SealedCache>> open(const QString &folder, SecretKey key,
                                                     const Clock &clock = &QDateTime::currentDateTimeUtc,
                                                     const DiskSpaceOf &disk = &diskSpaceOf);
    /// The same in a folder that goes, with all that is in it, when this does. Then slow: let it go in a pool thread.
    static Result<std::unique_ptr<SealedCache>> openForThisTime(const QString &folder, SecretKey key,
                                                                const Clock &clock = &QDateTime::currentDateTimeUtc,
                                                                const DiskSpaceOf &disk = &diskSpaceOf);
    ~SealedCache();

    using Sealed = SealedCacheWriter::Sealed;
    /// Seals and hashes in one pass, synced before it returns; leaves nothing behind where it fails. progress gets
    /// bytes done and answers false to cancel; bytes that are not of an expected SHA-256 are Corrupt. Slow: pool
    /// thread.
    Result<Sealed> put(const QString &name, QIODevice &from, const std::function<bool(qint64)> &progress = {},
                       const QByteArray &expectedSha256 = {});
    /// The same for what the server does not have yet: it stays until release() or remove().
    Result<Sealed> putWaiting(const QString &name, QIODevice &from, const std::function<bool(qint64)> &progress = {},
                              const QByteArray &expectedSha256 = {});
    /// The server has what waited: from now on it is a copy like the others. One that does not wait is no failure.
    /// Slow: pool thread.
    Done release(const QString &name);
    Done keepAsCopy(const QString &name);  ///< the same at once, whatever the limits: the next trim sees to them
    Done keepWaiting(const QString &name); ///< the way back; a copy that is not there is no failure
    QStringList waitingNames() const;

    /// For bytes that come from elsewhere piece by piece.
    Result<std::unique_ptr<SealedCacheWriter>> write(const QString &name);
    /// One that comes in any order, of that plain size; goes on with the part that an earlier time has left. It is in
    /// the cache once it was settled.
    Result<std::shared_ptr<ArrivingRecording>> arrive(const QString &name, qint64 size);
    Result<std::unique_ptr<QIODevice>> get(const QString &name) const; ///< NotFound, Corrupt; it was used now
    bool has(const QString &name) const;
    Done remove(const QString &name); ///< a part that has arrived too; nothing to remove is no failure
    QStringList names() const;        ///< whole ones, waiting or not

    const QString &folder() const { return m_folder; }
    BoundedFolder &copies() const { return *m_copies; } ///< what does not wait

private:
    SealedCache(const QString &folder, SecretKey key, const Clock &clock, const DiskSpaceOf &disk);
    QString pathOf(const QString &name) const;
    QString waitingPathOf(const QString &name) const;
    Result<SecretKey> keyOf(const QString &name) const;

    QString m_folder;
    SecretKey m_key;
    std::shared_ptr<BoundedFolder> m_copies;
    bool m_isForThisTime = false;
};

} // namespace Holdfast
