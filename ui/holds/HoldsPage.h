// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/EvidenceSubject.h"
#include "domain/User.h"
#include "holds/HoldWords.h"
#include "holds/PlaceHoldSheet.h"
#include "sync/MatterCalls.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Holdfast {

class ChoiceBar;
class HoldsView;
class MattersPane;
class RequestsView;
class StateLine;

/// What is held, for which matter, by whom and why; placing and releasing holds; what waits for a second person. Asks
/// when it is shown and once a minute while it is. UI thread.
class HoldsPage : public QWidget
{
    Q_OBJECT
public:
    struct Calls
    {
        MatterCalls matters;
        PlaceHoldSheet::Calls placing;
    };
    HoldsPage(const Calls &calls, const HoldNames &names, const Clock &clock, QWidget *parent = nullptr);

    void setUser(const User &me);
    void refresh(); ///< nothing before it was shown first
    void goOn();    ///< the server is back

Q_SIGNALS:
    void packRequested(Holdfast::EvidenceSubject subject, const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildMatter();
    void connectParts();
    void lookBeside(); ///< at the matters, the requests and the names
    void showView();
    void showMatter();
    void showState();
    void openPlacing();

    Calls m_calls;
    Clock m_clock;
    AgentsAndCampaigns m_known;
    bool m_wasShown = false;
    QTimer m_time;
    MattersPane *m_matters;
    HoldsView *m_holds;
    RequestsView *m_requests;
    ChoiceBar *m_choice;
    QStackedWidget *m_views;
    StateLine *m_state;
    QWidget *m_matterLine;
    QLabel *m_matterWords;
    QPushButton *m_pack;
    QPushButton *m_edit;
    QPushButton *m_close;
    QPushButton *m_refresh;
    QPushButton *m_place;
};

} // namespace Holdfast
