// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Result.h"

#include <QObject>
#include <QSet>

namespace Holdfast {

class Database;

/// Which leads have news: somebody else has changed something of them since they were last opened here. UI thread;
/// part of LocalStore.
class LeadMarks : public QObject
{
    Q_OBJECT
public:
    explicit LeadMarks(Database &database);

    Result<QSet<LeadId>> unread() const;
    Result<bool> isUnread(LeadId lead) const;
    Done opened(LeadId lead); ///< a person looks at it: nothing of it is news any more

    /// Within the caller's transaction.
    static Done markUnread(Database &database, LeadId lead);
    static Result<bool> wasOpened(Database &database, LeadId lead);

Q_SIGNALS:
    void changed(Holdfast::LeadId lead);

private:
    Database &m_database;
};

} // namespace Holdfast
