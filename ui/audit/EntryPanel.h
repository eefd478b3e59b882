// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditEntry.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStandardItemModel)
QT_FORWARD_DECLARE_CLASS(QTableView)

namespace Holdfast {

/// One entry of the audit log, read whole: who did what, when, from where, and what it changed from what to what. UI
/// thread.
class EntryPanel : public QFrame
{
    Q_OBJECT
public:
    explicit EntryPanel(QWidget *parent = nullptr);

    void setEntry(const AuditEntry *entry); ///< null: none is chosen

Q_SIGNALS:
    void historyAsked(Holdfast::RecordingId recording);
    void hearingAsked(Holdfast::RecordingId recording);

private:
    void build();
    void fillLines(const AuditEntry &entry);

    RecordingId m_recording;
    QLabel *m_what;
    QLabel *m_facts;
    QLabel *m_outcome;
    QLabel *m_nothing; ///< that it says no more
    QStandardItemModel *m_lines;
    QTableView *m_table;
    QPushButton *m_history;
    QPushButton *m_hearing;
};

} // namespace Holdfast
