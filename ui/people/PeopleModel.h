// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"

#include <QAbstractTableModel>
#include <QList>

namespace Holdfast {

enum class PeopleColumn { FullName, Username, Role, Standing, Since };
inline constexpr int peopleColumns = 5;

/// The people who sign in, a row each, as the server lists them: by full name. UI thread.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Only those in whose full name or username each of the words is, in any case of letters.
    void setWords(const QString &words);
    void setPeople(const QList<UserAccount> &people);
    void take(const UserAccount &changed); ///< in the place of the one with its id, or as a new one
    const UserAccount *at(int row) const;  ///< null where there is none
    int rowOf(UserId id) const;            ///< -1 where it is not shown
    int total() const { return static_cast<int>(m_people.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void show();
    QString text(const UserAccount &account, PeopleColumn column) const;

    QList<UserAccount> m_people;
    QString m_words;
    QList<int> m_shown; ///< places in m_people
};

} // namespace Holdfast
