// SPDX-License-Identifier: GPL-3.0-or-later
#include "attach/AttachModel.h"

#include "domain/Recording.h"
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
    if (!file.remark.isEmpty())
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

} // namespace

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

QVariant AttachModel::cell(const Inspected &file, AttachColumn column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return text(file, column);
    case Qt::ToolTipRole:
        return column == AttachColumn::Name ? ltr(QDir::toNativeSeparators(file.path)) : text(file, column);
    case Qt::DecorationRole:
        return column == AttachColumn::Name ? signOf(file) : QVariant();
    case Qt::ForegroundRole:
        if (column == AttachColumn::Remark)
            return file.canAttach() ? warnColor(QGuiApplication::palette()) : badColor(QGuiApplication::palette());
        return file.canAttach() ? QVariant() : mutedColor(QGuiApplication::palette());
    case Qt::FontRole:
        return column == AttachColumn::Length || column == AttachColumn::Size ? tabularFont() : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(column == AttachColumn::Length || column == AttachColumn::Size
                            ? Qt::AlignTrailing | Qt::AlignVCenter
                            : Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString AttachModel::text(const Inspected &file, AttachColumn column)
{
    switch (column) {
    case AttachColumn::Name:
        return ltr(file.name);
    case AttachColumn::Kind:
        return kindText(file);
    case AttachColumn::Length:
        return lengthText(file);
    case AttachColumn::Size:
        return ltr(sizeText(file.size));
    case AttachColumn::Remark:
        return file.canAttach() ? file.remark : file.problem;
    }
    Q_UNREACHABLE();
}

QVariant AttachModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= attachColumns)
        return {};
    const auto column = static_cast<AttachColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == AttachColumn::Length || column == AttachColumn::Size
                            ? Qt::AlignTrailing | Qt::AlignVCenter
                            : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case AttachColumn::Name:
        return tr("File");
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
