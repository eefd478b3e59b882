// SPDX-License-Identifier: GPL-3.0-or-later
#include "leadimport/LeadImportModel.h"

#include "look/Text.h"

#include <QGuiApplication>
#include <QPalette>

namespace Holdfast {

void LeadImportModel::show(const LeadImportReport &report)
{
    beginResetModel();
    m_rows = report.rows;
    m_isPreview = report.isPreview;
    endResetModel();
}

void LeadImportModel::clear()
{
    show({});
}

int LeadImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LeadImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(LeadImportColumn::Count);
}

QString LeadImportModel::fateText(const LeadImportReport::Row &row) const
{
    switch (row.fate) {
    case LeadFate::Created:
        return tr("New");
    case LeadFate::Changed: {
        QStringList before;
        if (row.campaignBefore)
            before += row.campaignBefore->isEmpty() ? tr("no campaign") : tr("campaign %1").arg(*row.campaignBefore);
        if (row.agentsBefore)
            before += row.agentsBefore->isEmpty() ? tr("no agents")
                                                  : tr("agents %1").arg(row.agentsBefore->join(QStringLiteral(", ")));
        const QString what = before.join(QStringLiteral(", "));
        return m_isPreview ? tr("Changes; now: %1").arg(what) : tr("Changed; before: %1").arg(what);
    }
    case LeadFate::AlreadyThere:
        return tr("There already");
    case LeadFate::Repeated:
        return tr("Twice in the file");
    case LeadFate::Refused:
        return tr("Has a problem");
    }
    Q_UNREACHABLE();
}

QString LeadImportModel::text(const LeadImportReport::Row &row, LeadImportColumn column) const
{
    switch (column) {
    case LeadImportColumn::Line:
        return QString::number(row.line);
    case LeadImportColumn::Name:
        return row.name;
    case LeadImportColumn::Phone:
        return row.phone.isEmpty() ? QString() : ltr(row.phone);
    case LeadImportColumn::Campaign:
        return row.campaign;
    case LeadImportColumn::Agents:
        return row.agents.join(QStringLiteral(", "));
    case LeadImportColumn::Fate:
        return fateText(row);
    case LeadImportColumn::Count:
        break;
    }
    Q_UNREACHABLE();
}

QVariant LeadImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LeadImportReport::Row &row = m_rows[index.row()];
    const auto column = static_cast<LeadImportColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownCell(text(row, column));
    case Qt::ToolTipRole:
        return toolTipText(text(row, column));
    case Qt::ForegroundRole: {
        if (column != LeadImportColumn::Fate)
            return {};
        const QPalette palette = QGuiApplication::palette();
        if (row.fate == LeadFate::Refused)
            return badColor(palette);
        return row.fate == LeadFate::Created || row.fate == LeadFate::Changed ? QVariant() : mutedColor(palette);
    }
    default:
        return {};
    }
}

QVariant LeadImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<LeadImportColumn>(section)) {
    case LeadImportColumn::Line:
        return tr("Line");
    case LeadImportColumn::Name:
        return tr("Name");
    case LeadImportColumn::Phone:
        return tr("Phone number");
    case LeadImportColumn::Campaign:
        return tr("Campaign");
    case LeadImportColumn::Agents:
        return tr("Agents");
    case LeadImportColumn::Fate:
        return tr("What becomes of it");
    case LeadImportColumn::Count:
        break;
    }
    return {};
}

} // namespace Holdfast
