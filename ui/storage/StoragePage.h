// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/StorageCalls.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)

namespace Holdfast {

class StorageChart;

/// How much room the recordings take on the server, for thirty days back, and when it is full at this pace. Asks when
/// it is shown and once a minute while it is. UI thread.
class StoragePage : public QWidget
{
    Q_OBJECT
public:
    explicit StoragePage(StorageCalls calls, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void reported(const Holdfast::StorageReport &report);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *usageCard();
    QWidget *daysCard();
    void showReport(const StorageReport &report);
    void showPace(const StorageReport &report);

    StorageCalls m_calls;
    QTimer m_time;
    bool m_isAsking = false;
    QLabel *m_used;
    QLabel *m_share;
    QProgressBar *m_bar;
    QLabel *m_pace;
    QLabel *m_state; ///< how old it is, or why there is nothing
    StorageChart *m_chart;
};

} // namespace Holdfast
