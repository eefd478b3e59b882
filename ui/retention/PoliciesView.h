// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "lists/PagedRows.h"
#include "retention/PolicySheet.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class RowsTable;

/// The retention policies in the order in which they win; making, changing and deleting them. UI thread.
class PoliciesView : public QWidget
{
    Q_OBJECT
public:
    PoliciesView(PolicyCalls calls, const AgentsAndCampaigns &names, const Clock &clock, QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }

Q_SIGNALS:
    void policiesChanged(); ///< on the server, or they may have

private:
    QList<RowColumn<RetentionPolicy>> columns() const;
    QWidget *buildFoot();
    void showChosen();
    void openSheet(PolicySheet::Deed deed, const RetentionPolicy &policy);

    PolicyCalls m_calls;
    const AgentsAndCampaigns &m_names;
    Clock m_clock;
    PagedRows<RetentionPolicy> m_rows;
    RowsTable *m_table;
    QLabel *m_words;
    QPushButton *m_new;
    QPushButton *m_change;
    QPushButton *m_delete;
};

} // namespace Holdfast
