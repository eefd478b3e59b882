// SPDX-License-Identifier: GPL-3.0-or-later
#include "AgedRecordings.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_ExpiringRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AgedRecordings>();
        m_server->start();
    }
    void listsWhatEndsInThatTimeSoonestFirst();
    void whatIsHeldIsNotDue();
    void tellsTheDateAndTheReason();
    void agentsSeeTheirOwn();
    void comesPageByPage();
    void refusesWhatItDoesNotKnow();

private:
    std::unique_ptr<AgedRecordings> m_server;
};

void tst_ExpiringRoutes::listsWhatEndsInThatTimeSoonestFirst()
{
    const qint64 in20 = m_server->add(70).value;
    const qint64 past = m_server->add(95).value;
    m_server->add(10);
    const qint64 in5 = m_server->add(85).value;
    QCOMPARE(m_server->ids(m_server->get("/api/recordings/expiring")), (QList<qint64>{past, in5, in20}));
    QCOMPARE(m_server->ids(m_server->get("/api/recordings/expiring?days=7")), (QList<qint64>{past, in5}));
    QCOMPARE(m_server->ids(m_server->get("/api/recordings/expiring?days=0")), QList<qint64>{past});
}

void tst_ExpiringRoutes::whatIsHeldIsNotDue()
{
    const RecordingId held = m_server->add(95);
    const qint64 free = m_server->add(94).value;
    QCOMPARE(m_server->hold(held).status, 200);
    const Answer answer = m_server->get("/api/recordings/expiring");
    QCOMPARE(m_server->ids(answer), QList<qint64>{free});
    QCOMPARE(answer.field("X-Total-Count"), QByteArray("1"));
}

void tst_ExpiringRoutes::tellsTheDateAndTheReason()
{
    m_server->add(95);
    QCOMPARE(
        m_server
            ->post(
                "/api/retention-policies",
                R"({"name":"Spring calls","retentionDays":100,"appliesTo":"CAMPAIGN","campaignId":1,"isDefault":false})")
            .status,
        200);
    const QJsonValue one = m_server->get("/api/recordings/expiring").array()[0];
    QCOMPARE(one[QLatin1String("retentionReason")][QLatin1String("policyName")].toString(),
             QStringLiteral("Spring calls"));
    const QDateTime until = QDateTime::fromString(one[QLatin1String("retentionUntil")].toString(), Qt::ISODateWithMs);
    const QDateTime uploaded = QDateTime::fromString(one[QLatin1String("uploadedAt")].toString(), Qt::ISODateWithMs);
    QCOMPARE(uploaded.daysTo(until), 100);
}

void tst_ExpiringRoutes::agentsSeeTheirOwn()
{
    const qint64 hers = m_server->add(95, "alice").value;
    const qint64 his = m_server->add(94, "bob").value;
    QCOMPARE(m_server->ids(m_server->get("/api/recordings/expiring", "alice")), QList<qint64>{hers});
    QCOMPARE(m_server->ids(m_server->get("/api/recordings/expiring", "bob")), QList<qint64>{his});
    QCOMPARE(m_server->ids(m_server->get("/api/recordings/expiring", "ada")), (QList<qint64>{hers, his}));
}

void tst_ExpiringRoutes::comesPageByPage()
{
    QList<qint64> all;
    for (qint64 days = 99; days > 92; --days)
        all.append(m_server->add(days).value);
    QList<qint64> seen;
    QByteArray path = "/api/recordings/expiring?days=30&limit=3";
    for (int pages = 0; !path.isEmpty(); ++pages) {
        QVERIFY(pages < 3);
        const Answer answer = m_server->get(path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.field("X-Total-Count"), QByteArray("7"));
        seen += m_server->ids(answer);
        const QByteArray link = answer.field("Link");
        path = link.isEmpty() ? QByteArray() : link.mid(1, link.indexOf('>') - 1);
    }
    QCOMPARE(seen, all);
}

void tst_ExpiringRoutes::refusesWhatItDoesNotKnow()
{
    for (const QByteArray query : {"days=-1", "days=x", "limit=0", "cursor=zzz", "cursor=____________________________",
                                   "offset=3", "cursor=f_________8AAAAAAAAAAAAAAAAAAAAA"}) {
        const Answer answer = m_server->get("/api/recordings/expiring?" + query);
        QCOMPARE(answer.status, 400);
        QVERIFY2(answer.message().contains(QString::fromLatin1(query.split('=').first())), answer.body);
    }
}

QTEST_GUILESS_MAIN(tst_ExpiringRoutes)
#include "tst_ExpiringRoutes.moc"
