// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadsModel.h"

#include "look/Text.h"

#include <algorithm>

namespace Holdfast {

namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// A number without its leading zeros, so that a national notation is found in the international one.
QString significant(const QString &word)
{
    const bool looksLikeANumber =
        std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || !c.isLetter(); });
    QString digits = looksLikeANumber ? digitsOf(word) : QString();
    while (digits.startsWith(QLatin1Char('0')))
        digits.remove(0, 1);
    return digits;
}

} // namespace

LeadsModel::LeadsModel(const LocalStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&m_store, &LocalStore::leadsChanged, this, &LeadsModel::reload);
    reload();
}

void LeadsModel::reload()
{
    Result<QList<Lead>> leads = m_store.leads();
    if (!leads) {
        Q_EMIT failed(leads.error().message);
        return;
    }
    m_all = std::move(*leads);
    filter();
}

void LeadsModel::setFilter(const QString &words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    filter();
}

void LeadsModel::filter()
{
    beginResetModel();
    m_shown.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_shown),
                 [this](const Lead &lead) { return matches(lead); });
    endResetModel();
}

bool LeadsModel::matches(const Lead &lead) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&lead](const QString &word) {
        const QString number = significant(word);
        return lead.name.contains(word, Qt::CaseInsensitive) || lead.campaignName.contains(word, Qt::CaseInsensitive) ||
               lead.phone.contains(word) || (!number.isEmpty() && digitsOf(lead.phone).contains(number));
    });
}

int LeadsModel::rowOf(LeadId id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [id](const Lead &lead) { return lead.id == id; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int LeadsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant LeadsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Lead &lead = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return lead.name;
    case Qt::ToolTipRole:
        return QString(lead.name + QStringLiteral("\n") + ltr(lead.phone));
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %n recording(s)", nullptr, lead.recordingCount).arg(lead.name, lead.phone);
    default:
        return {};
    }
}

} // namespace Holdfast
