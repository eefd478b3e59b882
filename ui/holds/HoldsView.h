// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "holds/HoldWords.h"
#include "lists/PagedRows.h"
#include "sync/HoldCalls.h"

#include <QSet>
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
    void setAskedFor(const QSet<HoldId> &holds);     ///< whose release waits for a second person
    void setFilter(const HoldCalls::Filter &filter); ///< reads them where it is another

Q_SIGNALS:
    void acted(); ///< something may have changed on the server

private:
    QList<RowColumn<Hold>> columns() const;
    bool isAskedFor(const Hold &hold) const;
    void build();
    void showChosen();
    QList<Hold> chosen() const;
    void openRelease();

    HoldCalls m_calls;
    HoldNames m_names;
    const AgentsAndCampaigns &m_known;
    Clock m_clock;
    HoldCalls::Filter m_filter;
    QSet<HoldId> m_askedFor;
    PagedRows<Hold> m_rows;
    RowsTable *m_table;
    QLabel *m_words;
    QPushButton *m_release;
};

} // namespace Holdfast
