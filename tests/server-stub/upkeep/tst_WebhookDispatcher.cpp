// SPDX-License-Identifier: GPL-3.0-or-later
#include "WebhookRows.h"

#include "upkeep/WebhookSignature.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using namespace std::chrono_literals;

namespace {

const QUrl crm(QStringLiteral("https://crm.example/hook"));
const QUrl other(QStringLiteral("https://other.example/hook"));

QString idOf(const WebhookSender::Post &post)
{
    return QString::fromLatin1(fieldOf(post, "Holdfast-Event-Id"));
}

/// What a fact looks like to a target.
QString told(const WebhookSender::Post &post)
{
    const QJsonObject body = QJsonDocument::fromJson(post.body).object();
    const QJsonObject data = body[QLatin1String("data")].toObject();
    return QStringLiteral("%1 %2 %3")
        .arg(body[QLatin1String("event")].toString())
        .arg(data[QLatin1String("recordingId")].toInteger())
        .arg(data[QLatin1String("complianceHold")].toBool());
}

} // namespace

class tst_WebhookDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<WebhookRows>(); }
    void tellsWhatHappenedOnceAndInOrder();
    void signsWhatItSends();
    void triesLaterAndLaterAndGivesUpAfterThreeDays();
    void leavesPartOfEachPauseToChance();
    void aTargetThatIsAwayStopsNoOther();
    void whatIsRefusedDoesNotStopWhatComesAfterIt();
    void sendsAgainWhatWasNotNoted();
    void sendsAgainWhatWasUnderWayAtAKill();
    void parksAllThatIsOldOfATargetThatTookNothing();
    void sendsAgainWhatSomebodyReplays();
    void aTestGoesFirstToATargetThatRestsAndIsTriedOnce();
    void whatIsOffWaits();
    void aChangedWebhookIsTriedAtOnce();
    void forgetsWhatEndedAMonthAgo();
    void tellsEachFactAtLeastOnceAndNothingElse_data();
    void tellsEachFactAtLeastOnceAndNothingElse();

private:
    void randomStep(QRandomGenerator &random, QMap<QString, int> &facts, QMap<qint64, bool> &stored);

    std::unique_ptr<WebhookRows> m;
};

void tst_WebhookDispatcher::tellsWhatHappenedOnceAndInOrder()
{
    const WebhookId id = m->addWebhook(crm);
    m->store(1);
    m->hold(1, true);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, m->hold(1, true)); // refused: nothing happened, nothing is told
    m->hold(1, false);
    m->remove(1);
    m->settle();
    QStringList all;
    for (const auto &post : m->sender.sent)
        all.append(told(post));
    QCOMPARE(all, (QStringList{QStringLiteral("recording.completed 1 0"), QStringLiteral("hold.changed 1 1"),
                               QStringLiteral("hold.changed 1 0"), QStringLiteral("recording.deleted 1 0")}));
    const QJsonObject body = QJsonDocument::fromJson(m->sender.sent.first().body).object();
    QCOMPARE(body[QLatin1String("timestamp")].toString(), QStringLiteral("2026-01-15T14:30:00Z"));
    QCOMPARE(body[QLatin1String("data")].toObject(),
             (QJsonObject{{QStringLiteral("recordingId"), 1},
                          {QStringLiteral("callId"), 1},
                          {QStringLiteral("leadId"), m->rows.zoe.value},
                          {QStringLiteral("agentId"), m->rows.one.value},
                          {QStringLiteral("campaignId"), m->rows.spring.value},
                          {QStringLiteral("duration"), 187},
                          {QStringLiteral("fileSize"), 1001},
                          {QStringLiteral("disposition"), QStringLiteral("SALE")}}));
    QCOMPARE(m->deliveries(id, DeliveryState::Delivered).size(), 4);
    m->turn(24h);
    QCOMPARE(m->sender.sent.size(), 4);
}

