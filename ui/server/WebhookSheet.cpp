// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/WebhookSheet.h"

#include "look/Spacing.h"
#include "server/WebhookWords.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

WebhookSheet::WebhookSheet(WebhookCalls calls, const std::optional<Webhook> &known, QWidget *parent)
    : DeedSheet(known ? tr("Change the webhook") : tr("New webhook"),
                known
                    ? tr("What waits goes to the new address, at once. Switched off, it is told nothing new, and what "
                         "waits, waits.")
                    : tr("A program of yours is told by POST, in JSON, signed with a secret that only it and this "
                         "server know. Where webhooks may go to is a setting of the server (HOLDFAST_WEBHOOK_HOSTS)."),
                known ? tr("Change") : tr("Make"), parent)
    , m_calls(calls)
    , m_known(known)
    , m_url(new QLineEdit(this))
    , m_isOn(new QCheckBox(tr("&On"), this))
{
    build();
    showWhatCanBeDone();
    m_url->setFocus();
}

void WebhookSheet::build()
{
    m_url->setMaxLength(static_cast<int>(longestWebhookUrl));
    m_url->setPlaceholderText(QStringLiteral("https://"));
    form().addRow(tr("&Where to"), m_url);
    auto *ticks = new QVBoxLayout;
    ticks->setSpacing(Space::hair);
    for (const WebhookEvent event : webhookEvents()) {
        auto *tick = new QCheckBox(eventWords(event), this);
        tick->setChecked(!m_known || m_known->events.contains(event));
        connect(tick, &QCheckBox::toggled, this, &WebhookSheet::showWhatCanBeDone);
        ticks->addWidget(tick);
        m_events.append(tick);
    }
    form().addRow(tr("Told that"), ticks);
    m_secret = addPasswordLine(tr("&Secret"));
    m_secret->setMaxLength(static_cast<int>(longestWebhookSecret));
    m_secret->setPlaceholderText(m_known ? tr("Stays as it is") : tr("The server makes one"));
    form().addRow(QString(), m_isOn);
    m_isOn->setChecked(!m_known || m_known->isOn);
    if (m_known)
        m_url->setText(QString::fromLatin1(m_known->url.toEncoded()));
    connect(m_url, &QLineEdit::textChanged, this, &WebhookSheet::showWhatCanBeDone);
}

QList<WebhookEvent> WebhookSheet::events() const
{
    QList<WebhookEvent> chosen;
    for (qsizetype i = 0; i < m_events.size(); ++i)
        if (m_events.at(i)->isChecked())
            chosen.append(webhookEvents().at(i));
    return chosen;
}

QString WebhookSheet::missing() const
{
    if (m_url->text().trimmed().isEmpty())
        return tr("Say where to: the address of the program.");
    return events().isEmpty() ? tr("Tick at least one thing that it is told.") : QString();
}

void WebhookSheet::carryOut()
{
    WebhookRequest request;
    request.webhook = m_known.value_or(Webhook());
    request.webhook.url = QUrl(m_url->text().trimmed(), QUrl::StrictMode);
    request.webhook.events = events();
    request.webhook.isOn = m_isOn->isChecked();
    request.secret = m_secret->text().toUtf8();
    if (!request.webhook.url.isValid() || request.webhook.url.host().isEmpty())
        return complain(tr("This is no address of a program. It looks like https://crm.example.com/holdfast."));
    if (!request.secret.isEmpty() && m_secret->text().size() < shortestWebhookSecret)
        return complain(tr("The secret takes at least %1 letters, digits or signs.").arg(shortestWebhookSecret));
    if (m_known)
        await(m_calls.change(request), [this](const Webhook &webhook) { Q_EMIT changed(webhook); });
    else
        await(m_calls.make(request), [this](const MadeWebhook &webhook) { Q_EMIT made(webhook); });
}

} // namespace Holdfast
