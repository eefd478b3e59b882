// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/CacheUpkeep.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class NumberBox;

/// What of the server's recordings is on this computer: how much, how much at most, for how long, whether it goes at a
/// sign-out; and a button that removes it now. UI thread.
class CacheCard : public QWidget
{
    Q_OBJECT
public:
    /// isKeyKept: what is here can be opened after the next start too.
    CacheCard(CacheUpkeep &upkeep, bool isKeyKept, QWidget *parent = nullptr);

Q_SIGNALS:
    void problem(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build(bool isKeyKept);
    void take();
    void showUsage();
    void removeNow();

    CacheUpkeep &m_upkeep;
    QLabel *m_usage;
    NumberBox *m_gigabytes;
    NumberBox *m_days;
    QLabel *m_refused; ///< what was typed past the bounds
    QCheckBox *m_wipe;
    QPushButton *m_remove;
    QLabel *m_removed; ///< what the button did
};

} // namespace Holdfast
