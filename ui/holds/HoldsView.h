// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "holds/HoldWords.h"
#include "lists/PagedRows.h"
#include "sync/HoldCalls.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class RowsTable;

/// The holds of a matter, or of all of them: those that stand, or those that were released. Releasing what is chosen.
/// UI thread.
class HoldsView : public QWidget
{
    Q_OBJECT
public:
    HoldsView(HoldCalls calls, const HoldNames &names, const AgentsAndCampaigns &known, const Clock &clock,
              QWidget *parent = nullptr);

    PagedModel &rows() { return m_rows; }
    void showNames();                                ///< they are others now
    void setFilter(const HoldCalls::Filter &filter); ///< reads them where it is another

Q_SIGNALS:
    void acted(); ///< something may have changed on the server

private:
    QList<RowColumn<Hold>> columns() const;
    void build();
    void showChosen();
    QList<Hold> chosen() const;
    void openRelease();

    HoldCalls m_calls;
    HoldNames m_names;
    const AgentsAndCampaigns &m_known;
    Clock m_clock;
    HoldCalls::Filter m_filter;
    PagedRows<Hold> m_rows;
    RowsTable *m_table;
    QLabel *m_words;
    QPushButton *m_release;
};

} // namespace Holdfast
