// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/WebhookCalls.h"

#include <QTimer>

namespace Holdfast {

/// Lists, makes, changes, tests and deletes webhooks, and sends deliveries again.
class WebhooksCommand : public CtlCommand
{
    Q_OBJECT
public:
    WebhooksCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void list();
    void add();
    void showMade(const MadeWebhook &made);
    void change(WebhookId id);
    void remove(WebhookId id);
    void listDeliveries(WebhookId id, WebhookDeliveryId before);
    void test(WebhookId id);
    void waitFor(const WebhookDelivery &delivery, int looks);
    void replay(WebhookId id, QList<qint64> deliveries);
    Result<WebhookRequest> wanted(Webhook webhook) const; ///< as the options say, the rest as it is

    WebhookCalls m_calls;
    QList<WebhookDelivery> m_listed;
    bool m_allDone = true;
    QTimer m_again;
};

} // namespace Holdfast
