// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const QByteArray path("/api/retention-policies");

} // namespace

class tst_PolicyRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatItIsGiven();
    void changesAllButWhoAndWhenItWasMade();
    void deletesWithoutABody();
    void refusesWhatContradictsItself_data();
    void refusesWhatContradictsItself();
    void refusesASecondOfTheSameKind();
    void aPolicyIsNoConflictWithItself();
    void saysWhereThereIsNone();
    void isNotForAgents();
    void eachChangeIsAnAuditEntryWithBeforeAndAfter();
    void recordingsFollowAtOnce();

private:
    Answer send(const QByteArray &method, const QByteArray &where, const QByteArray &body, const QByteArray &token)
    {
        return m_api->call(method, where, TestApi::bearer(token) + Fields{{"Content-Type", "application/json"}}, body);
    }
    Answer create(const QByteArray &body) { return send("POST", path, body, m_sam); }
    QByteArray forCampaign(int days = 180) const
    {
        return R"({"name":"Spring","retentionDays":)" + QByteArray::number(days) +
               R"(,"appliesTo":"CAMPAIGN","campaignId":)" + QByteArray::number(m_server->campaign.value) +
               R"(,"agentId":null,"isDefault":false})";
    }
    static QByteArray byDefault()
    {
        return R"({"name":"All","retentionDays":90,"appliesTo":"ALL","campaignId":null,"agentId":null,"isDefault":true})";
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_sam;
    QDateTime m_now;
};

void tst_PolicyRoutes::init()
{
    m_api.reset();
    m_now = QDateTime::fromString(QStringLiteral("2026-01-15T10:00:00Z"), Qt::ISODate);
    m_server = std::make_unique<TestServer>();
    m_server->options.clock = [this] { return m_now; };
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_sam = m_api->tokenOf("sam");
}

void tst_PolicyRoutes::keepsWhatItIsGiven()
{
    const Answer made = create(forCampaign());
    QCOMPARE(made.status, 200); // not 201: the contract says so
    const QJsonObject expected{{QStringLiteral("id"), 1},
                               {QStringLiteral("name"), QStringLiteral("Spring")},
                               {QStringLiteral("retentionDays"), 180},
                               {QStringLiteral("appliesTo"), QStringLiteral("CAMPAIGN")},
                               {QStringLiteral("campaignId"), m_server->campaign.value},
                               {QStringLiteral("agentId"), QJsonValue::Null},
                               {QStringLiteral("isDefault"), false},
                               {QStringLiteral("createdAt"), QStringLiteral("2026-01-15T10:00:00Z")},
                               {QStringLiteral("updatedAt"), QStringLiteral("2026-01-15T10:00:00Z")},
                               {QStringLiteral("revision"), 1}};
    QCOMPARE(made.object(), expected);
    QCOMPARE(create(byDefault()).id(), 2);
    m_server->stop();
    m_server->start();
    QCOMPARE(m_api->get(path + "/1", m_sam).object(), expected);
    const QJsonArray all = m_api->get(path, m_sam).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().toObject(), expected);
}

void tst_PolicyRoutes::changesAllButWhoAndWhenItWasMade()
{
    QCOMPARE(create(forCampaign()).status, 200);
    m_now = m_now.addSecs(60);
    const Answer changed = send("PUT", path + "/1", byDefault(), m_sam);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.id(), 1);
    QCOMPARE(changed.object()[QLatin1String("appliesTo")].toString(), QStringLiteral("ALL"));
    QVERIFY(changed.object()[QLatin1String("campaignId")].isNull());
    QCOMPARE(changed.object()[QLatin1String("createdAt")].toString(), QStringLiteral("2026-01-15T10:00:00Z"));
    QCOMPARE(changed.object()[QLatin1String("updatedAt")].toString(), QStringLiteral("2026-01-15T10:01:00Z"));
    QCOMPARE(m_api->get(path + "/1", m_sam).object(), changed.object());
}

void tst_PolicyRoutes::deletesWithoutABody()
{
    QCOMPARE(create(byDefault()).status, 200);
    const Answer gone = send("DELETE", path + "/1", {}, m_sam);
    QCOMPARE(gone.status, 204);
    QVERIFY(gone.body.isEmpty());
    QCOMPARE(m_api->get(path + "/1", m_sam).status, 404);
    QVERIFY(m_api->get(path, m_sam).array().isEmpty());
}

void tst_PolicyRoutes::refusesWhatContradictsItself_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *from, const char *to, const char *named) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(named);
    };
    row("no days", "180", "0", "must be positive");
    row("days as a text", "180", "\"180\"", "retentionDays");
    row("half a day", "180", "0.5", "retentionDays");
    row("more days than an int holds", "180", "4294967476", "at most 36500");
    row("more than 64 bits hold", "180", "1e300", "retentionDays");
    row("another scope", "CAMPAIGN", "TEAM", "appliesTo");
    row("no scope", "\"appliesTo\"", "\"x\"", "appliesTo");
    row("no campaign of that number", "\"campaignId\":1", "\"campaignId\":404", "campaignId names no campaign");
    row("no name", "Spring", "", "name must not be empty");
    row("a NUL in the name", "Spring", "Spr\\u0000ing", "name must be a text");
    row("isDefault left out", ",\"isDefault\":false", "", "isDefault");
    row("no JSON", "{", "", "must be a JSON object");
    row("a list", "{", "[{", "must be a JSON object");
}

void tst_PolicyRoutes::refusesWhatContradictsItself()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, named);
    QCOMPARE(m_server->campaign.value, 1);
    QByteArray body = forCampaign();
    QVERIFY(body.contains(from));
    body.replace(body.indexOf(from), from.size(), to);
    const Answer refused = create(body);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.message().contains(named), qPrintable(refused.message()));
    QVERIFY(m_api->get(path, m_sam).array().isEmpty());
}

