// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncLoop.h"

#include <QStatusBar>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Holdfast {

/// The truth about the connection and the outbox, at the foot of the window.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(SyncLoop &sync, QWidget *parent = nullptr);

    void setHasKeyring(bool hasKeyring);  ///< without one the sealed files end with the program
    void setUnsentRemarks(int count);     ///< annotations and notes that the server does not have yet
    void setSealedAway(bool isAway);      ///< something that is not stored can't be opened on this computer now
    void setStorage(double quotaPercent); ///< warned of from the shares in domain/StorageStats.h
    void comeAfter(QWidget &last);        ///< for the Tab key
    void setNeedingPerson(int count); ///< of those the ones that do not go before a person does something about them

Q_SIGNALS:
    void needingPersonAsked(); ///< to be led to one of them

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSigns();
    void showCondition();
    void showOutbox();
    void showStorage();

    SyncLoop &m_sync;
    bool m_hasKeyring = true;
    int m_unsentRemarks = 0;
    bool m_isSealedAway = false;
    double m_quotaPercent = 0;
    QLabel *m_sign;
    QLabel *m_condition;
    QLabel *m_storage;
    QToolButton *m_needing;
    QLabel *m_outbox;
};

} // namespace Holdfast
