// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Matter.h"
#include "review/AgentsAndCampaigns.h"
#include "sync/HoldCalls.h"
#include "sync/LeadSearchCalls.h"

#include <QDialog>
#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Holdfast {

class ChoiceBar;
class LeadChoice;
class ReviewFilters;

/// Placing a hold: over one recording, all of a lead, or all that a search finds, also what comes later; always with a
/// reason or a matter. Says how many recordings a search finds now. UI thread.
class PlaceHoldSheet : public QDialog
{
    Q_OBJECT
public:
    struct Calls
    {
        HoldCalls holds;
        LeadSearchCalls leads;
        RecordingSearchCalls search;
    };
    /// `matters` are open; the one that is chosen first may be invalid.
    PlaceHoldSheet(const QList<Matter> &matters, MatterId chosen, const AgentsAndCampaigns &known, const Calls &calls,
                   const Clock &clock, QWidget *parent = nullptr);

    void reject() override; ///< not while the server is asked: one would not know what became of it

Q_SIGNALS:
    void done(); ///< something may have changed on the server

private:
    void build();
    void fillMatters(const QList<Matter> &matters, MatterId chosen);
    void connectParts();
    HoldScope scope() const;
    void showScope();
    void countFound();
    Result<HoldRequest> request() const;
    void place();
    QString missing() const; ///< what is still to be told
    void showWhatCanBeDone();

    Calls m_calls;
    QTimer m_settled; ///< until the search is not changed any more
    int m_turn = 0;   ///< answers to earlier searches count no more
    bool m_isDoing = false;
    bool m_saysMissing = false; ///< Enter was refused with it
    QComboBox *m_matter;
    QLineEdit *m_reason;
    ChoiceBar *m_scope;
    QStackedWidget *m_what;
    LeadChoice *m_lead;
    ReviewFilters *m_filters;
    QCheckBox *m_later;
    QLabel *m_found;
    QLabel *m_state;
    QPushButton *m_run;
    QPushButton *m_leave;
};

} // namespace Holdfast
