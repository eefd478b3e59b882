// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "records/Changes.h"
#include "records/StorageDays.h"
#include "records/WebhookDeliveries.h"
#include "records/WebhookFacts.h"
#include "records/Webhooks.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

/// What the rows tell by themselves, in the transaction of the fact.
class tst_WebhookFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsThoseWhoAskedAndAreOn();
    void whatIsImportedWithoutAFileWasCompletedElsewhere();
    void whatIsHeldIsNotTakenAwayAndNothingIsTold();
    void retentionTellsWhatItTakes();
    void aFactHasTheTimeOfItsChange();
    void warnsOncePerCrossing();
    void warnsWhereTheQuotaGetsSmaller();
    void countsWhatCampaignsTake();

private:
    Database &db() { return m_rows->database(); }
    WebhookId addWebhook(const QList<WebhookEvent> &events, bool isOn = true)
    {
        Webhook webhook;
        webhook.url = QUrl(QStringLiteral("https://crm.example/"));
        webhook.events = events;
        webhook.isOn = isOn;
        webhook.createdAt = webhook.updatedAt = someTime();
        return Webhooks(db()).add(webhook, {}).value();
    }
    Recording recording(qint64 id, qint64 bytes = 1000)
    {
        Recording recording = m_rows->recording(id);
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        recording.fileSize = bytes;
        return recording;
    }
    void add(qint64 id, qint64 bytes = 1000) { QVERIFY(Recordings(db()).add(recording(id, bytes), "key")); }
    QList<WebhookDelivery> told(WebhookId webhook) { return WebhookDeliveries(db()).page(webhook, {}).value(); }
    QList<qint64> levels(WebhookId webhook) // newest first
    {
        QList<qint64> levels;
        for (const WebhookDelivery &delivery : told(webhook))
            levels.append(delivery.data[QLatin1String("level")].toInteger());
        return levels;
    }

    std::unique_ptr<ServerRows> m_rows;
};

void tst_WebhookFacts::init()
{
    m_rows = std::make_unique<ServerRows>();
}

void tst_WebhookFacts::tellsThoseWhoAskedAndAreOn()
{
    const WebhookId all = addWebhook(webhookEvents());
    const WebhookId holds = addWebhook({WebhookEvent::HoldChanged});
    const WebhookId off = addWebhook(webhookEvents(), false);
    add(1);
    QVERIFY(setHeld(db(), {1}, true, m_rows->one));
    QCOMPARE(told(all).size(), 2);
    QCOMPARE(told(holds).size(), 1);
    QCOMPARE(told(holds).first().event, WebhookEvent::HoldChanged);
    QCOMPARE(told(holds).first().data[QLatin1String("complianceHold")], QJsonValue(true));
    QCOMPARE(told(off).size(), 0);
    QVERIFY(told(all)[0].eventId != told(all)[1].eventId);
}

void tst_WebhookFacts::whatIsImportedWithoutAFileWasCompletedElsewhere()
{
    const WebhookId all = addWebhook(webhookEvents());
    QVERIFY(Recordings(db()).addWithoutFile(recording(1)));
    QCOMPARE(told(all).size(), 0);
}

void tst_WebhookFacts::whatIsHeldIsNotTakenAwayAndNothingIsTold()
{
    add(1);
    QVERIFY(setHeld(db(), {1}, true, m_rows->one));
    const WebhookId all = addWebhook(webhookEvents());
    QVERIFY(!Recordings(db()).remove({1}));
    QCOMPARE(told(all).size(), 0);
}

void tst_WebhookFacts::retentionTellsWhatItTakes()
{
    const WebhookId all = addWebhook({WebhookEvent::RetentionExpired});
    add(1);
    QVERIFY(WebhookFacts(db()).expired({1}, someTime(5)));
    QVERIFY(Recordings(db()).remove({1}));
    QCOMPARE(told(all).size(), 1);
    QCOMPARE(told(all).first().at, someTime(5));
    QCOMPARE(told(all).first().data[QLatin1String("recordingId")].toInteger(), 1);
}

