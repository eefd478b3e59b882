// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Holdfast {

/// Says for a while what was just taken away, and offers to bring it back; hidden otherwise. UI thread.
class UndoLine : public QWidget
{
    Q_OBJECT
public:
    explicit UndoLine(QWidget *parent);

    void offer(const QString &what); ///< from now on for eight seconds
    void withdraw();                 ///< now, and nobody is told

Q_SIGNALS:
    void undone(); ///< the person wants it back
    void over();   ///< the time for it has passed

private:
    QTimer m_time;
    QLabel *m_what;
};

} // namespace Holdfast