void tst_WebhookDispatcher::signsWhatItSends()
{
    m->addWebhook(crm);
    m->store(1);
    m->now = m->now.addSecs(90);
    m->settle();
    const WebhookSender::Post post = m->sender.sent.value(0);
    const QByteArray timestamp = QByteArray::number(m->now.toSecsSinceEpoch());
    QCOMPARE(fieldOf(post, "Holdfast-Timestamp"), timestamp);
    QCOMPARE(fieldOf(post, "Holdfast-Signature"), webhookSignature("a secret of the tests", timestamp, post.body));
    QCOMPARE(fieldOf(post, "Holdfast-Event"), QByteArray("recording.completed"));
    QVERIFY(post.body.contains('"' + fieldOf(post, "Holdfast-Event-Id") + '"'));
}

void tst_WebhookDispatcher::triesLaterAndLaterAndGivesUpAfterThreeDays()
{
    const WebhookId id = m->addWebhook(crm);
    const QDateTime begun = m->now;
    QList<qint64> attempts; // s since the fact
    m->sender.decide = [&](const WebhookSender::Post &) {
        attempts.append(begun.secsTo(m->now));
        return FakeSender::silent();
    };
    m->store(1);
    m->settle();
    for (int turn = 0; turn < 120; ++turn)
        m->turn(5s);
    for (int minute = 0; minute < 4 * 24 * 60; ++minute)
        m->turn(1min);
    QCOMPARE(attempts.first(3 + 4), (QList<qint64>{0, 5, 15, 35, 75, 155, 315}));
    for (qsizetype i = 12; i < attempts.size(); ++i)
        QCOMPARE(attempts[i] - attempts[i - 1], 3600); // no longer than an hour
    QVERIFY(attempts.last() >= 72 * 3600 && attempts.last() < 73 * 3600);
    const WebhookDelivery parked = m->deliveries(id).value(0);
    QCOMPARE(parked.state, DeliveryState::Parked);
    QCOMPARE(parked.attempts, attempts.size());
    QVERIFY(parked.problem.contains(QLatin1String("did not answer")));
    QSet<QString> ids;
    for (const auto &post : m->sender.sent)
        ids.insert(idOf(post));
    QCOMPARE(ids.size(), 1);
}

