// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/StorageStats.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QChart)

namespace Holdfast {

/// How much room the recordings took at the end of each day. Says the same in words to who can't see it. UI thread.
class StorageChart : public QWidget
{
    Q_OBJECT
public:
    explicit StorageChart(QWidget *parent = nullptr);

    void setHistory(const QList<StorageUsage> &history, qint64 quotaBytes);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void describe();

    QList<StorageUsage> m_history; ///< newest first
    qint64 m_quotaBytes = 0;
    QChart *m_chart;
};

} // namespace Holdfast
