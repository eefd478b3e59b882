// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Webhook.h"

#include <QIcon>

/// How webhooks and their deliveries are told in words.
namespace Holdfast {

QString eventWords(WebhookEvent event);
QString eventsWords(const QList<WebhookEvent> &events); ///< "Everything", or each
QString deliveryStateWords(const WebhookDelivery &delivery);
QIcon deliverySign(const WebhookDelivery &delivery);
QString answerWords(const WebhookDelivery &delivery);      ///< of its last attempt, in two words
QString deliverySentence(const WebhookDelivery &delivery); ///< what became of it, and what comes next

} // namespace Holdfast
