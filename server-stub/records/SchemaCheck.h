// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <QList>
#include <QStringList>

namespace Holdfast {

/// A part of the database that is not as the migrations make it.
struct SchemaFault
{
    enum class Kind { Missing, Changed, Foreign }; ///< Foreign: a trigger that is none of Holdfast's

    Kind kind = Kind::Missing;
    QString type; ///< "table", "view", "index" or "trigger"
    QString name;
    QString sql; ///< what makes it as it should be; empty where Foreign

    QString sentence() const; ///< "The trigger x is missing."
    /// A table can't be made again without what was in it, and what is foreign is for its owner to take away.
    bool canBeMended() const { return kind != Kind::Foreign && type != QLatin1String("table"); }
};

/// What holds recordings is for the most part the database's own: whoever drops a trigger takes it away without a word.
/// Compares all of it with a fresh database, in a few milliseconds. In the connection's thread.
class SchemaCheck
{
public:
    explicit SchemaCheck(Database &database)
        : m_database(database)
    {
    }

    /// Of a database that is up to date.
    Result<QList<SchemaFault>> faults();
    /// Before something is held: Internal, with a sentence, where triggers are missing. Far quicker than faults(),
    /// which looks at each of them.
    Done checkTriggers();
    /// Makes anew what can be mended, views before the triggers on them; what is left afterwards tells faults(). Marks
    /// recordings as held that lost their mark meanwhile. Inside a transaction.
    Done mend(const QList<SchemaFault> &faults);

private:
    Database &m_database;
};

} // namespace Holdfast