void tst_WebhookFacts::aFactHasTheTimeOfItsChange()
{
    const WebhookId all = addWebhook({WebhookEvent::RecordingDeleted});
    add(1);
    add(2);
    QVERIFY(Recordings(db()).remove({1}));
    QVERIFY(!told(all).first().at.isValid());
    QVERIFY(Changes(db()).append(QStringLiteral("recording"), 1, someTime(7)));
    QVERIFY(Changes(db()).append(QStringLiteral("recording"), 1, someTime(8)));
    QCOMPARE(told(all).first().at, someTime(7));
    // Nobody noted this one.
    QVERIFY(Recordings(db()).remove({2}));
    QVERIFY(WebhookDeliveries(db()).hasWithoutTime().value());
    QVERIFY(WebhookDeliveries(db()).stamp(someTime(9)));
    QCOMPARE(told(all).first().at, someTime(9));
    QVERIFY(!WebhookDeliveries(db()).hasWithoutTime().value());
}

void tst_WebhookFacts::warnsOncePerCrossing()
{
    const WebhookId all = addWebhook({WebhookEvent::StorageWarning});
    QVERIFY(StorageDays(db()).setQuota(1000));
    const auto level = [&] { return StorageDays(db()).warnedLevel().value(); };
    add(1, 799);
    QCOMPARE(levels(all), QList<qint64>());
    add(2, 1);
    QCOMPARE(levels(all), QList<qint64>({80}));
    QCOMPARE(told(all).first().data[QLatin1String("totalSizeBytes")].toInteger(), 800);
    QCOMPARE(told(all).first().data[QLatin1String("quotaPercentage")].toDouble(), 80.0);
    // It comes and goes around the line.
    for (int i = 0; i < 3; ++i) {
        QVERIFY(Recordings(db()).remove({2}));
        add(2, 1);
    }
    QCOMPARE(levels(all), QList<qint64>({80}));
    add(3, 100);
    QCOMPARE(levels(all), QList<qint64>({90, 80}));
    QVERIFY(Recordings(db()).remove({3}));
    QCOMPARE(level(), 80); // 800 is more than five below 90
    add(3, 100);
    QCOMPARE(levels(all), QList<qint64>({90, 90, 80}));
    QVERIFY(Recordings(db()).remove({1}));
    QCOMPARE(level(), 0);
    add(1, 850); // past both at once
    QCOMPARE(levels(all), QList<qint64>({90, 90, 90, 80}));
}

void tst_WebhookFacts::warnsWhereTheQuotaGetsSmaller()
{
    const WebhookId all = addWebhook({WebhookEvent::StorageWarning});
    add(1, 850);
    QVERIFY(StorageDays(db()).setQuota(10'000));
    QCOMPARE(levels(all), QList<qint64>());
    QVERIFY(StorageDays(db()).setQuota(1000));
    QVERIFY(StorageDays(db()).setQuota(1000));
    QCOMPARE(levels(all), QList<qint64>({80}));
    QVERIFY(StorageDays(db()).setQuota(1'000'000'000LL << 30)); // the largest that may be set
    QCOMPARE(StorageDays(db()).warnedLevel().value(), 0);
}

void tst_WebhookFacts::countsWhatCampaignsTake()
{
    add(1, 10);
    add(2, 20);
    Recording none = recording(3, 5);
    none.campaignId.reset();
    QVERIFY(Recordings(db()).add(none, "key"));
    QVERIFY(
        run(db(), "UPDATE recordings SET campaign_id = " + QByteArray::number(m_rows->autumn.value) + " WHERE id = 2"));
    const auto usages = StorageDays(db()).byCampaign().value();
    QCOMPARE(usages.size(), 3);
    QCOMPARE(usages[0].campaignName, QStringLiteral("Autumn"));
    QCOMPARE(usages[0].bytes, 20);
    QCOMPARE(usages[1].campaignId, std::optional(m_rows->spring));
    QCOMPARE(usages[1].files, 1);
    QVERIFY(!usages[2].campaignId);
    QCOMPARE(usages[2].bytes, 5);
    for (qint64 id = 1; id <= 3; ++id)
        QVERIFY(Recordings(db()).remove({id}));
    QCOMPARE(StorageDays(db()).byCampaign().value().size(), 0);
}

QTEST_GUILESS_MAIN(tst_WebhookFacts)
#include "tst_WebhookFacts.moc"
