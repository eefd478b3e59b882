// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "domain/User.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace Holdfast {

class Database;

/// The names of those who are assigned to leads, as the server told them last. UI thread; part of LocalStore.
class AgentNames : public QObject
{
    Q_OBJECT
public:
    explicit AgentNames(Database &database);

    Result<QHash<UserId, QString>> all() const;
    Result<bool> knows(UserId agent) const;
    Done replace(const QList<Agent> &agents);

Q_SIGNALS:
    void changed(); ///< some of them are others now

private:
    Database &m_database;
};

} // namespace Holdfast
