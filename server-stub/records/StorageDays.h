// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/StorageShares.h"
#include "domain/StorageStats.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// What is stored now, and what came and went each day. The rows of recordings keep it up to date by triggers, but for
/// deletions, which tell their day. In the connection's thread; writes inside WriteQueue.
class StorageDays
{
public:
    explicit StorageDays(Database &database)
        : m_database(database)
    {
    }

    struct Totals
    {
        qint64 files = 0;
        qint64 bytes = 0;
        QDate firstDay; ///< null where nothing ever came
    };
    Result<Totals> totals();
    Result<QList<StorageDay>> since(const QDate &day);
    Done noteDeleted(const QDate &day, qint64 bytes);

    /// How much may be stored; what is stored is held against it in the transaction in which it changes.
    Done setQuota(qint64 bytes);
    /// Up to which level was warned of, in hundredths of the quota: 0, 80 or 90.
    Result<int> warnedLevel();

    Result<QList<CampaignUsage>> byCampaign(); ///< the largest first; those that take nothing are left out

private:
    Database &m_database;
};

} // namespace Holdfast
