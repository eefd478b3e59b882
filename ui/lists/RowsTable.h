// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/LinesTable.h"
#include "lists/PagedModel.h"

namespace Holdfast {

/// A table of whole rows, one line each: chosen with the arrows, opened with Enter or a double click. Keeps the chosen
/// row when the rows are read anew, and says where there are none why not. UI thread.
class RowsTable : public LinesTable
{
    Q_OBJECT
public:
    /// The name is for those who can't see it.
    RowsTable(PagedModel &model, const QString &name, QWidget *parent = nullptr);

    /// Where nothing was chosen before, the first row is, unless a person is to choose.
    void setChoosesFirst(bool choosesFirst) { m_choosesFirst = choosesFirst; }
    int currentRow() const;        ///< -1 where none is
    QList<int> chosenRows() const; ///< ascending

Q_SIGNALS:
    void chosenChanged();
    void opened(int row);

protected:
    void layColumns() override;
    QString emptySentence() const override;
    void keyPressEvent(QKeyEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void keepChoiceOverResets();
    void chooseFirst();

    PagedModel &m_model;
    qint64 m_chosenId = 0;
    int m_chosenRow = 0;
    int m_scrolled = 0;
    bool m_choosesFirst = true;
};

} // namespace Holdfast
