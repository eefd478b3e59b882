// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/User.h"
#include "holds/HoldWords.h"
#include "lists/PagedRows.h"
#include "sync/HoldCalls.h"

#include <QHash>
#include <QSet>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class RowsTable;

/// Releases that somebody asked for and that wait for a second person. UI thread.
class RequestsView : public QWidget
{
    Q_OBJECT
public:
    RequestsView(HoldCalls calls, const HoldNames &names, const AgentsAndCampaigns &known, const Clock &clock,
                 QWidget *parent = nullptr);

    void setUser(const User &me) { m_me = me; }
    PagedModel &rows() { return m_rows; }
    void showNames();              ///< they are others now
    void forget(HoldId id);        ///< it has changed
    QSet<HoldId> askedFor() const; ///< the holds of those that have come
    int count() const { return m_rows.rowCount(); }

Q_SIGNALS:
    void acted(); ///< something may have changed on the server
    void problem(const QString &sentence);

private:
    QList<RowColumn<ReleaseRequest>> columns() const;
    void askHolds();
    void showChosen();
    void openChosen();
    void openSheet(const ReleaseRequest &request, const Hold &hold);

    HoldCalls m_calls;
    HoldNames m_names;
    const AgentsAndCampaigns &m_known;
    Clock m_clock;
    User m_me;
    QHash<HoldId, Hold> m_holds; ///< of the rows, those that have come
    bool m_isAsking = false;
    PagedRows<ReleaseRequest> m_rows;
    RowsTable *m_table;
    QLabel *m_words;
    QPushButton *m_decide;
};

} // namespace Holdfast
