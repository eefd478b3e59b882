// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Hold.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// What was asked to be released, where that takes a second person. In the connection's thread; writes inside
/// WriteQueue.
class ReleaseRequests
{
public:
    explicit ReleaseRequests(Database &database)
        : m_database(database)
    {
    }

    struct Filter
    {
        std::optional<ReleaseRequestState> state;
        std::optional<HoldId> hold;
        std::optional<ReleaseRequestId> before; ///< only those that were made before that one
        int limit = 100;
    };
    Result<QList<ReleaseRequest>> find(const Filter &filter); ///< newest first
    Result<ReleaseRequest> byId(ReleaseRequestId id);         ///< NotFound where there is none

    /// Conflict where the hold was released, or where its release was asked for already.
    Result<ReleaseRequestId> ask(HoldId hold, UserId by, const QDateTime &at, const QString &reason);

    /// Releases nothing: what was approved is released after its entry in the audit log (Holds::release). Conflict
    /// where it was decided before; Forbidden where the one who asked would approve or refuse it, or another would
    /// withdraw it.
    Done decide(ReleaseRequestId id, ReleaseRequestState decision, UserId by, const QDateTime &at);
    Result<QList<ReleaseRequest>> openOf(UserId by); ///< that this user asked for, the oldest first
    Done lapse(ReleaseRequestId id, const QDateTime &at);

private:
    Database &m_database;
};

} // namespace Holdfast
