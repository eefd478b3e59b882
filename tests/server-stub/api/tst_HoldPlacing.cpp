// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "sqlite/Query.h"
#include "support/OpenApi.h"
#include "support/Tone.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

/// Matters, holds and their release over REST, as a supervisor uses them.
class tst_HoldPlacing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aLeadsHoldTakesWhatComesLaterAndIsToldByTheFeed();
    void aSearchsHoldIsMarkedInTheBackgroundAndGoesOnAfterARestart();
    void aSearchThatIsNoneIsRefusedByName_data();
    void aSearchThatIsNoneIsRefusedByName();
    void manyAreHeldAndReleasedWithAnAnswerForEach();
    void theBooleanIsTheSumOfTheHolds();
    void aReleaseThatNeedsTwoWaitsForTheSecond();
    void whatSomebodyAskedForWhoMayReleaseNothingAnyMoreLapses_data();
    void whatSomebodyAskedForWhoMayReleaseNothingAnyMoreLapses();
    void aRequestOfBeforeByWhoMayReleaseNothingIsNotApproved();
    void aReleaseThatNeedsOneByNowLeavesWhatWasAskedForLapsed();
    void coolingOffIsSaidOnTheRecordingAndInThePreview();
    void eachDeedIsAudited();

private:
    Answer post(const QByteArray &path, const QByteArray &body, const QByteArray &token)
    {
        return documented("POST", path, m_api->call("POST", path, TestApi::bearer(token), body));
    }
    Answer put(const QByteArray &id, const QByteArray &body)
    {
        const QByteArray path = "/api/recordings/" + id + "/compliance-hold";
        return documented("PUT", path, m_api->call("PUT", path, TestApi::bearer(m_sam), body));
    }
    Answer documented(const QByteArray &method, const QByteArray &path, const Answer &answer)
    {
        const OpenApi document(m_api->call("GET", "/api/openapi.json").object());
        const QString problem = document.problemWith(QString::fromLatin1(method), QString::fromLatin1(path),
                                                     answer.status, answer.field("Content-Type"), answer.body);
        if (!problem.isEmpty())
            throw std::runtime_error(problem.toStdString());
        return answer;
    }
    QJsonObject recording(qint64 id) { return m_api->get("/api/recordings/" + QByteArray::number(id), m_sam).object(); }
    bool isHeld(qint64 id) { return recording(id)[QLatin1String("complianceHold")].toBool(); }
    QString stateOf(qint64 hold)
    {
        return m_api->get("/api/holds/" + QByteArray::number(hold), m_sam).object()[QLatin1String("state")].toString();
    }
    qint64 upload() { return m_api->upload(m_alice, m_server->aliceLead, toneWav(0.2, 440, 880)).id(); }
    QByteArray overAlicesLead(bool later)
    {
        return R"({"scope":"lead","reason":"claim","leadId":)" + QByteArray::number(m_server->aliceLead.value) +
               R"(,"includesLater":)" + (later ? "true}" : "false}");
    }

    void setAccount(QByteArrayView user, QByteArrayView role, bool disabled);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
    QByteArray m_ada;
};

void tst_HoldPlacing::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
    m_ada = m_api->tokenOf("ada");
    QCOMPARE(upload(), 1);
    QCOMPARE(upload(), 2);
}

void tst_HoldPlacing::aLeadsHoldTakesWhatComesLaterAndIsToldByTheFeed()
{
    const QString cursor = m_api->get("/api/changes", m_alice).object()[QLatin1String("cursor")].toString();
    const Answer placed = post("/api/holds", overAlicesLead(true), m_sam);
    QCOMPARE(placed.status, 201);
    QCOMPARE(placed.field("Location"), "/api/holds/" + QByteArray::number(placed.id()));
    QCOMPARE(placed.object()[QLatin1String("state")].toString(), QStringLiteral("active")); // a few are marked at once
    QCOMPARE(placed.object()[QLatin1String("recordingCount")].toInteger(), 2);
    QVERIFY(isHeld(1) && isHeld(2));
    const QJsonArray changes = m_api->get("/api/changes?wait=2&cursor=" + cursor.toLatin1(), m_alice)
                                   .object()[QLatin1String("changes")]
                                   .toArray();
    QCOMPARE(changes.size(), 2); // her recordings; the hold itself is not for her
    QVERIFY(changes[0][QLatin1String("recording")][QLatin1String("complianceHold")].toBool());
    QVERIFY(isHeld(upload()));
    QCOMPARE(m_api->call("DELETE", "/api/recordings/3", TestApi::bearer(m_ada)).status, 403);
    QCOMPARE(m_api->get("/api/holds?recordingId=3", m_sam).array().size(), 1);
    QCOMPARE(m_api->get("/api/holds", m_alice).status, 403);
}

