// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Matter.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// The matters that holds are placed for. In the connection's thread; writes inside WriteQueue.
class Matters
{
public:
    explicit Matters(Database &database)
        : m_database(database)
    {
    }

    enum class Which { All, Open, Closed };
    Result<QList<Matter>> all(Which which = Which::All); ///< in the order in which they were made
    Result<Matter> byId(MatterId id);                    ///< NotFound where there is none
    Result<std::optional<Matter>> byName(const QString &name);

    /// Conflict where another has its name, Malformed where its owner is no user. The id is chosen here.
    Result<MatterId> add(const Matter &matter);
    /// The same; Conflict also where it would be closed while holds stand, or where the default matter would be.
    Done change(const Matter &matter);
    /// Conflict where holds were ever placed for it: then it is closed, not deleted.
    Done remove(MatterId id);

private:
    Done check(const Matter &matter);

    Database &m_database;
};

} // namespace Holdfast
