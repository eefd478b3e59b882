// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sync/ApiClient.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Holdfast {

class KeysView;
class PageHead;
class PagedModel;
class StateLine;
class WebhooksView;

/// What admins set on the server: the programs that are told, and the keys. Asks when it is shown, once a minute while
/// it is, and every second while a new key takes over. UI thread; goes before the ApiClient.
class ServerPage : public QWidget
{
    Q_OBJECT
public:
    ServerPage(ApiClient &api, const Clock &clock, QWidget *parent = nullptr);

    void refresh(); ///< nothing before it was shown first
    void goOn();    ///< the server is back

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectParts();
    void readShown();
    void showState();
    void pace();
    QList<PagedModel *> shownRows() const;

    QTimer m_time;
    bool m_wasShown = false;
    WebhooksView *m_webhooks;
    KeysView *m_keys;
    PageHead *m_head;
    QStackedWidget *m_views;
    StateLine *m_state;
};

} // namespace Holdfast
