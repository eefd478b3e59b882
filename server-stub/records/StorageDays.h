// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

private:
    Database &m_database;
};

} // namespace Holdfast
