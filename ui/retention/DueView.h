// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/PagedRows.h"
#include "sync/SweepCalls.h"

#include <QWidget>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

class RowsTable;

/// What runs its time within thirty days and is not held, soonest first, and why then. UI thread.
class DueView : public QWidget
{
    Q_OBJECT
public:
    DueView(SweepCalls calls, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }

private:
    QList<RowColumn<Recording>> columns() const;
    QFuture<Result<PagedRows<Recording>::Page>> fetch(bool isFirst);
    void showCount();

    SweepCalls m_calls;
    Clock m_clock;
    struct Reached
    {
        QString next; ///< where the next page begins
        qint64 total = 0;
    };
    std::shared_ptr<Reached> m_reached = std::make_shared<Reached>(); ///< answers outlive the view
    PagedRows<Recording> m_rows;
    RowsTable *m_table;
    QLabel *m_count;
    QLabel *m_why;
};

} // namespace Holdfast
