// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionPolicy.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// The retention policies. In the connection's thread.
class Policies
{
public:
    explicit Policies(Database &database)
        : m_database(database)
    {
    }

    Result<QList<RetentionPolicy>> all();

private:
    Database &m_database;
};

} // namespace Holdfast