void tst_PolicyRoutes::refusesASecondOfTheSameKind()
{
    const QByteArray forAgent =
        R"({"name":"Training","retentionDays":30,"appliesTo":"AGENT","campaignId":null,"agentId":3,"isDefault":false})";
    for (const auto &[body, named] : {std::pair(forCampaign(), "already exists for this campaign"),
                                      std::pair(forAgent, "already exists for this agent"),
                                      std::pair(byDefault(), "default retention policy already exists")}) {
        QCOMPARE(create(body).status, 200);
        const Answer second = create(body);
        QCOMPARE(second.status, 409);
        QVERIFY2(second.message().contains(QLatin1String(named)), qPrintable(second.message()));
    }
    const Answer becomesSecond = send("PUT", path + "/1", byDefault(), m_sam);
    QCOMPARE(becomesSecond.status, 409);
    QCOMPARE(m_api->get(path + "/1", m_sam).object()[QLatin1String("name")].toString(), QStringLiteral("Spring"));
    QCOMPARE(m_api->get(path, m_sam).array().size(), 3);
}

void tst_PolicyRoutes::aPolicyIsNoConflictWithItself()
{
    QCOMPARE(create(forCampaign()).status, 200);
    QCOMPARE(send("PUT", path + "/1", forCampaign(365), m_sam).status, 200);
}

void tst_PolicyRoutes::saysWhereThereIsNone()
{
    for (const QByteArray id : {"/404", "/0", "/-1", "/abc", "/99999999999999999999"}) {
        const Answer found = m_api->get(path + id, m_sam);
        QCOMPARE(found.status, 404);
        QVERIFY(!found.message().isEmpty());
        QCOMPARE(send("PUT", path + id, forCampaign(), m_sam).status, 404);
        QCOMPARE(send("DELETE", path + id, {}, m_sam).status, 404);
    }
}

void tst_PolicyRoutes::isNotForAgents()
{
    QCOMPARE(create(byDefault()).status, 200);
    const QByteArray alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->get(path, alice).status, 403);
    QCOMPARE(m_api->get(path + "/1", alice).status, 403);
    QCOMPARE(send("POST", path, forCampaign(), alice).status, 403);
    QCOMPARE(send("PUT", path + "/1", forCampaign(), alice).status, 403);
    QCOMPARE(send("DELETE", path + "/1", {}, alice).status, 403);
    QCOMPARE(m_api->call("GET", path).status, 401);
    QCOMPARE(m_api->get(path, m_api->tokenOf("ada")).array().size(), 1);
    const QJsonObject refused = m_api->get("/api/audit?limit=9", m_sam).array()[1].toObject();
    QCOMPARE(refused[QLatin1String("username")].toString(), QStringLiteral("alice"));
    QCOMPARE(refused[QLatin1String("outcome")].toString(), QStringLiteral("refused"));
}

void tst_PolicyRoutes::eachChangeIsAnAuditEntryWithBeforeAndAfter()
{
    const QJsonObject made = create(forCampaign()).object();
    const QJsonObject changed = send("PUT", path + "/1", forCampaign(365), m_sam).object();
    QCOMPARE(send("DELETE", path + "/1", {}, m_sam).status, 204);
    QCOMPARE(create("{}").status, 400); // nothing happened, nothing to tell
    const QJsonArray entries = m_api->get("/api/audit?limit=3", m_sam).array();
    const QStringList actions{QStringLiteral("policy-delete"), QStringLiteral("policy-change"),
                              QStringLiteral("policy-create")};
    for (int at = 0; at < 3; ++at) {
        QCOMPARE(entries[at][QLatin1String("action")].toString(), actions[at]);
        QCOMPARE(entries[at][QLatin1String("username")].toString(), QStringLiteral("sam"));
        QCOMPARE(entries[at][QLatin1String("detail")][QLatin1String("policyId")].toInteger(), 1);
    }
    QCOMPARE(entries[2][QLatin1String("detail")][QLatin1String("after")].toObject(), made);
    QCOMPARE(entries[1][QLatin1String("detail")][QLatin1String("before")].toObject(), made);
    QCOMPARE(entries[1][QLatin1String("detail")][QLatin1String("after")].toObject(), changed);
    QCOMPARE(entries[0][QLatin1String("detail")][QLatin1String("before")].toObject(), changed);
}

void tst_PolicyRoutes::recordingsFollowAtOnce()
{
    const QByteArray alice = m_api->tokenOf("alice");
    QCOMPARE(m_api->upload(alice, m_server->aliceLead, toneWav(1, 440, 880)).id(), 1);
    const auto until = [&] {
        return m_api->get("/api/recordings/1", alice).object()[QLatin1String("retentionUntil")].toString();
    };
    QCOMPARE(until(), QStringLiteral("2026-04-15T10:00:00Z")); // 90 days where nothing else is said
    QCOMPARE(create(forCampaign(1)).status, 200);
    QCOMPARE(until(), QStringLiteral("2026-01-16T10:00:00Z"));
    QCOMPARE(send("PUT", path + "/1", forCampaign(2), m_sam).status, 200);
    QCOMPARE(until(), QStringLiteral("2026-01-17T10:00:00Z"));
    QCOMPARE(send("DELETE", path + "/1", {}, m_sam).status, 204);
    QCOMPARE(until(), QStringLiteral("2026-04-15T10:00:00Z"));
}

QTEST_GUILESS_MAIN(tst_PolicyRoutes)
#include "tst_PolicyRoutes.moc"