void tst_HoldPlacing::aSearchsHoldIsMarkedInTheBackgroundAndGoesOnAfterARestart()
{
    const Answer placed =
        post("/api/holds", R"({"scope":"search","includesLater":true,"search":{"minDuration":0,"q":"jane"}})", m_sam);
    QCOMPARE(placed.status, 201);
    // From now on, marked or not.
    QCOMPARE(m_api->call("DELETE", "/api/recordings/1", TestApi::bearer(m_ada)).status, 403);
    QTRY_COMPARE(stateOf(placed.id()), QStringLiteral("active"));
    QVERIFY(isHeld(1) && isHeld(2));
    const auto previewSaysPlacing = [&] {
        return post("/api/holds/release/preview", R"({"holdIds":[)" + QByteArray::number(placed.id()) + "]}", m_sam)
            .object()[QLatin1String("totals")][QLatin1String("placing")]
            .toBool(true);
    };
    QVERIFY(!previewSaysPlacing());
    m_server->write([](Database &database) {
        return Query(database, "UPDATE holds SET state = 'placing', reached_time = NULL, reached_id = NULL").run();
    });
    QVERIFY(previewSaysPlacing());
    m_server->stop();
    m_server->start();
    QTRY_COMPARE(stateOf(placed.id()), QStringLiteral("active"));
    QCOMPARE(
        post("/api/holds/" + QByteArray::number(placed.id()) + "/release", R"({"reason":"settled"})", m_sam).status,
        200);
    QTRY_COMPARE(stateOf(placed.id()), QStringLiteral("released"));
    QVERIFY(!isHeld(1) && !isHeld(2));
}

void tst_HoldPlacing::aSearchThatIsNoneIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("search");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QByteArray("{}") << QStringLiteral("search");
    QTest::newRow("everything") << QByteArray(R"({"q":""})") << QStringLiteral("search");
    QTest::newRow("itself") << QByteArray(R"({"complianceHold":true})") << QStringLiteral("complianceHold");
    QTest::newRow("misspelt") << QByteArray(R"({"agent":1})") << QStringLiteral("agent");
    QTest::newRow("a page") << QByteArray(R"({"agentId":1,"limit":5})") << QStringLiteral("limit");
    QTest::newRow("a half") << QByteArray(R"({"agentId":1.5})") << QStringLiteral("agentId");
    QTest::newRow("a list") << QByteArray(R"({"agentId":[1]})") << QStringLiteral("agentId");
}

void tst_HoldPlacing::aSearchThatIsNoneIsRefusedByName()
{
    QFETCH(QByteArray, search);
    QFETCH(QString, named);
    const Answer refused = post("/api/holds", R"({"scope":"search","search":)" + search + '}', m_sam);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.message().contains(named), qPrintable(refused.message()));
    QCOMPARE(m_api->get("/api/holds", m_sam).array().size(), 0);
}

