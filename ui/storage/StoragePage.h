// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sync/StorageCalls.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Holdfast {

class ChoiceBar;
class PagedModel;
class StorageChart;
class UsageByCampaign;
class UsageByPolicy;

/// How much room the recordings take on the server, for thirty days back, by campaign and by policy, and when it is
/// full at this pace. Asks when it is shown and once a minute while it is; what costs the server a look at every
/// recording, only when somebody wants to see it. UI thread.
class StoragePage : public QWidget
{
    Q_OBJECT
public:
    StoragePage(StorageCalls calls, const Clock &clock, QWidget *parent = nullptr);

    void refresh();  ///< how full it is, shown or not
    void readAnew(); ///< that, and what is shown below; nothing before it was shown first
    void goOn();     ///< the server is back

Q_SIGNALS:
    void reported(const Holdfast::StorageReport &report);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *usageCard();
    QWidget *daysCard();
    QWidget *buildViews(const QList<QWidget *> &views);
    PagedModel *shownRows() const; ///< null: the chart is shown
    void showState();
    void showReport(const StorageReport &report);
    void showPace(const StorageReport &report);
    static QString paceWords(const StorageReport &report);
    static QString diskWords(const StorageReport &report);

    StorageCalls m_calls;
    Clock m_clock;
    QTimer m_time;
    bool m_isAsking = false;
    bool m_wasShown = false;
    QDateTime m_readAt; ///< invalid before the first report
    QString m_told;     ///< how old the report is, or why there is none
    QLabel *m_used;
    QLabel *m_share;
    QProgressBar *m_bar;
    QLabel *m_pace;
    QLabel *m_state; ///< how old it is, or why there is nothing
    StorageChart *m_chart;
    UsageByCampaign *m_campaigns;
    UsageByPolicy *m_policies;
    ChoiceBar *m_choice;
    QStackedWidget *m_views;
};

} // namespace Holdfast
