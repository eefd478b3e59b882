// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "local/CacheRules.h"
#include "local/LocalStore.h"
#include "local/SealedCache.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <atomic>

namespace Holdfast {

class CachedNames;
class SyncLoop;

/// Keeps the sealed copies of one person within the rules: looks through them at the start, once an hour, and whenever
/// they have grown beyond their bound; lets go what the server has stored; takes off the disk what no recording is
/// known of any more. The work is done in the pool. UI thread.
class CacheUpkeep : public QObject
{
    Q_OBJECT
public:
    /// Begins at once. All but the cache must outlive it.
    CacheUpkeep(std::shared_ptr<SealedCache> cache, LocalStore &store, const SyncLoop &sync, CacheRules rules,
                QObject *parent = nullptr);
    ~CacheUpkeep() override;

    const CacheRules &rules() const { return m_rules; }
    Done setRules(const CacheRules &rules); ///< they count at once, and are kept

    std::optional<CacheUsage> usage() const; ///< none before it was looked through once
    /// All that does not wait to be sent and is not open; answers what went.
    QFuture<Result<CacheUsage>> removeNow();

Q_SIGNALS:
    void usageChanged();
    void problem(const QString &sentence);

private:
    void trim();
    void release(QUuid uploadId);
    void copiesChanged();
    void checkNames();
    void check(const QStringList &names);

    std::shared_ptr<SealedCache> m_cache;
    LocalStore &m_store;
    CacheRules m_rules;
    QTimer m_hourly;
    std::shared_ptr<CachedNames> m_names; ///< those still to be checked; only in the pool
    std::atomic_bool m_told = false;      ///< a change is on its way here from another thread
    bool m_trimming = false;
    bool m_trimAgain = false;
};

} // namespace Holdfast
