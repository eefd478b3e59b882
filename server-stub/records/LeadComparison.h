// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/LeadImport.h"
#include "records/PhoneDigits.h"

#include <QHash>
#include <QMultiHash>

namespace Holdfast {

/// Campaigns and users by their names, and back.
struct LeadImportNames
{
    QHash<QString, CampaignId> campaigns;
    QHash<CampaignId, QString> campaignNames;
    QHash<QString, UserId> users; ///< by the folded username
    QHash<UserId, QString> usernames;
};

/// Holds the rows of a file against each other and then against the leads that are there, one at a time, and makes the
/// plan of it. Keeps no more than some bytes of each row; all that it is given outlives it.
class LeadComparison
{
public:
    LeadComparison(const QList<LeadRow> &rows, const LeadImportNames &names, LeadImport::Plan &plan);

    void hold(const Lead &existing);
    void finish(); ///< nothing more is held against it then

    /// The same for all that may be one lead.
    static size_t keyOf(const QString &name, const PhoneDigits &digits);

private:
    struct Owner
    {
        QString name;
        PhoneDigits digits;
    };
    void take(qsizetype at);
    bool resolve(const LeadRow &row, Lead &lead) const; ///< false where it names what is not there
    void refuse(const LeadRow &row);
    LeadFate fateWithin(const LeadRow &row, const Lead &lead, const PhoneDigits &digits, size_t key);
    void change(qsizetype at, const Lead &row, const Lead &existing);
    void noticeOwner(const LeadRow &row);
    void addCreated(std::vector<qsizetype> created);
    LeadImportReport::Row shown(qsizetype at) const;
    QStringList usernamesOf(const QList<UserId> &users) const;

    const QList<LeadRow> &m_rows;
    const LeadImportNames &m_names;
    LeadImport::Plan &m_plan;
    std::vector<LeadFate> m_fates;
    QMultiHash<size_t, qsizetype> m_byKey; ///< rows that are neither refused nor repeated
    QHash<size_t, int> m_tails;            ///< how many of those have a number with that tail, by its hash
    QHash<size_t, Owner> m_owners;         ///< leads that are there and have one of those numbers, one for each
    QHash<qsizetype, size_t> m_changes;    ///< where in the plan the change of a row stands
};

} // namespace Holdfast