void tst_HoldPlacing::manyAreHeldAndReleasedWithAnAnswerForEach()
{
    QCOMPARE(post("/api/holds", R"({"scope":"recording","recordingId":2})", m_sam).status, 201);
    const Answer placed = post("/api/holds", R"({"scope":"recording","recordingIds":[1,404,2]})", m_sam);
    QCOMPARE(placed.status, 200);
    QCOMPARE(placed.array()[0][QLatin1String("holdId")].toInteger(), 2);
    QCOMPARE(placed.array()[1][QLatin1String("status")].toInt(), 404);
    QCOMPARE(placed.array()[2][QLatin1String("status")].toInt(), 409);
    const Answer released = post("/api/holds/release", R"({"holdIds":[1,2,77]})", m_sam);
    QCOMPARE(released.status, 200);
    QCOMPARE(released.array()[0][QLatin1String("status")].toInt(), 200);
    QCOMPARE(released.array()[2][QLatin1String("status")].toInt(), 404);
    QVERIFY(!isHeld(1) && !isHeld(2));
}

void tst_HoldPlacing::theBooleanIsTheSumOfTheHolds()
{
    QCOMPARE(post("/api/matters", R"({"name":"Smith"})", m_sam).status, 201);
    QCOMPARE(post("/api/holds", R"({"matterId":2,"scope":"recording","recordingId":1})", m_sam).status, 201);
    const Answer other = put("1", R"({"complianceHold":false})"); // the default matter's, of which there is none
    QCOMPARE(other.status, 409);
    QVERIFY(other.message().contains(QStringLiteral("compliance hold")));
    QVERIFY(other.message().contains(QStringLiteral("Smith")));
    QCOMPARE(put("1", R"({"complianceHold":true})").status, 200);
    const Answer lifted = put("1", R"({"complianceHold":false})");
    QCOMPARE(lifted.status, 200);
    QVERIFY(lifted.object()[QLatin1String("complianceHold")].toBool()); // Smith's still stands
    const Answer many =
        post("/api/recordings/compliance-hold", R"({"ids":[1,2],"complianceHold":true,"matter":"New case"})", m_sam);
    QCOMPARE(many.status, 200);
    QCOMPARE(m_api->get("/api/matters", m_sam).array().size(), 3); // made by its name
    const QJsonObject first =
        post("/api/recordings/compliance-hold", R"({"ids":[1],"complianceHold":false,"matter":"new case"})", m_sam)
            .array()[0]
            .toObject();
    QCOMPARE(first[QLatin1String("status")].toInt(), 200);
    QVERIFY(first[QLatin1String("complianceHold")].toBool());
    QVERIFY(first[QLatin1String("message")].toString().contains(QStringLiteral("Smith")));
    QCOMPARE(put("1", R"({"complianceHold":false,"matter":"Nobody"})").status, 400);
    QCOMPARE(put("1", R"({"complianceHold":false,"matter":"SMITH"})").status, 200);
    QVERIFY(!isHeld(1));
}

void tst_HoldPlacing::aReleaseThatNeedsTwoWaitsForTheSecond()
{
    m_server->stop();
    m_server->options.releaseNeedsTwo = true;
    m_server->start();
    QCOMPARE(put("1", R"({"complianceHold":true})").status, 200);
    const Answer asked = put("1", R"({"complianceHold":false})");
    QCOMPARE(asked.status, 202);
    QVERIFY(asked.object()[QLatin1String("complianceHold")].toBool());
    const Answer again = post("/api/holds/1/release", "{}", m_ada);
    QCOMPARE(again.status, 409);
    QVERIFY(again.message().contains(QStringLiteral("second person")));
    QCOMPARE(post("/api/hold-release-requests/1/approve", {}, m_sam).status, 403);
    QVERIFY(isHeld(1));
    QCOMPARE(m_api->get("/api/hold-release-requests?state=open", m_ada).array().size(), 1);
    QCOMPARE(post("/api/hold-release-requests/1/approve", {}, m_ada).status, 200);
    QVERIFY(!isHeld(1));
    QCOMPARE(put("2", R"({"complianceHold":true})").status, 200);
    QCOMPARE(post("/api/holds/2/release", R"({"reason":"r"})", m_sam).status, 202);
    QCOMPARE(post("/api/hold-release-requests/2/withdraw", {}, m_sam).status, 200);
    QVERIFY(isHeld(2));
}

