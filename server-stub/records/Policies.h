// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyChange.h"
#include "domain/Recording.h"
#include "sqlite/Database.h"

#include <QList>

#include <optional>

namespace Holdfast {

/// The retention policies. In the connection's thread; writes inside WriteQueue.
class Policies
{
public:
    explicit Policies(Database &database)
        : m_database(database)
    {
    }

    Result<QList<RetentionPolicy>> all(); ///< in the order in which they were made
    Result<std::optional<RetentionPolicy>> byId(PolicyId id);
    /// Enough of them for policyFor() to find the recording's: quick, however many there are.
    Result<QList<RetentionPolicy>> thatMayDecide(const Recording &recording);

    /// Conflict where there is a default policy, or one for that campaign or agent, already; Malformed where the
    /// campaign or the agent is not there. The id is chosen here.
    Result<PolicyId> add(const RetentionPolicy &policy);
    /// The same; NotFound where there is no policy of that id. createdAt stays as it is.
    Done change(const RetentionPolicy &policy);
    Done remove(PolicyId id); ///< NotFound where there is none

    /// What making the change would answer, without making it.
    Done check(const PolicyChange &change);

private:
    Done checkReferences(const RetentionPolicy &policy);
    Done checkOthers(const RetentionPolicy &policy);

    Database &m_database;
};

} // namespace Holdfast
