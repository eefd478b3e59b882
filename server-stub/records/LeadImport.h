// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Audit.h"
#include "sqlite/Database.h"

#include <QList>
#include <QStringList>

namespace Holdfast {

/// One lead as a file names it.
struct LeadRow
{
    qint64 line = 0; ///< of the file, from 1
    QString name;
    QString phone;
    QString campaign;   ///< by name; empty: none
    QStringList agents; ///< by username
};

/// Many leads at once, all or none. Inside WriteQueue.
class LeadImport
{
public:
    explicit LeadImport(Database &database)
        : m_database(database)
    {
    }

    struct Problem
    {
        qint64 line = 0;
        QString message;
    };
    struct Outcome
    {
        qint64 created = 0;
        qint64 alreadyThere = 0; ///< of the same name and the same digits in the phone number: left as they are
        QList<Problem> problems; ///< campaigns and users that are not there
    };
    /// Makes what can be made and tells the rest; the caller takes it all back where that is not to stay. The entry is
    /// for the audit log.
    Result<Outcome> run(const QList<LeadRow> &rows, AuditEntry entry);

private:
    Result<bool> isThere(const LeadRow &row);

    Database &m_database;
};

} // namespace Holdfast
