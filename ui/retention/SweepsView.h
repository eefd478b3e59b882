// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Role.h"
#include "lists/PagedRows.h"
#include "sync/SweepCalls.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class RowsTable;

/// The sweeps, newest first, each with its report; beginning one, or a dry run; deciding about one that waits. UI
/// thread.
class SweepsView : public QWidget
{
    Q_OBJECT
public:
    SweepsView(SweepCalls calls, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }
    void setRole(Role role);
    void setStatus(const SweepStatus &status);
    void openDecision(const RetentionSweep &sweep); ///< asks before it is done
    bool isUnderWay() const;                        ///< one counts or deletes: look again soon

Q_SIGNALS:
    void acted(); ///< something may have changed on the server
    void problem(const QString &sentence);

private:
    static QList<RowColumn<RetentionSweep>> columns();
    QWidget *buildFoot();
    void connectButtons();
    void showChosen();
    void beginDryRun();
    void openBeginning();
    void openReport();
    void open(QDialog *sheet);

    SweepCalls m_calls;
    Clock m_clock;
    Role m_role = Role::Agent;
    std::optional<SweepStatus> m_status;
    PagedRows<RetentionSweep> m_rows;
    RowsTable *m_table;
    QLabel *m_next;
    QLabel *m_words;
    QPushButton *m_report;
    QPushButton *m_dryRun;
    QPushButton *m_begin;
    QPushButton *m_decide;
};

} // namespace Holdfast
