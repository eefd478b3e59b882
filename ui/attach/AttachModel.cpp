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
    findTwins();
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
    findTwins();
    endResetModel();
}

/// By what the files are to each other, whichever came first; the one that goes is the first.
void AttachModel::findTwins()
{
    m_twins.clear();
    QHash<QByteArray, QString> seen;
    QSet<std::pair<LeadId, QByteArray>> taken;
    for (int row = 0; row < rowCount(); ++row) {
        Inspected &file = m_files[row];
        if (!file.canAttach() || file.sha256.isEmpty())
            continue;
        file.twinOf = seen.value(file.sha256);
        if (file.twinOf.isEmpty())
            seen.insert(file.sha256, file.name);
        const auto earlier = file.earlier.constFind(*file.lead);
        const bool isThere = earlier != file.earlier.cend() && earlier->isThereOrComes();
        if (isThere || taken.contains({*file.lead, file.sha256}))
            m_twins.insert(row);
        if (isThere || goes(row))
            taken.insert({*file.lead, file.sha256});
    }
}

void AttachModel::keepUnsent(const QList<Inspected> &sent, const QList<Inspected> &refused)
{
    QList<Inspected> rest = m_files;
    rest.removeIf([&](const Inspected &file) {
        return std::ranges::find(sent, file.path, &Inspected::path) != sent.end() &&
               std::ranges::find(refused, file.path, &Inspected::path) == refused.end();
    });
    for (const Inspected &file : refused)
        if (const auto same = std::ranges::find(rest, file.path, &Inspected::path); same != rest.end())
            *same = file;
    replace(rest);
}

bool AttachModel::isTwin(int row) const
{
    return m_twins.contains(row);
}

bool AttachModel::goes(int row) const
{
    const Inspected &file = m_files.at(row);
    return file.canAttach() && m_chosen.value(file.path, !isTwin(row));
}

void AttachModel::choose(int row, bool goes)
{
    if (!m_files.at(row).canAttach())
        return;
    m_chosen.insert(m_files.at(row).path, goes);
    findTwins();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, attachColumns - 1));
}

void AttachModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_chosen.remove(m_files.at(row).path);
    m_files.removeAt(row);
    findTwins();
    endRemoveRows();
    if (!m_files.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, attachColumns - 1));
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
    return cell(index.row(), static_cast<AttachColumn>(index.column()), role);
}

bool AttachModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    choose(index.row(), value.value<Qt::CheckState>() == Qt::Checked);
    return true;
}

Qt::ItemFlags AttachModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool canGo = index.isValid() && m_files.at(index.row()).canAttach();
    const bool isCheckable = canGo && index.column() == static_cast<int>(AttachColumn::Send);
    return isCheckable ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant AttachModel::cell(int row, AttachColumn column, int role) const
{
    const Inspected &file = m_files.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::CheckStateRole:
        return column == AttachColumn::Send && file.canAttach() ? QVariant(goes(row) ? Qt::Checked : Qt::Unchecked)
                                                                : QVariant();
    case Qt::AccessibleTextRole:
        return column != AttachColumn::Send ? text(row, column) : goes(row) ? tr("Is sent") : tr("Is not sent");
    case Qt::ToolTipRole:
        if (column == AttachColumn::Name)
            return toolTipText(ltr(QDir::toNativeSeparators(file.path)));
        return column == AttachColumn::Lead && file.lead && m_byName ? toolTipText(file.filing.sentence)
                                                                     : toolTipText(text(row, column));
    case Qt::DecorationRole:
        return column == AttachColumn::Name ? signOf(file) : QVariant();
    case Qt::ForegroundRole:
        if (column == AttachColumn::Remark)
            return file.canAttach() ? warnColor(QGuiApplication::palette()) : badColor(QGuiApplication::palette());
        return goes(row) ? QVariant() : mutedColor(QGuiApplication::palette());
    case Qt::FontRole:
        return isNumber(column) ? tabularFont() : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(isNumber(column) ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

/// All that is worth knowing, and what becomes of one that does not go by itself.
QString AttachModel::remark(int row) const
{
    const QString warning = m_files.at(row).warning();
    if (!isTwin(row))
        return warning;
    return warning + QLatin1Char(' ') +
           (goes(row) ? tr("It will be stored a second time.") : tr("Not sent unless ticked."));
}

QString AttachModel::text(int row, AttachColumn column) const
{
    const Inspected &file = m_files.at(row);
    switch (column) {
    case AttachColumn::Send:
        return {};
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
        return remark(row);
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
    case AttachColumn::Send:
        return tr("Send");
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
