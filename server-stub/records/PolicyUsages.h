// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionVerdict.h"
#include "sqlite/Database.h"

namespace Holdfast {

/// What the recordings that a policy decides about take of the storage, and what retention will free of it.
struct PolicyUsage
{
    std::optional<RetentionPolicy> policy; ///< none: those that DEFAULT_RETENTION_DAYS decides about
    qint64 files = 0;
    qint64 bytes = 0;    ///< plain
    qint64 dueFiles = 0; ///< the next sweep would take: what is on hold is not among them
    qint64 dueBytes = 0;
    qint64 soonFiles = 0; ///< some days later, those with them
    qint64 soonBytes = 0;
};

/// By policy, the largest first; those that decide about nothing are left out. `soonDays` are counted from now. Looks
/// at every recording: in a thread that may take a while.
Result<QList<PolicyUsage>> policyUsages(Database &database, const RetentionRules &rules, const QDateTime &now,
                                        int soonDays);

} // namespace Holdfast
