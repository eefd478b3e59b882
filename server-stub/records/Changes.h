// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Holdfast {

/// That a thing is new, different or gone; what it is now is read from its own table.
struct Change
{
    qint64 sequence = 0; ///< given by append; grows, with gaps
    QString kind;        ///< "recording"
    qint64 subjectId = 0;
    QDateTime at;
};

/// What changed, in order, for clients that come back: of each thing, the newest change. append belongs in the
/// transaction of the change itself. In the connection's thread; append inside WriteQueue.
class Changes
{
public:
    explicit Changes(Database &database)
        : m_database(database)
    {
    }

    /// `agent`: whom it concerns besides those who see everything; none: everybody; an invalid one: nobody else.
    Done append(const QString &kind, qint64 subjectId, const QDateTime &at, std::optional<UserId> agent = {});
    /// The same for each lead above that id, all of which are new: each concerns its agents.
    Done appendNewLeads(LeadId above, const QDateTime &at);
    /// Oldest first, without the one named; those that concern `agent`, or all.
    Result<QList<Change>> since(qint64 sequence, int limit, std::optional<UserId> agent = {});
    Result<qint64> newest(); ///< the last number that was given, 0 before the first

private:
    Database &m_database;
};

} // namespace Holdfast
