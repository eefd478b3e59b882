// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LeadImportReport.h"

#include <QAbstractTableModel>

namespace Holdfast {

enum class LeadImportColumn { Line, Name, Phone, Campaign, Agents, Fate, Count };

/// The first rows of a file of leads, and what becomes of each.
class LeadImportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const LeadImportReport &report);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString fateText(const LeadImportReport::Row &row) const;
    QString text(const LeadImportReport::Row &row, LeadImportColumn column) const;

    QList<LeadImportReport::Row> m_rows;
    bool m_isPreview = true;
};

} // namespace Holdfast
