// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/WebhookJson.h"

#include <QTest>

using namespace Holdfast;

class tst_WebhookJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWebhookIsReadAsItWasWritten()
    {
        const auto read = webhookFromJson(toJson(webhook()));
        QVERIFY(read && *read == webhook());
    }
    void theSecretComesOnlyWhereTheServerDrewOne()
    {
        QJsonObject json = toJson(webhook());
        QVERIFY(madeWebhookFromJson(json)->secret.isEmpty());
        json.insert(QLatin1String("secret"), QStringLiteral("drawn"));
        QCOMPARE(madeWebhookFromJson(json)->secret, QByteArray("drawn"));
    }
    void aRequestIsReadAsItWasWritten()
    {
        const auto read = webhookRequestFromJson(toJson(WebhookRequest{webhook(), "0123456789abcdef"}));
        QVERIFY(read);
        QCOMPARE(read->webhook.url, webhook().url);
        QCOMPARE(read->webhook.events, webhook().events);
        QVERIFY(!read->webhook.isOn);
        QCOMPARE(read->secret, QByteArray("0123456789abcdef"));
        QVERIFY(!toJson(WebhookRequest{webhook(), {}}).contains(QLatin1String("secret")));
    }
    void aDeliveryIsReadAsItWasWritten()
    {
        WebhookDelivery delivery;
        delivery.id = {9};
        delivery.webhookId = {4};
        delivery.eventId = QStringLiteral("e1");
        delivery.event = WebhookEvent::HoldChanged;
        delivery.at = then;
        delivery.data = {{QLatin1String("recordingId"), 5}};
        delivery.attempts = 3;
        delivery.dueAt = then.addSecs(60);
        delivery.attemptedAt = then.addSecs(5);
        delivery.status = 503;
        delivery.problem = QStringLiteral("It answered 503.");
        const auto read = webhookDeliveryFromJson(toJson(delivery));
        QVERIFY(read && *read == delivery);
    }
    void oneThatWasNeverTriedSaysNothingOfAttempts()
    {
        WebhookDelivery delivery;
        delivery.id = {9};
        delivery.webhookId = {4};
        const auto read = webhookDeliveryFromJson(toJson(delivery));
        QVERIFY(read && !read->attemptedAt.isValid() && !read->status && read->problem.isEmpty());
    }
    void namesWhatIsWrong()
    {
        QJsonObject json = toJson(WebhookDelivery());
        json.insert(QLatin1String("id"), 9);
        json.insert(QLatin1String("webhookId"), 4);
        json.insert(QLatin1String("state"), QStringLiteral("lost"));
        const auto read = webhookDeliveryFromJson(json);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(QStringLiteral("state")));
    }

private:
    const QDateTime then{QDate(2026, 1, 15), QTime(14, 30), Qt::UTC};
    Webhook webhook() const
    {
        return {{4},
                QUrl(QStringLiteral("https://crm.example/hook")),
                {WebhookEvent::RecordingCompleted, WebhookEvent::HoldChanged},
                false,
                then,
                then};
    }
};

QTEST_GUILESS_MAIN(tst_WebhookJson)
#include "tst_WebhookJson.moc"
