// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/User.h"
#include "lists/PagedRows.h"
#include "sync/MatterCalls.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class RowsTable;

/// The matters, the open ones first, behind one row for all of them together. There are as many as people made. UI
/// thread.
class MattersPane : public QWidget
{
    Q_OBJECT
public:
    MattersPane(MatterCalls calls, const Clock &clock, QWidget *parent = nullptr);

    void setUser(const User &me) { m_me = me; }
    PagedModel &rows() { return m_rows; }
    const Matter *chosen() const; ///< null: all of them
    QList<Matter> open() const;   ///< for which something can be held
    void editChosen();
    void closeOrOpenChosen();

Q_SIGNALS:
    void chosenChanged(); ///< another, or the same with other words
    void problem(const QString &sentence);

private:
    using Row = std::optional<Matter>;
    QList<RowColumn<Row>> columns() const;
    void openSheet(const Matter &matter);

    MatterCalls m_calls;
    Clock m_clock;
    User m_me;
    PagedRows<Row> m_rows;
    RowsTable *m_table;
    QPushButton *m_new;
};

} // namespace Holdfast