void tst_HoldPlacing::setAccount(QByteArrayView user, QByteArrayView role, bool disabled)
{
    const QByteArray id = user == "ada" ? "1" : "2";
    const QByteArray body =
        R"({"fullName":"X","role":")" + role.toByteArray() + R"(","disabled":)" + (disabled ? "true" : "false") + '}';
    QCOMPARE(m_api->call("PUT", "/api/users/" + id, TestApi::bearer(m_ada), body).status, 200);
}

void tst_HoldPlacing::whatSomebodyAskedForWhoMayReleaseNothingAnyMoreLapses_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<bool>("disabled");
    QTest::newRow("disabled") << QByteArray("supervisor") << true;
    QTest::newRow("an agent by now") << QByteArray("agent") << false;
}

void tst_HoldPlacing::whatSomebodyAskedForWhoMayReleaseNothingAnyMoreLapses()
{
    QFETCH(QByteArray, role);
    QFETCH(bool, disabled);
    m_server->stop();
    m_server->options.releaseNeedsTwo = true;
    m_server->start();
    QCOMPARE(put("1", R"({"complianceHold":true})").status, 200);
    QCOMPARE(post("/api/holds/1/release", R"({"reason":"r"})", m_sam).status, 202);
    setAccount("sam", "supervisor", false); // another name alone ends nothing
    QCOMPARE(m_api->get("/api/hold-release-requests?state=open", m_ada).array().size(), 1);
    setAccount("sam", role, disabled);
    const QJsonArray lapsed = m_api->get("/api/hold-release-requests?state=lapsed", m_ada).array();
    QCOMPARE(lapsed.size(), 1);
    QVERIFY(lapsed[0][QLatin1String("decidedBy")].isNull());
    const Answer refused = post("/api/hold-release-requests/1/approve", {}, m_ada);
    QCOMPARE(refused.status, 409);
    QVERIFY2(refused.message().startsWith(QStringLiteral("This request lapsed")), qPrintable(refused.message()));
    QVERIFY(m_api->get("/api/recordings/1", m_ada).object()[QLatin1String("complianceHold")].toBool());
    const QJsonValue entry = m_api->get("/api/audit?action=hold-release-lapse", m_ada).array()[0];
    QCOMPARE(entry[QLatin1String("username")].toString(), QStringLiteral("ada"));
    QCOMPARE(entry[QLatin1String("recordingId")].toInteger(), 1);
    QCOMPARE(post("/api/holds/1/release", R"({"reason":"r"})", m_ada).status, 202); // it may be asked for anew
}

void tst_HoldPlacing::aRequestOfBeforeByWhoMayReleaseNothingIsNotApproved()
{
    m_server->stop();
    m_server->options.releaseNeedsTwo = true;
    m_server->start();
    QCOMPARE(put("1", R"({"complianceHold":true})").status, 200);
    QCOMPARE(post("/api/holds/1/release", R"({"reason":"r"})", m_sam).status, 202);
    m_server->write(
        [](Database &database) { return Query(database, "UPDATE users SET disabled = 1 WHERE id = 2").run(); });
    const Answer refused = post("/api/hold-release-requests/1/approve", {}, m_ada);
    QCOMPARE(refused.status, 409);
    QVERIFY2(refused.message().contains(QStringLiteral("may not release holds any more")),
             qPrintable(refused.message()));
    QVERIFY(m_api->get("/api/recordings/1", m_ada).object()[QLatin1String("complianceHold")].toBool());
    QCOMPARE(post("/api/holds/1/release", R"({"reason":"r"})", m_ada).status, 202);
    QCOMPARE(m_api->get("/api/hold-release-requests?state=lapsed", m_ada).array().size(), 1);
}

void tst_HoldPlacing::aReleaseThatNeedsOneByNowLeavesWhatWasAskedForLapsed()
{
    const auto needsTwo = [this](bool two) {
        m_server->stop();
        m_server->options.releaseNeedsTwo = two;
        m_server->start();
    };
    needsTwo(true);
    QCOMPARE(put("1", R"({"complianceHold":true})").status, 200);
    QCOMPARE(post("/api/holds/1/release", R"({"reason":"r"})", m_sam).status, 202);
    needsTwo(false);
    QCOMPARE(post("/api/holds/1/release", R"({"reason":"r"})", m_ada).status, 200);
    QVERIFY(!isHeld(1));
    QCOMPARE(m_api->get("/api/hold-release-requests", m_ada).array()[0][QLatin1String("state")].toString(),
             QStringLiteral("lapsed"));
}

