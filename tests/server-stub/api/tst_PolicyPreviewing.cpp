// SPDX-License-Identifier: GPL-3.0-or-later
#include "AgedRecordings.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_PolicyPreviewing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AgedRecordings>();
        m_server->start();
    }
    void tellsWhatANewPolicyWouldChange();
    void tellsWhatAChangeWouldDo();
    void tellsWhatADeletionWouldDo();
    void savesNothing();
    void foretellsTheSweep();
    void refusesWhatSavingWouldRefuse();

private:
    static QByteArray campaignPolicy(int days)
    {
        return R"({"name":"Spring calls","retentionDays":)" + QByteArray::number(days) +
               R"(,"appliesTo":"CAMPAIGN","campaignId":1,"isDefault":false})";
    }
    QJsonObject preview(const QByteArray &query, const QByteArray &body)
    {
        const Answer answer = m_server->post("/api/retention-policies/preview" + query, body);
        if (answer.status != 200)
            throw std::runtime_error(answer.body.toStdString());
        return answer.object();
    }
    static qint64 total(const QJsonObject &preview, const char *name)
    {
        return preview[QLatin1String("totals")][QLatin1String(name)].toInteger(-1);
    }

    std::unique_ptr<AgedRecordings> m_server;
};

void tst_PolicyPreviewing::tellsWhatANewPolicyWouldChange()
{
    const qint64 young = m_server->add(5).value;
    const qint64 old = m_server->add(50).value;
    QCOMPARE(m_server->hold(m_server->add(51)).status, 200);
    m_server->add(95); // due now, and then too
    const QJsonObject told = preview({}, campaignPolicy(30));
    QCOMPARE(total(told, "changed"), 4);
    QCOMPARE(total(told, "sooner"), 4);
    QCOMPARE(total(told, "later"), 0);
    QCOMPARE(total(told, "expireAtOnce"), 1);
    QCOMPARE(total(told, "keptByHold"), 1);
    QCOMPARE(total(told, "noLongerExpired"), 0);
    const qint64 size = m_server->get("/api/recordings/1").object()[QLatin1String("fileSize")].toInteger();
    QCOMPARE(total(told, "bytes"), 4 * size);
    QCOMPARE(total(told, "expireAtOnceBytes"), size);
    const QJsonArray recordings = told[QLatin1String("recordings")].toArray();
    QCOMPARE(recordings.size(), 4);
    QCOMPARE(recordings[3][QLatin1String("recordingId")].toInteger(), young); // the soonest end first
    QCOMPARE(recordings[2][QLatin1String("recordingId")].toInteger(), old);
    QCOMPARE(recordings[2][QLatin1String("takenByNextSweep")].toBool(), true);
    QCOMPARE(recordings[1][QLatin1String("takenByNextSweep")].toBool(), false); // held
    const QJsonValue before = recordings[2][QLatin1String("before")];
    const QJsonValue after = recordings[2][QLatin1String("after")];
    QCOMPARE(before[QLatin1String("retentionReason")][QLatin1String("policyName")].toString(),
             QStringLiteral("DEFAULT_RETENTION_DAYS"));
    QCOMPARE(after[QLatin1String("retentionReason")][QLatin1String("policyName")].toString(),
             QStringLiteral("Spring calls"));
    QVERIFY(after[QLatin1String("retentionUntil")].toString() < before[QLatin1String("retentionUntil")].toString());
}

void tst_PolicyPreviewing::tellsWhatAChangeWouldDo()
{
    m_server->add(50);
    const qint64 policy = m_server->post("/api/retention-policies", campaignPolicy(30)).id();
    const QByteArray query = "?id=" + QByteArray::number(policy);
    const QJsonObject longer = preview(query, campaignPolicy(60));
    QCOMPARE(total(longer, "later"), 1);
    QCOMPARE(total(longer, "noLongerExpired"), 1);
    QCOMPARE(total(preview(query, campaignPolicy(30)), "changed"), 0);
    // It goes to somebody else's recordings instead.
    const QJsonObject moved =
        preview(query, R"({"name":"x","retentionDays":30,"appliesTo":"AGENT","agentId":4,"isDefault":false})");
    QCOMPARE(total(moved, "changed"), 1);
    QCOMPARE(total(moved, "later"), 1);
}

void tst_PolicyPreviewing::tellsWhatADeletionWouldDo()
{
    m_server->add(50);
    const qint64 policy = m_server->post("/api/retention-policies", campaignPolicy(365)).id();
    const QJsonObject gone = preview("?deletes=true&id=" + QByteArray::number(policy), "{}");
    QCOMPARE(total(gone, "changed"), 1);
    QCOMPARE(total(gone, "sooner"), 1);
    QCOMPARE(total(gone, "expireAtOnce"), 0);
    QCOMPARE(m_server->get("/api/retention-policies").array().size(), 1);
}

void tst_PolicyPreviewing::savesNothing()
{
    m_server->add(50);
    const QByteArray before = m_server->get("/api/recordings/1").body;
    preview({}, campaignPolicy(1));
    QCOMPARE(m_server->get("/api/recordings/1").body, before);
    QVERIFY(m_server->get("/api/retention-policies").array().isEmpty());
}

void tst_PolicyPreviewing::foretellsTheSweep()
{
    m_server->server.stop();
    m_server->server.options.sweepLimitPercent = 100;
    m_server->start();
    for (const qint64 days : {10, 40, 60, 80})
        m_server->add(days);
    QCOMPARE(m_server->hold(m_server->add(70)).status, 200);
    const qint64 foretold = total(preview({}, campaignPolicy(50)), "expireAtOnce");
    QCOMPARE(foretold, 2);
    QCOMPARE(m_server->post("/api/retention-policies", campaignPolicy(50)).status, 200);
    const qint64 sweep = m_server->post("/api/retention-sweeps").id();
    const QByteArray path = "/api/retention-sweeps/" + QByteArray::number(sweep);
    QTRY_COMPARE(m_server->get(path).object()[QLatin1String("state")].toString(), QStringLiteral("finished"));
    QCOMPARE(m_server->get(path).object()[QLatin1String("deleted")].toInteger(), foretold);
}

void tst_PolicyPreviewing::refusesWhatSavingWouldRefuse()
{
    const auto status = [this](const QByteArray &query, const QByteArray &body) {
        return m_server->post("/api/retention-policies/preview" + query, body).status;
    };
    QCOMPARE(status({}, campaignPolicy(0)), 400);
    QCOMPARE(status({}, "{}"), 400);
    QCOMPARE(status("?nonsense=1", campaignPolicy(9)), 400);
    QCOMPARE(status("?deletes=true", "{}"), 400);
    QCOMPARE(status("?id=404", campaignPolicy(9)), 404);
    QCOMPARE(status("?id=404&deletes=true", "{}"), 404);
    const qint64 policy = m_server->post("/api/retention-policies", campaignPolicy(30)).id();
    QCOMPARE(status({}, campaignPolicy(9)), 409);
    QCOMPARE(status("?deletes=true&id=" + QByteArray::number(policy), campaignPolicy(9)), 400);
    QCOMPARE(m_server->post("/api/retention-policies/preview", campaignPolicy(9), "alice").status, 403);
}

QTEST_GUILESS_MAIN(tst_PolicyPreviewing)
#include "tst_PolicyPreviewing.moc"
