// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/InboxModel.h"

#include "domain/FileName.h"
#include "domain/Recording.h"
#include "domain/ShownText.h"
#include "look/Icons.h"
#include "look/Text.h"

#include <QDir>
#include <QGuiApplication>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds changesGather{50};

QVariant alignmentOf(InboxColumn column)
{
    return QVariant((column == InboxColumn::Length ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
}

} // namespace

InboxModel::InboxModel(LocalStore &store, const FileFromInbox &file, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_file(file)
{
    m_changed.setSingleShot(true);
    m_changed.setInterval(changesGather);
    connect(&m_changed, &QTimer::timeout, this, &InboxModel::reload);
    connect(&store.inbox(), &Inbox::changed, &m_changed, [this] {
        if (!m_changed.isActive()) // whoever changes it on and on is shown, too
            m_changed.start();
    });
    connect(&store, &LocalStore::leadsChanged, this, &InboxModel::suggestAnew);
    connect(&store, &LocalStore::leadsTouched, this, &InboxModel::suggestAnew);
    connect(&store, &LocalStore::recordingsChanged, this, &InboxModel::suggestAnew);
    reload();
}

void InboxModel::reload()
{
    const auto entries = m_store.inbox().entries();
    const auto all = m_store.inbox().count();
    if (!entries || !all) {
        Q_EMIT failed(entries ? all.error().message : entries.error().message);
        return;
    }
    QHash<qint64, Row> before;
    for (const Row &row : std::as_const(m_rows))
        before.insert(row.entry.number, row);
    beginResetModel();
    m_rows.clear();
    for (const InboxEntry &entry : *entries) {
        const Row known = before.value(entry.number);
        m_rows.append(known.entry == entry ? known : Row{entry, std::nullopt});
    }
    m_all = *all;
    endResetModel();
}

void InboxModel::suggestAnew()
{
    for (const Row &row : std::as_const(m_rows))
        row.suggestion.reset();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, inboxColumns - 1));
}

const Result<FileFromInbox::Suggestion> &InboxModel::suggestion(const Row &row) const
{
    if (!row.suggestion)
        row.suggestion = m_file.suggest(row.entry);
    return *row.suggestion;
}

std::optional<Lead> InboxModel::leadOf(int row) const
{
    const auto &suggested = suggestion(m_rows.at(row));
    return suggested ? suggested->filing.lead : std::nullopt;
}

bool InboxModel::isThereAlready(int row) const
{
    const auto &suggested = suggestion(m_rows.at(row));
    return suggested && suggested->isThereAlready();
}

int InboxModel::rowOf(qint64 number) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) { return row.entry.number == number; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : inboxColumns;
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = static_cast<InboxColumn>(index.column());
    const QPalette palette = QGuiApplication::palette();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTipText(column == InboxColumn::File ? ltr(QDir::toNativeSeparators(row.entry.file.path))
                                                       : text(row, column));
    case Qt::DecorationRole:
        if (column != InboxColumn::File || row.entry.problem.isEmpty())
            return {};
        return icon(Icon::Problem, badColor(palette));
    case Qt::ForegroundRole:
        if (column != InboxColumn::Why)
            return {};
        return row.entry.problem.isEmpty() ? mutedColor(palette) : badColor(palette);
    case Qt::FontRole:
        return column == InboxColumn::Length ? tabularFont() : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    default:
        return {};
    }
}

QString InboxModel::text(const Row &row, InboxColumn column) const
{
    const auto &suggested = suggestion(row);
    switch (column) {
    case InboxColumn::File:
        return ltr(cleanFileName(row.entry.file.path));
    case InboxColumn::Call:
        return suggested && suggested->filing.callDate ? dateTimeText(*suggested->filing.callDate) : QString();
    case InboxColumn::Length:
        return row.entry.duration ? ltr(durationText(row.entry.duration)) : QString();
    case InboxColumn::Lead:
        return suggested && suggested->filing.lead ? shownOnOneLine(suggested->filing.lead->name) : QString();
    case InboxColumn::Why:
        return why(row);
    }
    Q_UNREACHABLE();
}

QString InboxModel::why(const Row &row) const
{
    const auto &suggested = suggestion(row);
    if (!row.entry.isInspected)
        return tr("It is being looked at…");
    if (!row.entry.problem.isEmpty())
        return sentenceOnKept(row.entry.problem);
    if (!suggested)
        return suggested.error().message;
    return QStringList{suggested->sentence(), sentenceOnKept(row.entry.remark)}.join(u' ').trimmed();
}

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= inboxColumns)
        return {};
    const auto column = static_cast<InboxColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case InboxColumn::File:
        return tr("File");
    case InboxColumn::Call:
        return tr("Call");
    case InboxColumn::Length:
        return tr("Length");
    case InboxColumn::Lead:
        return tr("Lead");
    case InboxColumn::Why:
        return tr("Why");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
