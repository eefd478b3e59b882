// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

/// What two people may edit at once: matters, retention policies, users, and who is assigned to a lead.
class tst_Revisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api.reset();
        m_server = std::make_unique<TestServer>();
        m_server->options.clock = [this] { return m_now; };
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_ada = m_api->tokenOf("ada");
        m_sam = m_api->tokenOf("sam");
        const QByteArray policy = "{\"name\":\"All\",\"retentionDays\":90,\"appliesTo\":\"ALL\",\"isDefault\":true}";
        QCOMPARE(send("POST", "/api/retention-policies", policy, m_sam).field("ETag"), QByteArray("\"1\""));
        QCOMPARE(send("POST", "/api/matters", "{\"name\":\"Case\"}", m_sam).id(), 2);
    }

    void ofTwoWhoEditTheSameExactlyOneWins_data() { rows(); }
    void ofTwoWhoEditTheSameExactlyOneWins()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        const QByteArray tag = m_api->get(path, m_ada).field("ETag");
        QCOMPARE(tag, QByteArray("\"1\""));
        const Answer won = send("PUT", path, first, m_ada, tag);
        QCOMPARE(won.status, 200);
        QCOMPARE(won.field("ETag"), QByteArray("\"2\""));
        QCOMPARE(won.object()[QLatin1String("revision")].toInteger(), 2);
        const Answer lost = send("PUT", path, second, m_ada, tag);
        QCOMPARE(lost.status, 412);
        QCOMPARE(lost.message(), QStringLiteral("Ada Admin changed this at 2026-01-15T10:00:00Z. Nothing was "
                                                "overwritten; look at it again."));
        QCOMPARE(m_api->get(path, m_ada).object(), won.object());
        QCOMPARE(send("PUT", path, second, m_ada, "\"2\"").status, 200);
    }

    void whoeverNamesNoRevisionChangesWhateverIsThere_data() { rows(); }
    void whoeverNamesNoRevisionChangesWhateverIsThere()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QCOMPARE(send("PUT", path, first, m_ada).status, 200);
        QCOMPARE(send("PUT", path, second, m_ada).status, 200);
        QCOMPARE(send("PUT", path, first, m_ada, "*").field("ETag"), QByteArray("\"4\""));
    }

    void whatSomebodyChangedIsNotDeletedUnseen_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("a policy") << QByteArray("/api/retention-policies/1") << policyOf(30);
        QTest::newRow("a matter") << QByteArray("/api/matters/2") << QByteArray("{\"name\":\"Other\"}");
    }
    void whatSomebodyChangedIsNotDeletedUnseen()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, change);
        QCOMPARE(send("PUT", path, change, m_sam).status, 200);
        QCOMPARE(send("DELETE", path, {}, m_ada, "\"1\"").status, 412);
        QCOMPARE(m_api->get(path, m_ada).status, 200);
        QCOMPARE(send("DELETE", path, {}, m_ada, "\"2\"").status, 204);
    }

    void aRevisionOfWhatIsNotThereIsNotFound()
    {
        QCOMPARE(send("PUT", "/api/matters/404", "{\"name\":\"x\"}", m_sam, "\"1\"").status, 404);
        QCOMPARE(send("PUT", "/api/retention-policies/404", policyOf(1), m_sam, "\"1\"").status, 404);
    }

    void anImportOfLeadsIsAChangeOfThoseItChanges()
    {
        const QByteArray path = "/api/leads/" + QByteArray::number(m_server->aliceLead.value);
        const QJsonObject lead = m_api->get(path, m_ada).object();
        const QByteArray csv = "name,phone,agents\n" + lead[QLatin1String("name")].toString().toUtf8() + ',' +
                               lead[QLatin1String("phone")].toString().toUtf8() + ",bob\n";
        const Answer imported = m_api->call("POST", "/api/leads/import",
                                            TestApi::bearer(m_ada) + Fields{{"Content-Type", "text/csv"}}, csv);
        QCOMPARE(imported.object()[QLatin1String("changed")].toInteger(), 1);
        QCOMPARE(send("PUT", path, "{\"name\":\"Mine\",\"agents\":[]}", m_sam, "\"1\"").status, 412);
    }

    void changingOnesOwnPasswordIsNoChangeOfTheAccount()
    {
        const QByteArray body =
            "{\"currentPassword\":\"" + everybodysPassword + "\",\"newPassword\":\"another good one\"}";
        QCOMPARE(send("POST", "/api/auth/password", body, m_api->tokenOf("alice")).status / 100, 2);
        QCOMPARE(m_api->get("/api/users/3", m_ada).field("ETag"), QByteArray("\"1\""));
    }

private:
    static QByteArray policyOf(int days)
    {
        return "{\"name\":\"All\",\"retentionDays\":" + QByteArray::number(days) +
               ",\"appliesTo\":\"ALL\",\"isDefault\":true}";
    }
    void rows()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("a matter") << QByteArray("/api/matters/2")
                                  << QByteArray("{\"name\":\"Case\",\"reference\":\"A\"}")
                                  << QByteArray("{\"name\":\"Case\",\"reference\":\"B\"}");
        QTest::newRow("a policy") << QByteArray("/api/retention-policies/1") << policyOf(30) << policyOf(60);
        QTest::newRow("a user") << QByteArray("/api/users/3")
                                << QByteArray("{\"fullName\":\"A\",\"role\":\"agent\",\"disabled\":false}")
                                << QByteArray("{\"fullName\":\"B\",\"role\":\"agent\",\"disabled\":true}");
        QTest::newRow("who is assigned to a lead")
            << QByteArray("/api/leads/1") << QByteArray("{\"name\":\"Jane Smith\",\"agents\":[3,4]}")
            << QByteArray("{\"name\":\"Jane Smith\",\"agents\":[]}");
    }
    Answer send(const QByteArray &method, const QByteArray &path, const QByteArray &body, const QByteArray &token,
                const QByteArray &ifMatch = {})
    {
        Fields fields = TestApi::bearer(token) + Fields{{"Content-Type", "application/json"}};
        if (!ifMatch.isEmpty())
            fields.append({"If-Match", ifMatch});
        return m_api->call(method, path, fields, body);
    }

    QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-01-15T10:00:00Z"), Qt::ISODate);
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_ada;
    QByteArray m_sam;
};

QTEST_GUILESS_MAIN(tst_Revisions)
#include "tst_Revisions.moc"
