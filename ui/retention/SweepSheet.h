// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionSweep.h"
#include "domain/Role.h"
#include "sync/SweepCalls.h"

#include <QDialog>
#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// What is asked before recordings are deleted for good: beginning a sweep by hand, or an admin's yes or no to one that
/// waits. Nothing happens before a button is pressed, and none of those that delete has the focus at first. UI thread.
class SweepSheet : public QDialog
{
    Q_OBJECT
public:
    /// Begins one.
    SweepSheet(const SweepStatus &status, Role role, SweepCalls calls, QWidget *parent = nullptr);
    /// Decides about one.
    SweepSheet(const RetentionSweep &sweep, SweepCalls calls, QWidget *parent = nullptr);

    /// The one to decide about, as it is now: another may have decided meanwhile.
    void follow(const RetentionSweep &sweep);
    void reject() override; ///< not while the server is asked to do it

Q_SIGNALS:
    void done(); ///< something may have changed on the server

private:
    void build(const QString &title);
    void showSweep();
    void askWhatIsDue();
    void run();
    void refuse();
    void ended(const Result<RetentionSweep> &sweep);
    void showWhatCanBeDone();

    RetentionSweep m_sweep; ///< without a number: one is to begin
    SweepCalls m_calls;
    bool m_isReady = false; ///< what it would delete is shown
    bool m_isDoing = false;
    QTimer m_again;
    QLabel *m_title;
    QLabel *m_what;
    QLabel *m_state;
    QCheckBox *m_clockIsRight;
    QPushButton *m_run;
    QPushButton *m_refuse;
    QPushButton *m_leave;
};

} // namespace Holdfast
