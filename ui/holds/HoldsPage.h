// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/EvidenceSubject.h"
#include "domain/User.h"
#include "holds/HeldNames.h"
#include "holds/PlaceHoldSheet.h"
#include "sync/MatterCalls.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Holdfast {

class HoldsView;
class MattersPane;
class PageHead;
class RequestsView;
class StateLine;

/// What is held, for which matter, by whom and why; placing and releasing holds; what waits for a second person. Asks
/// when it is shown, once a minute while it is, and where the server tells of a change. `names` are those known here;
/// what they lack the server is asked for. UI thread.
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
    void refresh();                                ///< nothing before it was shown first
    void goOn();                                   ///< the server is back
    void follow(const QList<FeedChange> &changes); ///< that the server tells of
    void followAll();                              ///< anything may have changed

Q_SIGNALS:
    void packRequested(Holdfast::EvidenceSubject subject, const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildMatter();
    void connectParts();
    void readCalmly();
    void lookBeside(); ///< at the matters, the requests and the names
    void showView();
    void showMatter();
    void showState();
    void openPlacing();

    Calls m_calls;
    Clock m_clock;
    AgentsAndCampaigns m_known;
    HeldNames m_names;
    bool m_wasShown = false;
    QTimer m_time;
    QTimer m_soon; ///< changes come in crowds
    MattersPane *m_matters;
    HoldsView *m_holds;
    RequestsView *m_requests;
    PageHead *m_head;
    QStackedWidget *m_views;
    StateLine *m_state;
    QWidget *m_matterLine;
    QLabel *m_matterWords;
    QPushButton *m_pack;
    QPushButton *m_edit;
    QPushButton *m_close;
    QPushButton *m_place;
};

} // namespace Holdfast
