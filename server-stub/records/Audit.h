// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditLine.h"
#include "domain/AuditTerms.h"
#include "sqlite/Database.h"

#include <QDateTime>
#include <QList>

#include <limits>
#include <optional>

namespace Holdfast {

/// Which entries are asked for, and which portion of them.
struct AuditFilter : AuditTerms
{
    std::optional<QDateTime> beforeTime; ///< with beforeId: only what comes after that entry in the list
    qint64 beforeId = 0;
    int limit = 100;
};

/// The entries, which the database refuses to change or delete. In the connection's thread; append inside WriteQueue,
/// whose GroupWork makes leaves of them (AuditSigner).
class Audit
{
public:
    explicit Audit(Database &database)
        : m_database(database)
    {
    }

    Done append(const AuditEntry &entry);
    Result<QList<AuditEntry>> find(const AuditFilter &filter); ///< newest first
    /// The stored entries after that place, oldest first by time and number, up to `lastId`; at most filter.limit.
    /// beforeTime is not looked at.
    struct Place
    {
        qint64 at = std::numeric_limits<qint64>::min();
        qint64 id = 0;
    };
    Result<QList<AuditRow>> rowsAfter(Place place, qint64 lastId, const AuditFilter &filter);
    Result<qint64> lastId();
    Result<std::optional<AuditRow>> row(qint64 id);

private:
    Database &m_database;
};

} // namespace Holdfast