void tst_WebhookDispatcher::leavesPartOfEachPauseToChance()
{
    QCOMPARE(webhookPause(1, 0), std::chrono::milliseconds(5000));
    QCOMPARE(webhookPause(1, 0.5), std::chrono::milliseconds(3750));
    QCOMPARE(webhookPause(2, 0), std::chrono::milliseconds(10'000));
    QCOMPARE(webhookPause(1'000'000, 0), std::chrono::milliseconds(3'600'000));
    m->addWebhook(crm);
    m->chance = 0.5;
    m->sender.decide = [](const WebhookSender::Post &) { return FakeSender::refused(500); };
    m->store(1);
    m->settle();
    m->turn(3749ms);
    QCOMPARE(m->sender.sent.size(), 1);
    m->turn(1ms);
    QCOMPARE(m->sender.sent.size(), 2);
}

void tst_WebhookDispatcher::aTargetThatIsAwayStopsNoOther()
{
    m->addWebhook(crm);
    m->addWebhook(other);
    m->sender.decide = [](const WebhookSender::Post &post) {
        return post.url == crm ? FakeSender::silent() : FakeSender::took();
    };
    for (qint64 id = 1; id <= 20; ++id)
        m->store(id);
    m->settle();
    QCOMPARE(m->sender.to(other).size(), 20);
    QCOMPARE(m->sender.to(crm).size(), 1); // the others would fare no better
    // One that never answers holds up nobody either.
    m->sender.decide = [](const WebhookSender::Post &post) {
        return post.url == crm ? std::nullopt : std::optional(FakeSender::took());
    };
    m->turn(5s);
    m->store(21);
    m->settle();
    QCOMPARE(m->sender.to(other).size(), 21);
    QCOMPARE(m->sender.to(crm).size(), 2);
    m->sender.decide = [](const WebhookSender::Post &) { return FakeSender::took(); };
    m->sender.unanswered.takeFirst()(FakeSender::took());
    m->turn(5s);
    QSet<QString> ids;
    for (const auto &post : m->sender.to(crm))
        ids.insert(idOf(post));
    QCOMPARE(ids.size(), 21);
}

void tst_WebhookDispatcher::whatIsRefusedDoesNotStopWhatComesAfterIt()
{
    const WebhookId id = m->addWebhook(crm);
    m->sender.decide = [](const WebhookSender::Post &post) {
        return told(post).startsWith(QLatin1String("recording.completed 1 ")) ? FakeSender::refused(400)
                                                                              : FakeSender::took();
    };
    m->store(1);
    m->store(2);
    m->store(3);
    m->settle();
    QCOMPARE(m->sender.sent.size(), 3);
    QCOMPARE(m->deliveries(id, DeliveryState::Delivered).size(), 2);
    const WebhookDelivery waiting = m->deliveries(id, DeliveryState::Waiting).value(0);
    QCOMPARE(waiting.status, std::optional(400));
    QCOMPARE(waiting.dueAt, m->now.addSecs(5));
}

void tst_WebhookDispatcher::sendsAgainWhatWasNotNoted()
{
    const WebhookId id = m->addWebhook(crm);
    m->gate = [](QByteArrayView statement) -> Done {
        if (statement.contains("state = 'delivered'"))
            return fail(FailureKind::StorageFull, QStringLiteral("The disk is full."));
        return {};
    };
    m->store(1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("could not be noted")));
    m->settle();
    QCOMPARE(m->sender.sent.size(), 1);
    m->gate = nullptr;
    m->turn(5s);
    QCOMPARE(m->sender.sent.size(), 2);
    QCOMPARE(idOf(m->sender.sent[1]), idOf(m->sender.sent[0]));
    QCOMPARE(m->sender.sent[1].body, m->sender.sent[0].body);
    QCOMPARE(m->deliveries(id, DeliveryState::Delivered).size(), 1);
}

void tst_WebhookDispatcher::sendsAgainWhatWasUnderWayAtAKill()
{
    const WebhookId id = m->addWebhook(crm);
    m->store(1); // killed between the fact and its delivery
    m->kill();
    m->sender.decide = [](const WebhookSender::Post &) { return std::nullopt; };
    m->settle();
    QCOMPARE(m->sender.sent.size(), 1);
    m->kill(); // and before the answer came
    m->sender.decide = [](const WebhookSender::Post &) { return FakeSender::took(); };
    m->settle();
    QCOMPARE(m->sender.sent.size(), 2);
    QCOMPARE(idOf(m->sender.sent[1]), idOf(m->sender.sent[0]));
    QCOMPARE(m->deliveries(id, DeliveryState::Delivered).size(), 1);
}

void tst_WebhookDispatcher::parksAllThatIsOldOfATargetThatTookNothing()
{
    const WebhookId id = m->addWebhook(crm);
    m->sender.decide = [](const WebhookSender::Post &) { return FakeSender::silent(); };
    for (qint64 recording = 1; recording <= 50; ++recording)
        m->store(recording);
    m->settle();
    m->turn(71h);
    m->store(51); // of today
    m->turn(2h);
    const QList<WebhookDelivery> parked = m->deliveries(id, DeliveryState::Parked);
    QCOMPARE(parked.size(), 50);
    QVERIFY(!parked.first().problem.isEmpty());
    QCOMPARE(m->deliveries(id, DeliveryState::Waiting).size(), 1);
}

void tst_WebhookDispatcher::sendsAgainWhatSomebodyReplays()
{
    const WebhookId id = m->addWebhook(crm);
    m->store(1);
    m->settle();
    m->turn(24h * 10);
    const auto replay = [&] {
        m->write([&](Database &database) {
            return WebhookDeliveries(database).replay(id, m->deliveries(id).first().id, m->now);
        });
    };
    replay();
    m->settle();
    QCOMPARE(m->sender.sent.size(), 2);
    QCOMPARE(idOf(m->sender.sent[1]), idOf(m->sender.sent[0]));
    QCOMPARE(m->deliveries(id).first().state, DeliveryState::Delivered);
    m->sender.decide = [](const WebhookSender::Post &) { return FakeSender::refused(400); };
    replay();
    m->settle();
    QCOMPARE(m->deliveries(id).first().state, DeliveryState::Waiting); // its three days begin anew
    m->turn(71h);
    QCOMPARE(m->deliveries(id).first().state, DeliveryState::Waiting);
    m->turn(2h);
    QCOMPARE(m->deliveries(id).first().state, DeliveryState::Parked);
}

void tst_WebhookDispatcher::aTestGoesFirstToATargetThatRestsAndIsTriedOnce()
{
    const WebhookId id = m->addWebhook(crm);
    const auto test = [&] {
        WebhookDeliveryId made;
        m->write([&](Database &database) -> Done {
            made = orThrow(WebhookDeliveries(database).test(id, m->now));
            return {};
        });
        m->settle();
        return orThrow(WebhookDeliveries(m->reading()).byId(id, made));
    };
    m->sender.decide = [](const WebhookSender::Post &) { return FakeSender::silent(); };
    m->store(1);
    m->store(2);
    m->settle(); // and rests from now on
    const qsizetype before = m->sender.sent.size();
    const WebhookDelivery lost = test();
    QCOMPARE(m->sender.sent.size(), before + 1);
    QCOMPARE(fieldOf(m->sender.sent.last(), "Holdfast-Event"), QByteArray("webhook.test"));
    QCOMPARE(lost.state, DeliveryState::Parked);
    QCOMPARE(lost.problem, FakeSender::silent().problem);
    m->sender.decide = [](const WebhookSender::Post &) { return FakeSender::took(); };
    QCOMPARE(test().state, DeliveryState::Delivered);
    m->turn(24h);
    QCOMPARE(m->deliveries(id, DeliveryState::Delivered).size(), 3); // whatever waited goes on, the lost test does not
}

void tst_WebhookDispatcher::whatIsOffWaits()
{
    const WebhookId id = m->addWebhook(crm);
    m->store(1);
    const auto turn = [&](bool on) {
        m->write([&](Database &database) -> Done {
            Webhook webhook = *orThrow(Webhooks(database).byId(id));
            webhook.isOn = on;
            return Webhooks(database).change(webhook);
        });
    };
    turn(false);
    m->store(2); // nothing new is kept
    m->turn(1h);
    QCOMPARE(m->sender.sent.size(), 0);
    turn(true);
    m->settle();
    QCOMPARE(m->sender.sent.size(), 1);
}

void tst_WebhookDispatcher::aChangedWebhookIsTriedAtOnce()
{
    const WebhookId id = m->addWebhook(crm);
    m->sender.decide = [](const WebhookSender::Post &post) {
        return post.url == crm ? FakeSender::silent() : FakeSender::took();
    };
    m->store(1);
    m->settle();
    m->now = m->now.addMSecs(1);
    m->write([&](Database &database) -> Done {
        Webhook webhook = *orThrow(Webhooks(database).byId(id));
        webhook.url = other;
        webhook.updatedAt = m->now;
        return Webhooks(database).change(webhook);
    });
    m->settle();
    QCOMPARE(m->sender.to(other).size(), 1);
}

void tst_WebhookDispatcher::forgetsWhatEndedAMonthAgo()
{
    const WebhookId id = m->addWebhook(crm);
    for (qint64 recording = 1; recording <= 3; ++recording)
        m->store(recording);
    m->settle();
    m->turn(24h * 29);
    QCOMPARE(m->deliveries(id).size(), 3);
    m->turn(24h * 2);
    QCOMPARE(m->deliveries(id).size(), 0);
}

void tst_WebhookDispatcher::tellsEachFactAtLeastOnceAndNothingElse_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// One fact, or one thing that goes wrong.
void tst_WebhookDispatcher::randomStep(QRandomGenerator &random, QMap<QString, int> &facts, QMap<qint64, bool> &stored)
{
    const auto fact = [&](const char *event, qint64 id, bool held) {
        ++facts[QStringLiteral("%1 %2 %3").arg(QLatin1String(event)).arg(id).arg(held)];
    };
    const auto any = [&] { return std::next(stored.begin(), random.bounded(int(stored.size()))); };
    switch (random.bounded(6)) {
    case 0: {
        const qint64 id = facts.size() + 1000 + stored.size();
        m->store(id);
        stored.insert(id, false);
        return fact("recording.completed", id, false);
    }
    case 1: {
        if (stored.isEmpty())
            return;
        const auto one = any();
        *one = !*one;
        m->hold(one.key(), *one);
        return fact("hold.changed", one.key(), *one);
    }
    case 2:
        if (stored.isEmpty())
            return;
        if (const auto one = any(); *one) { // refused: nothing happened, nothing is told
            QVERIFY(
                !m->writes
                     ->submit<void>([id = one.key()](Database &database) { return Recordings(database).remove({id}); })
                     .result());
        } else {
            m->remove(one.key());
            fact("recording.deleted", one.key(), false);
            stored.erase(one);
        }
        return;
    case 3:
        return m->kill();
    case 4:
        // A fact that fails at its last statement never was.
        QVERIFY(!m->writes
                     ->submit<void>([&](Database &database) -> Done {
                         Recording recording = m->rows.recording(99'000);
                         recording.callId = m->rows.addCallIn(database);
                         if (Done added = Recordings(database).add(recording, "k"); !added)
                             return added;
                         return fail(FailureKind::Internal, QStringLiteral("no"));
                     })
                     .result());
        return;
    default:
        return m->turn(std::chrono::milliseconds(random.bounded(7'200'000)));
    }
}

void tst_WebhookDispatcher::tellsEachFactAtLeastOnceAndNothingElse()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    m->addWebhook(crm);
    m->addWebhook(other);
    std::atomic_bool isDiskFull = false;
    m->gate = [&](QByteArrayView statement) -> Done {
        if (isDiskFull && statement.startsWith("UPDATE webhook_deliveries SET"))
            return fail(FailureKind::StorageFull, QStringLiteral("The disk is full."));
        return {};
    };
    QSet<std::pair<QString, QString>> taken; // by whom, which event
    m->sender.decide = [&](const WebhookSender::Post &post) -> std::optional<WebhookSender::Outcome> {
        isDiskFull = random.bounded(5) == 0;
        switch (random.bounded(4)) {
        case 0:
            return FakeSender::silent();
        case 1:
            return FakeSender::refused(400 + random.bounded(200));
        case 2:
            return std::nullopt;
        default:
            taken.insert({post.url.host(), idOf(post)});
            return FakeSender::took();
        }
    };
    QLoggingCategory::setFilterRules(QStringLiteral("holdfast.upkeep=false"));
    QMap<QString, int> facts;
    QMap<qint64, bool> stored;
    for (int step = 0; step < 120; ++step) {
        isDiskFull = false;
        randomStep(random, facts, stored);
    }
    m->gate = nullptr;
    m->sender.decide = [&](const WebhookSender::Post &post) {
        taken.insert({post.url.host(), idOf(post)});
        return FakeSender::took();
    };
    m->kill();
    m->turn(1h);
    QLoggingCategory::setFilterRules({});

    for (const QUrl &url : {crm, other}) {
        QMap<QString, int> heard;
        QSet<QString> seen;
        for (const auto &post : m->sender.to(url)) {
            if (!taken.contains({url.host(), idOf(post)}) || seen.contains(idOf(post)))
                continue; // never taken, or the same once more
            seen.insert(idOf(post));
            ++heard[told(post)];
        }
        QCOMPARE(heard, facts);
    }
}

QTEST_GUILESS_MAIN(tst_WebhookDispatcher)
#include "tst_WebhookDispatcher.moc"
