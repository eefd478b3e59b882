// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/AttachModel.h"

#include "domain/Recording.h"
#include "domain/ShownText.h"
#include "look/Icons.h"
#include "look/Text.h"

#include <QDir>
#include <QGuiApplication>

#include <algorithm>

namespace Holdfast {

namespace {

QIcon signOf(const Inspected &file)
{
    const QPalette palette = QGuiApplication::palette();
    if (!file.canAttach())
        return icon(Icon::Problem, badColor(palette));
    if (!file.warning().isEmpty())
        return icon(Icon::Problem, warnColor(palette));
    return icon(Icon::Stored, goodColor(palette));
}

QString kindText(const Inspected &file)
{
    return file.facts ? QString(formatName(file.facts->format)).toUpper() : QString();
}

QString lengthText(const Inspected &file)
{
    return file.facts ? ltr(durationText(file.facts->duration)) : QString();
}

QString callText(const Inspected &file)
{
    return file.filing.callDate ? dateTimeText(*file.filing.callDate) : QString();
}

bool isNumber(AttachColumn column)
{
    return column == AttachColumn::Length || column == AttachColumn::Size;
}

} // namespace

AttachModel::AttachModel(std::optional<Lead> lead, QObject *parent)
    : QAbstractTableModel(parent)
    , m_lead(std::move(lead))
    , m_byName(!m_lead)
{
}

void AttachModel::fileByName(bool byName)
{
    m_byName = byName || !m_lead;
    setLeads();
    if (!m_files.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, attachColumns - 1));
}

void AttachModel::setLeads()
{
    const std::optional<LeadId> here = m_lead ? std::optional(m_lead->id) : std::nullopt;
    for (Inspected &file : m_files)
        if (file.problem.isEmpty())
            file.lead = m_byName && file.filing.lead ? std::optional(file.filing.lead->id) : here;
}

bool AttachModel::someNameTellsAnother() const
{
    return std::ranges::any_of(m_files, [&](const Inspected &file) {
        return file.filing.lead && (!m_lead || file.filing.lead->id != m_lead->id);
    });
}

bool AttachModel::someNameTellsTheDay() const
{
    return std::ranges::any_of(m_files, [](const Inspected &file) { return file.filing.callDate.has_value(); });
}

void AttachModel::add(const QList<Inspected> &files)
{
    QList<Inspected> all = m_files;
    for (const Inspected &file : files) {
        const auto same = std::ranges::find(all, file.path, &Inspected::path);
        if (same == all.end())
            all.append(file);
        else
            *same = file;
    }
    replace(all);
}

void AttachModel::replace(const QList<Inspected> &files)
{
    beginResetModel();
    m_files = files;
    setLeads();
    endResetModel();
}

void AttachModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_files.removeAt(row);
    endRemoveRows();
}

int AttachModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int AttachModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : attachColumns;
}

QVariant AttachModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return cell(m_files.at(index.row()), static_cast<AttachColumn>(index.column()), role);
}

QVariant AttachModel::cell(const Inspected &file, AttachColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(file, column);
    case Qt::ToolTipRole:
        if (column == AttachColumn::Name)
            return toolTipText(ltr(QDir::toNativeSeparators(file.path)));
        return column == AttachColumn::Lead && file.lead && m_byName ? toolTipText(file.filing.sentence)
                                                                     : toolTipText(text(file, column));
    case Qt::DecorationRole:
        return column == AttachColumn::Name ? signOf(file) : QVariant();
    case Qt::ForegroundRole:
        if (column == AttachColumn::Remark)
            return file.canAttach() ? warnColor(QGuiApplication::palette()) : badColor(QGuiApplication::palette());
        return file.canAttach() ? QVariant() : mutedColor(QGuiApplication::palette());
    case Qt::FontRole:
        return isNumber(column) ? tabularFont() : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(isNumber(column) ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString AttachModel::text(const Inspected &file, AttachColumn column) const
{
    switch (column) {
    case AttachColumn::Name:
        return ltr(file.name);
    case AttachColumn::Lead:
        return leadText(file);
    case AttachColumn::Call:
        return callText(file);
    case AttachColumn::Kind:
        return kindText(file);
    case AttachColumn::Length:
        return lengthText(file);
    case AttachColumn::Size:
        return ltr(sizeText(file.size));
    case AttachColumn::Remark:
        return file.warning();
    }
    Q_UNREACHABLE();
}

QString AttachModel::leadText(const Inspected &file) const
{
    if (!file.lead)
        return {};
    return shownOnOneLine(m_lead && *file.lead == m_lead->id ? m_lead->name : file.filing.lead->name);
}

QVariant AttachModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= attachColumns)
        return {};
    const auto column = static_cast<AttachColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(isNumber(column) ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case AttachColumn::Name:
        return tr("File");
    case AttachColumn::Lead:
        return tr("Lead");
    case AttachColumn::Call:
        return tr("Call");
    case AttachColumn::Kind:
        return tr("Kind");
    case AttachColumn::Length:
        return tr("Length");
    case AttachColumn::Size:
        return tr("Size");
    case AttachColumn::Remark:
        return tr("Worth knowing");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
