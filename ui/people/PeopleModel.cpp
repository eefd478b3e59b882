// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/PeopleModel.h"

#include "domain/ShownText.h"
#include "look/Text.h"
#include "people/RoleWords.h"

#include <QGuiApplication>

#include <algorithm>

namespace Holdfast {

namespace {

bool comesBefore(const UserAccount &a, const UserAccount &b)
{
    const int names = QString::localeAwareCompare(a.user.fullName, b.user.fullName);
    return names != 0 ? names < 0 : a.user.id.value < b.user.id.value;
}

} // namespace

void PeopleModel::setWords(const QString &words)
{
    m_words = words.simplified();
    show();
}

void PeopleModel::setPeople(const QList<UserAccount> &people)
{
    m_people = people;
    std::sort(m_people.begin(), m_people.end(), comesBefore);
    show();
}

void PeopleModel::take(const UserAccount &changed)
{
    QList<UserAccount> people = m_people;
    people.removeIf([&](const UserAccount &known) { return known.user.id == changed.user.id; });
    people.append(changed);
    setPeople(people);
}

void PeopleModel::show()
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = m_words.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype place = 0; place < m_people.size(); ++place) {
        const User &user = m_people.at(place).user;
        if (std::ranges::all_of(words, [&](const QString &word) {
                return user.fullName.contains(word, Qt::CaseInsensitive) ||
                       user.username.contains(word, Qt::CaseInsensitive);
            }))
            m_shown.append(static_cast<int>(place));
    }
    endResetModel();
}

const UserAccount *PeopleModel::at(int row) const
{
    return row < 0 || row >= m_shown.size() ? nullptr : &m_people.at(m_shown.at(row));
}

int PeopleModel::rowOf(UserId id) const
{
    for (int row = 0; row < m_shown.size(); ++row)
        if (at(row)->user.id == id)
            return row;
    return -1;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : peopleColumns;
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const UserAccount &account = *at(index.row());
    const auto column = static_cast<PeopleColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(account, column);
    case Qt::ToolTipRole:
        return toolTipText(column == PeopleColumn::Role ? roleMeaningWords(account.user.role) : text(account, column));
    case Qt::ForegroundRole:
        return account.disabled ? mutedColor(QGuiApplication::palette()) : QVariant();
    default:
        return {};
    }
}

QString PeopleModel::text(const UserAccount &account, PeopleColumn column) const
{
    switch (column) {
    case PeopleColumn::FullName:
        return shownOnOneLine(account.user.fullName);
    case PeopleColumn::Username:
        return ltr(account.user.username);
    case PeopleColumn::Role:
        return roleWords(account.user.role);
    case PeopleColumn::Standing:
        return account.disabled ? tr("disabled") : tr("may sign in");
    case PeopleColumn::Since:
        return dateTimeText(account.createdAt);
    }
    Q_UNREACHABLE();
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= peopleColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<PeopleColumn>(section)) {
    case PeopleColumn::FullName:
        return tr("Name");
    case PeopleColumn::Username:
        return tr("Username");
    case PeopleColumn::Role:
        return tr("Role");
    case PeopleColumn::Standing:
        return tr("Account");
    case PeopleColumn::Since:
        return tr("Made");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
