// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/WebhookWords.h"

#include "look/Icons.h"
#include "look/Text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::WebhookWords)
};

constexpr int goodAnswers = 2; ///< hundreds

} // namespace

QString eventWords(WebhookEvent event)
{
    switch (event) {
    case WebhookEvent::RecordingCompleted:
        return Words::tr("A recording was stored");
    case WebhookEvent::RecordingDeleted:
        return Words::tr("A recording was deleted");
    case WebhookEvent::RetentionExpired:
        return Words::tr("Retention took a recording");
    case WebhookEvent::HoldChanged:
        return Words::tr("A hold was set or lifted");
    case WebhookEvent::StorageWarning:
        return Words::tr("The storage runs short");
    case WebhookEvent::Test:
        return Words::tr("A test");
    }
    Q_UNREACHABLE();
}

QString eventsWords(const QList<WebhookEvent> &events)
{
    if (events.size() == webhookEvents().size())
        return Words::tr("Everything");
    QStringList words;
    for (const WebhookEvent event : events)
        words.append(eventWords(event));
    return words.join(QStringLiteral("; "));
}

QString deliveryStateWords(const WebhookDelivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Waiting:
        return delivery.attempts > 0 ? Words::tr("Is tried again") : Words::tr("Waits");
    case DeliveryState::Delivered:
        return Words::tr("Delivered");
    case DeliveryState::Parked:
        return Words::tr("Given up");
    }
    Q_UNREACHABLE();
}

QIcon deliverySign(const WebhookDelivery &delivery)
{
    const QPalette palette = QGuiApplication::palette();
    switch (delivery.state) {
    case DeliveryState::Waiting:
        return delivery.attempts > 0 ? icon(Icon::Waiting, warnColor(palette)) : icon(Icon::Waiting);
    case DeliveryState::Delivered:
        return icon(Icon::Stored, goodColor(palette));
    case DeliveryState::Parked:
        return icon(Icon::Problem, badColor(palette));
    }
    Q_UNREACHABLE();
}

QString answerWords(const WebhookDelivery &delivery)
{
    if (!delivery.attemptedAt.isValid())
        return QStringLiteral("–");
    if (!delivery.status)
        return Words::tr("No answer");
    return *delivery.status / 100 == goodAnswers ? Words::tr("Taken (%1)").arg(*delivery.status)
                                                 : Words::tr("Refused (%1)").arg(*delivery.status);
}

QString deliverySentence(const WebhookDelivery &delivery)
{
    const QString last = dateTimeText(delivery.attemptedAt);
    const QString problem = delivery.problem.isEmpty() ? QString() : QLatin1Char(' ') + delivery.problem;
    switch (delivery.state) {
    case DeliveryState::Waiting:
        if (!delivery.attemptedAt.isValid())
            return Words::tr("It waits to be sent.");
        return (delivery.dueAt.isValid()
                    ? Words::tr("Tried %n time(s), last on %1; not again before %2.", nullptr, delivery.attempts)
                          .arg(last, dateTimeText(delivery.dueAt))
                    : Words::tr("Tried %n time(s), last on %1; it is sent again at once.", nullptr, delivery.attempts)
                          .arg(last)) +
               problem;
    case DeliveryState::Delivered:
        return Words::tr("Delivered on %1, at attempt %2.").arg(last, QLocale().toString(delivery.attempts));
    case DeliveryState::Parked:
        return Words::tr("Given up after %n attempt(s), until it is sent again here.", nullptr, delivery.attempts) +
               problem;
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
