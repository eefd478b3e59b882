// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "domain/LeadImportReport.h"
#include "records/Audit.h"
#include "sqlite/Database.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace Holdfast {

/// One lead as a file names it.
struct LeadRow
{
    qint64 line = 0; ///< of the file, from 1
    QString name;
    QString phone;
    QString campaign;       ///< by name; empty: none, and a lead that is there keeps its own
    QStringList agents;     ///< by username; none: a lead that is there keeps its own
    bool isRefused = false; ///< what is wrong with it was said already
};

/// Many leads at once, all or none. A row is about a lead that is there where name and phone number are the same: the
/// name in any case, the number in any notation. Such a lead gets the campaign and the agents that the row names.
class LeadImport
{
public:
    /// On any connection to plan, on that of WriteQueue to carry out.
    explicit LeadImport(Database &database)
        : m_database(database)
    {
    }

    /// What would be done, without doing any of it.
    struct Plan
    {
        LeadImportReport report;         ///< of a preview
        std::vector<QByteArray> created; ///< JSON, some at a time: [[name, phone, campaignId, [agent…]]…], by name
        std::vector<Lead> changed;       ///< as they shall be
        std::vector<Lead> replaced;      ///< the same as they are
        std::vector<size_t> keys;        ///< hashes of what tells the new and the changed leads from others; sorted
        qint64 asOf = 0;                 ///< the newest change that it knows of
    };
    /// Slow where there is much, and reads only: within a Snapshot, where others write meanwhile. `report` is what
    /// reading the file has told already.
    Result<Plan> plan(const QList<LeadRow> &rows, LeadImportReport report);

    /// Whether it is still what one would plan, whatever has changed since.
    Result<bool> holds(const Plan &plan);
    /// Does it, where the plan has no problems. The entry is for the audit log.
    Done carryOut(const Plan &plan, AuditEntry entry);

private:
    Done create(const std::vector<QByteArray> &leads, const QDateTime &at);
    Done change(const Plan &plan, UserId by, const QDateTime &at);

    Database &m_database;
};

} // namespace Holdfast
