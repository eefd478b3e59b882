// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/FoundLeads.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int mostFound = 200; ///< whoever has not found it among these types on

} // namespace

FoundLeads::FoundLeads(const LocalStore &store, const LeadsModel &leads, QObject *parent)
    : QAbstractListModel(parent)
    , m_leads(leads)
{
    connect(&leads, &QAbstractItemModel::modelReset, this, &FoundLeads::findAgain);
    connect(&store, &LocalStore::leadsTouched, this, &FoundLeads::findAgain); // the other model has heard of it before
}

void FoundLeads::find(const QString &words)
{
    m_words = words.trimmed();
    beginResetModel();
    m_found = m_words.isEmpty() ? QList<ListedLead>() : m_leads.find(m_words, mostFound);
    endResetModel();
}

void FoundLeads::findAgain()
{
    if (!m_words.isEmpty())
        find(m_words);
}

int FoundLeads::rowOf(LeadId id) const
{
    const auto place = std::ranges::find(m_found, id, [](const ListedLead &listed) { return listed.lead.id; });
    return place == m_found.end() ? -1 : static_cast<int>(place - m_found.begin());
}

int FoundLeads::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant FoundLeads::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_leads.cell(m_found.at(index.row()), role);
}

} // namespace Holdfast
