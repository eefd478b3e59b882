// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Role.h"
#include "review/AgentsAndCampaigns.h"
#include "sync/PolicyCalls.h"
#include "sync/SweepCalls.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QFrame)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Holdfast {

class DueView;
class PageHead;
class PagedModel;
class PoliciesView;
class StateLine;
class SweepsView;

/// How long things are kept: the policies, what ends soon, and the sweeps, of which it warns where something is wrong.
/// Asks when it is shown, once a minute while it is, and every two seconds while a sweep is under way. UI thread.
class RetentionPage : public QWidget
{
    Q_OBJECT
public:
    RetentionPage(PolicyCalls policies, SweepCalls sweeps, RecordingSearchCalls names, const Clock &clock,
                  QWidget *parent = nullptr);

    void setRole(Role role);
    void refresh();                                ///< nothing before it was shown first
    void goOn();                                   ///< the server is back
    void follow(const QList<FeedChange> &changes); ///< that the server tells of
    void followAll();                              ///< anything may have changed
    void watchSweeps();                            ///< asks how sweeps go, shown or not

Q_SIGNALS:
    void warned(const QString &sentence); ///< of how sweeps go; another than before; empty: all is well again

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QFrame *buildWarning();
    void connectParts();
    PagedModel &shownRows() const;
    void readShown();
    void readCalmly();
    void showStatus(const SweepStatus &status);
    void showWarning();
    void showState();
    void pace();

    SweepCalls m_sweepCalls;
    AgentsAndCampaigns m_names;
    Role m_role = Role::Agent;
    std::optional<SweepStatus> m_status;
    QString m_warned;
    bool m_wasShown = false;
    bool m_isAsking = false;
    QTimer m_time;
    QTimer m_soon; ///< changes come in crowds
    PoliciesView *m_policies;
    DueView *m_due;
    SweepsView *m_sweeps;
    PageHead *m_head;
    QStackedWidget *m_views;
    StateLine *m_state;
    QFrame *m_warning;
    QLabel *m_warningWords;
    QPushButton *m_decide;
};

} // namespace Holdfast
