// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/RowsTable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int lineHeight = 32;

} // namespace

RowsTable::RowsTable(PagedModel &model, const QString &name, QWidget *parent)
    : LinesTable(model, name, lineHeight, parent)
    , m_model(model)
{
    setMinimumHeight(3 * lineHeight);
    keepChoiceOverResets();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowsTable::chosenChanged);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.row()); });
    connect(&model, &PagedModel::failed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &PagedModel::came, viewport(), qOverload<>(&QWidget::update));
}

int RowsTable::currentRow() const
{
    return selectionModel()->hasSelection() ? currentIndex().row() : -1;
}

QList<int> RowsTable::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void RowsTable::keepChoiceOverResets()
{
    connect(&m_model, &PagedModel::came, this, &RowsTable::chooseFirst);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_chosenRow = currentRow();
        m_chosenId = m_chosenRow < 0 ? 0 : currentIndex().data(PagedModel::IdRole).toLongLong();
        m_scrolled = verticalScrollBar()->value();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        int row = m_choosesFirst ? std::clamp(m_chosenRow, 0, std::max(0, m_model.rowCount() - 1)) : -1;
        for (int i = 0; m_chosenId != 0 && i < m_model.rowCount(); ++i)
            if (m_model.index(i, 0).data(PagedModel::IdRole).toLongLong() == m_chosenId)
                row = i;
        const bool isSame =
            row >= 0 && m_chosenId != 0 && m_model.index(row, 0).data(PagedModel::IdRole).toLongLong() == m_chosenId;
        if (row >= 0 && row < m_model.rowCount())
            selectRow(row);
        if (isSame) { // what is chosen may be out of sight, and whoever reads stays where they are
            updateGeometries();
            verticalScrollBar()->setValue(m_scrolled);
        }
        Q_EMIT chosenChanged();
    });
}

void RowsTable::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentRow() >= 0)
        Q_EMIT opened(currentRow());
    else
        LinesTable::keyPressEvent(event);
}

/// Who clicks beside the rows chooses none of them, and keeps what was chosen.
QItemSelectionModel::SelectionFlags RowsTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    return event && !index.isValid() ? QItemSelectionModel::NoUpdate : LinesTable::selectionCommand(index, event);
}

/// Also where what came is what was there, and a person was to choose until now.
void RowsTable::chooseFirst()
{
    if (m_choosesFirst && currentRow() < 0 && m_model.rowCount() > 0)
        selectRow(0);
}

/// Whole rows are chosen: the first and the last of them are where Home and End lead.
QModelIndex RowsTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome || action == MoveEnd)
        modifiers |= Qt::ControlModifier;
    return LinesTable::moveCursor(action, modifiers);
}

QString RowsTable::emptySentence() const
{
    if (m_model.failure())
        return {}; // it is said elsewhere
    return m_model.readAt().isValid() ? LinesTable::emptySentence() : tr("Asking the server…");
}

void RowsTable::layColumns()
{
    const int columns = m_model.columnCount();
    const int width = viewport()->width();
    QList<int> widths;
    int sum = 0;
    for (int column = 0; column < columns; ++column) {
        widths.append(std::max(m_model.look(column).least, horizontalHeader()->sectionSizeHint(column)));
        sum += widths.constLast();
        setColumnHidden(column, false);
    }
    for (int column = columns - 1; column >= 0 && sum > width; --column)
        if (m_model.look(column).mayGo) {
            setColumnHidden(column, true);
            sum -= widths.at(column);
        }
    double shares = 0;
    for (int column = 0; column < columns; ++column)
        shares += isColumnHidden(column) ? 0 : m_model.look(column).share;
    for (int column = 0; column < columns; ++column) {
        const double part = shares > 0 ? m_model.look(column).share / shares : 0;
        setColumnWidth(column, widths.at(column) + static_cast<int>(std::max(0, width - sum) * part));
    }
}

} // namespace Holdfast
