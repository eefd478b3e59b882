// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/DeedSheet.h"
#include "sync/WebhookCalls.h"

QT_FORWARD_DECLARE_CLASS(QCheckBox)

namespace Holdfast {

/// A new webhook, or another target, other events or another secret for one that is there. UI thread.
class WebhookSheet : public DeedSheet
{
    Q_OBJECT
public:
    WebhookSheet(WebhookCalls calls, const std::optional<Webhook> &known, QWidget *parent = nullptr);

Q_SIGNALS:
    void made(const Holdfast::MadeWebhook &made);
    void changed(const Holdfast::Webhook &webhook);

protected:
    QString missing() const override;
    void carryOut() override;

private:
    void build();
    QList<WebhookEvent> events() const;

    WebhookCalls m_calls;
    std::optional<Webhook> m_known;
    QLineEdit *m_url;
    QList<QCheckBox *> m_events; ///< in the order of webhookEvents()
    QCheckBox *m_isOn;
    QLineEdit *m_secret = nullptr;
};

} // namespace Holdfast
