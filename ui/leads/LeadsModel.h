// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalStore.h"

#include <QAbstractListModel>

namespace Holdfast {

/// My leads by name, as the local store knows them, with a filter over names and phone numbers. UI thread; the store
/// outlives it.
class LeadsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit LeadsModel(const LocalStore &store, QObject *parent = nullptr);

    void setFilter(const QString &words); ///< each word must occur; digits are found in any notation of a number
    const Lead &at(int row) const { return m_shown.at(row); }
    int rowOf(LeadId id) const; ///< -1 where it is not shown
    bool isFiltered() const { return !m_words.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void failed(const QString &sentence); ///< the local store could not be read

private:
    void reload();
    void filter();
    bool matches(const Lead &lead) const;

    const LocalStore &m_store;
    QList<Lead> m_all;
    QList<Lead> m_shown;
    QStringList m_words;
};

} // namespace Holdfast