void tst_HoldPlacing::coolingOffIsSaidOnTheRecordingAndInThePreview()
{
    m_server->stop();
    QDateTime now = QDateTime::currentDateTimeUtc().addDays(200); // long after it would have ended
    m_server->options.clock = [&now] { return now; };
    m_server->start();
    m_sam = m_api->tokenOf("sam");
    QCOMPARE(put("1", R"({"complianceHold":true})").status, 200);
    const auto preview = [this] { return post("/api/holds/release/preview", R"({"holdIds":[1]})", m_sam).object(); };
    const QJsonObject resting = preview();
    QCOMPARE(resting[QLatin1String("totals")][QLatin1String("goFree")].toInt(), 1);
    const QJsonValue one = resting[QLatin1String("recordings")][0];
    QCOMPARE(one[QLatin1String("retentionUntil")].toString(), now.addDays(7).toString(Qt::ISODateWithMs));
    QCOMPARE(one[QLatin1String("takenByNextSweep")].toBool(), false);
    QCOMPARE(put("1", R"({"complianceHold":false})").status, 200);
    QCOMPARE(recording(1)[QLatin1String("retentionUntil")].toString(), now.addDays(7).toString(Qt::ISODateWithMs));
    QCOMPARE(recording(1)[QLatin1String("retentionReason")][QLatin1String("coolingOffUntil")],
             recording(1)[QLatin1String("retentionUntil")]);
    QVERIFY(recording(2)[QLatin1String("retentionReason")][QLatin1String("coolingOffUntil")].isNull());
    QCOMPARE(put("1", R"({"complianceHold":true})").status, 200); // held again, it does not rest
    QVERIFY(recording(1)[QLatin1String("retentionReason")][QLatin1String("coolingOffUntil")].isNull());
}

void tst_HoldPlacing::eachDeedIsAudited()
{
    QCOMPARE(post("/api/matters", R"({"name":"Smith"})", m_sam).status, 201);
    QCOMPARE(post("/api/holds", R"({"matterId":2,"scope":"recording","recordingId":1})", m_sam).status, 201);
    QCOMPARE(post("/api/holds/release/preview", R"({"matterId":2})", m_sam).status, 200);
    QCOMPARE(post("/api/holds/1/release", R"({"reason":"settled"})", m_ada).status, 200);
    QCOMPARE(post("/api/holds", overAlicesLead(false), m_alice).status, 403);
    QStringList actions;
    const QJsonArray entries = m_api->get("/api/audit?limit=5", m_sam).array();
    for (const QJsonValue &entry : entries)
        actions.prepend(entry[QLatin1String("action")].toString());
    QCOMPARE(actions, QStringList({QStringLiteral("matter-create"), QStringLiteral("hold-place"),
                                   QStringLiteral("hold-release-preview"), QStringLiteral("hold-release"),
                                   QStringLiteral("holds")}));
    QCOMPARE(entries[0][QLatin1String("outcome")].toString(), QStringLiteral("refused"));
    const QJsonValue release = entries[1];
    QCOMPARE(release[QLatin1String("username")].toString(), QStringLiteral("ada"));
    QCOMPARE(release[QLatin1String("recordingId")].toInteger(), 1);
    QCOMPARE(release[QLatin1String("leadId")].toInteger(), m_server->aliceLead.value);
    QCOMPARE(release[QLatin1String("detail")][QLatin1String("before")][QLatin1String("state")].toString(),
             QStringLiteral("active"));
    QCOMPARE(release[QLatin1String("detail")][QLatin1String("after")][QLatin1String("state")].toString(),
             QStringLiteral("released"));
}

QTEST_GUILESS_MAIN(tst_HoldPlacing)
#include "tst_HoldPlacing.moc"
