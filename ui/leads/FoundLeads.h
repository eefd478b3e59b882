// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "leads/LeadsModel.h"

namespace Holdfast {

/// The first of the leads in another model that have some words, whatever that one shows: what it has read serves both.
/// UI thread; that model and the store outlive it.
class FoundLeads : public QAbstractListModel
{
    Q_OBJECT
public:
    FoundLeads(const LocalStore &store, const LeadsModel &leads, QObject *parent = nullptr);

    void find(const QString &words); ///< none: nothing is found
    const Lead &at(int row) const { return m_found.at(row).lead; }
    int rowOf(LeadId id) const; ///< -1 where it is not among them

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void findAgain();

    const LeadsModel &m_leads;
    QString m_words;
    QList<ListedLead> m_found;
};

} // namespace Holdfast
