// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ShownText.h"
#include "look/Icons.h"
#include "look/Text.h"
#include "review/RetentionWords.h"
#include "review/ReviewModel.h"

#include <QGuiApplication>

/// What the cells of ReviewModel say.
namespace Holdfast {

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<ReviewColumn>(index.column());
    const Recording *recording = at(index.row());
    if (role == HereRole)
        return recording != nullptr;
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == ReviewColumn::Length ? Qt::AlignTrailing | Qt::AlignVCenter
                                                       : Qt::AlignLeading | Qt::AlignVCenter);
    if (recording)
        return cell(*recording, column, role);
    if (role == Qt::AccessibleTextRole)
        return tr("It is on its way.");
    return role == Qt::DisplayRole && column == ReviewColumn::Date ? QStringLiteral("…") : QVariant();
}

QVariant ReviewModel::cell(const Recording &recording, ReviewColumn column, int role) const
{
    const bool gone = isGone(recording.id);
    switch (role) {
    case Qt::ForegroundRole:
        return gone ? QVariant(QBrush(mutedColor(QGuiApplication::palette()))) : QVariant();
    case Qt::DisplayRole:
        if (column == ReviewColumn::Length && !recording.hasFile())
            return QStringLiteral("–"); // the words do not fit there in each language; the tool tip has them
        return column == ReviewColumn::Hold ? QVariant() : text(recording, column);
    case Qt::AccessibleTextRole:
        return text(recording, column);
    case Qt::ToolTipRole:
        if (gone)
            return toolTipText(tr("It was deleted since this was read."));
        if (column == ReviewColumn::Note)
            return toolTipText(recording.notes);
        return toolTipText(column == ReviewColumn::Ends || column == ReviewColumn::Hold
                               ? retentionWords(recording, m_clock())
                               : text(recording, column));
    case Qt::DecorationRole:
        if (column == ReviewColumn::Hold && recording.complianceHold && !gone)
            return icon(Icon::Hold, warnColor(QGuiApplication::palette()));
        if (column == ReviewColumn::Date && recording.id == m_playing)
            return icon(Icon::Volume, accentColor(QGuiApplication::palette()));
        return {};
    case Qt::FontRole:
        return column == ReviewColumn::Date || column == ReviewColumn::Length || column == ReviewColumn::Ends
                   ? tabularFont()
                   : QVariant();
    default:
        return {};
    }
}

QString ReviewModel::text(const Recording &recording, ReviewColumn column) const
{
    switch (column) {
    case ReviewColumn::Date:
        return dateTimeText(recording.callDate);
    case ReviewColumn::Length:
        return recording.hasFile() ? ltr(durationText(recording.duration)) : tr("No file");
    case ReviewColumn::Lead:
        return shownOnOneLine(recording.leadName);
    case ReviewColumn::Agent:
        return shownOnOneLine(recording.agentName);
    case ReviewColumn::Campaign:
        return shownOnOneLine(recording.campaignName);
    case ReviewColumn::Disposition:
        return shownOnOneLine(recording.disposition);
    case ReviewColumn::Note:
        return shownText(recording.notes).simplified();
    case ReviewColumn::Ends:
        return isGone(recording.id)       ? tr("Deleted")
               : recording.complianceHold ? tr("On hold")
                                          : dayText(recording.retentionUntil);
    case ReviewColumn::Hold:
        return recording.complianceHold && !isGone(recording.id) ? tr("On hold: it can't be deleted") : QString();
    }
    Q_UNREACHABLE();
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= reviewColumns)
        return {};
    const auto column = static_cast<ReviewColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == ReviewColumn::Length ? Qt::AlignTrailing | Qt::AlignVCenter
                                                       : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case ReviewColumn::Date:
        return tr("Date");
    case ReviewColumn::Length:
        return tr("Length");
    case ReviewColumn::Lead:
        return tr("Lead");
    case ReviewColumn::Agent:
        return tr("Agent");
    case ReviewColumn::Campaign:
        return tr("Campaign");
    case ReviewColumn::Disposition:
        return tr("Disposition");
    case ReviewColumn::Note:
        return tr("Note");
    case ReviewColumn::Ends:
        return tr("Ends");
    case ReviewColumn::Hold:
        return tr("Hold");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
