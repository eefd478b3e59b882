// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_LeadEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesALeadThatItsAgentsSee();
    void anAgentWhoIsNoLongerAssignedSeesItNoMore();
    void refusesWhatIsNoLead_data();
    void refusesWhatIsNoLead();
    void isNotForAgents();
    void importsAFileAndSaysWhatWasThere();
    void aPreviewTellsWhatTheImportWouldDoAndDoesNothing();
    void oneProblemAndNothingIsImported();
    void refusesAFileThatIsNone_data();
    void refusesAFileThatIsNone();
    void makesAndRenamesCampaigns();
    void listsMoreThanAPageHolds();

private:
    Answer post(const QByteArray &path, const QByteArray &body, const QByteArray &token)
    {
        return m_api->call("POST", path, TestApi::bearer(token), body);
    }
    Answer put(const QByteArray &path, const QByteArray &body, const QByteArray &token)
    {
        return m_api->call("PUT", path, TestApi::bearer(token), body);
    }
    qsizetype leads() { return m_api->get("/api/leads", m_sam).array().size(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
};

void tst_LeadEditing::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
}

void tst_LeadEditing::makesALeadThatItsAgentsSee()
{
    const Answer made =
        post("/api/leads", R"({"name":"Zoë Nørgaard","phone":"+45 12 34","campaignId":1,"agents":[3,3]})", m_sam);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.field("Location"), "/api/leads/" + QByteArray::number(made.id()));
    QCOMPARE(made.object().value(QLatin1String("agents")).toArray(), QJsonArray{3});
    QCOMPARE(made.object().value(QLatin1String("campaignName")).toString(), QStringLiteral("Spring"));
    QCOMPARE(m_api->get(made.field("Location"), m_alice).object(), made.object());
    QCOMPARE(m_api->get(made.field("Location"), m_api->tokenOf("bob")).status, 403);
}

void tst_LeadEditing::anAgentWhoIsNoLongerAssignedSeesItNoMore()
{
    const QByteArray path = "/api/leads/" + QByteArray::number(m_server->aliceLead.value);
    const Answer changed = put(path, R"({"name":"Jane S.","phone":null,"campaignId":null,"agents":[4]})", m_sam);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.object().value(QLatin1String("name")).toString(), QStringLiteral("Jane S."));
    QVERIFY(changed.object().value(QLatin1String("campaignId")).isNull());
    QCOMPARE(m_api->get(path, m_alice).status, 403);
    QVERIFY(m_api->get("/api/leads", m_alice).array().isEmpty());
    QCOMPARE(m_api->get("/api/leads", m_api->tokenOf("bob")).array().size(), 2);
    QCOMPARE(put("/api/leads/404", R"({"name":"x","agents":[]})", m_sam).status, 404);
    QCOMPARE(put("/api/leads/x", R"({"name":"x","agents":[]})", m_sam).status, 404);
}

void tst_LeadEditing::refusesWhatIsNoLead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no name") << QByteArray(R"({"name":" ","agents":[]})");
    QTest::newRow("a long name") << QByteArray(R"({"agents":[],"name":")" + QByteArray(201, 'x') + "\"}");
    QTest::newRow("a long number") << QByteArray(R"({"agents":[],"name":"a","phone":")" + QByteArray(51, '1') + "\"}");
    QTest::newRow("no list of agents") << QByteArray(R"({"name":"a"})");
    QTest::newRow("an agent that is none") << QByteArray(R"({"name":"a","agents":["alice"]})");
    QTest::newRow("an agent that is not there") << QByteArray(R"({"name":"a","agents":[404]})");
    QTest::newRow("a campaign that is not there") << QByteArray(R"({"name":"a","agents":[],"campaignId":404})");
    QTest::newRow("a field that is not known") << QByteArray(R"({"name":"a","agents":[],"email":"x"})");
}

void tst_LeadEditing::refusesWhatIsNoLead()
{
    QFETCH(QByteArray, body);
    QCOMPARE(post("/api/leads", body, m_sam).status, 400);
    const QByteArray path = "/api/leads/" + QByteArray::number(m_server->aliceLead.value);
    const QJsonObject before = m_api->get(path, m_sam).object();
    const Answer refused = put(path, body, m_sam);
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.message().isEmpty());
    QCOMPARE(m_api->get(path, m_sam).object(), before);
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::isNotForAgents()
{
    QCOMPARE(post("/api/leads", R"({"name":"a","agents":[3]})", m_alice).status, 403);
    QCOMPARE(put("/api/leads/1", R"({"name":"a","agents":[3]})", m_alice).status, 403);
    QCOMPARE(post("/api/leads/import", "name\nA\n", m_alice).status, 403);
    QCOMPARE(post("/api/campaigns", R"({"name":"a"})", m_alice).status, 403);
    QCOMPARE(put("/api/campaigns/1", R"({"name":"a"})", m_alice).status, 403);
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::importsAFileAndSaysWhatWasThere()
{
    const QByteArray file = "Phone,NAME,agents,campaign\r\n"
                            "+44 (7700) 900-123,Jane Smith,bob,Spring\r\n"
                            "+49 30 1,\"Weiß, Ida\",alice; BOB ,\r\n"
                            ",Nobody's,,Spring\r\n";
    const Answer imported = post("/api/leads/import", file, m_sam);
    QCOMPARE(imported.status, 200);
    QCOMPARE(imported.object().value(QLatin1String("created")).toInteger(), 2);
    QCOMPARE(imported.object().value(QLatin1String("alreadyThere")).toInteger(), 1);
    QCOMPARE(leads(), 4);
    const QJsonObject ida = m_api->get("/api/leads?q=ida", m_alice).array().first().toObject();
    QCOMPARE(ida[QLatin1String("name")].toString(), QStringLiteral("Weiß, Ida"));
    QCOMPARE(ida[QLatin1String("agents")].toArray(), (QJsonArray{3, 4}));
    QCOMPARE(post("/api/leads/import", file, m_sam).object().value(QLatin1String("created")).toInteger(), 0);
}

void tst_LeadEditing::aPreviewTellsWhatTheImportWouldDoAndDoesNothing()
{
    const Answer preview = post("/api/leads/import?preview=true", "name,agents\nA,alice\nB,carol\n", m_sam);
    QCOMPARE(preview.status, 200);
    QCOMPARE(preview.object().value(QLatin1String("preview")).toBool(), true);
    QCOMPARE(preview.object().value(QLatin1String("created")).toInteger(), 1);
    const QJsonArray problems = preview.object().value(QLatin1String("problems")).toArray();
    QCOMPARE(problems,
             (QJsonArray{QJsonObject{{QStringLiteral("line"), 3},
                                     {QStringLiteral("message"), QStringLiteral("There is no user carol.")}}}));
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::oneProblemAndNothingIsImported()
{
    const Answer refused = post("/api/leads/import", "name,campaign\nA,Spring\nB,Autumn\nC,Winter\n", m_sam);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.message(), QStringLiteral("Line 3: There is no campaign Autumn. Nothing was imported."));
    QCOMPARE(refused.object().value(QLatin1String("problemCount")).toInteger(), 2);
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::refusesAFileThatIsNone_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no leads") << QByteArray("name,phone\n");
    QTest::newRow("no names") << QByteArray("phone\n+1\n");
    QTest::newRow("a column that is not known") << QByteArray("name,email\nA,b\n");
    QTest::newRow("a column twice") << QByteArray("name,Name\nA,b\n");
    QTest::newRow("a field too many") << QByteArray("name\nA,b\n");
    QTest::newRow("a name that is none") << QByteArray("name,phone\nA,1\n ,2\n");
    QTest::newRow("no text") << QByteArray("name\n\xff\xfe\n");
    QTest::newRow("an open quote") << QByteArray("name\n\"A\n");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n", 8);
}

void tst_LeadEditing::refusesAFileThatIsNone()
{
    QFETCH(QByteArray, file);
    for (const char *path : {"/api/leads/import", "/api/leads/import?preview=true"}) {
        const Answer refused = post(path, file, m_sam);
        QCOMPARE(refused.status, 400);
        QVERIFY(!refused.message().isEmpty());
    }
    QCOMPARE(leads(), 2);
    QCOMPARE(post("/api/leads/import?dry=true", "name\nA\n", m_sam).status, 400);
}

void tst_LeadEditing::makesAndRenamesCampaigns()
{
    const Answer made = post("/api/campaigns", R"({"name":"Autumn"})", m_sam);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.field("Location"), "/api/campaigns/" + QByteArray::number(made.id()));
    QCOMPARE(m_api->get("/api/campaigns", m_alice).array().size(), 2);
    QCOMPARE(put(made.field("Location"), R"({"name":"Harvest"})", m_sam).status, 200);
    QCOMPARE(m_api->get(made.field("Location"), m_alice).object().value(QLatin1String("name")).toString(),
             QStringLiteral("Harvest"));
    QVERIFY(post("/api/campaigns", R"({"name":"Spring"})", m_sam).message().contains(QStringLiteral("already exists")));
    QCOMPARE(put(made.field("Location"), R"({"name":"Spring"})", m_sam).status, 409);
    QCOMPARE(put("/api/campaigns/404", R"({"name":"x"})", m_sam).status, 404);
    QCOMPARE(put("/api/campaigns/0", R"({"name":"x"})", m_sam).status, 404);
    QCOMPARE(post("/api/campaigns", R"({"name":""})", m_sam).status, 400);
    QCOMPARE(m_api->get("/api/campaigns/404", m_sam).status, 404);
}

void tst_LeadEditing::listsMoreThanAPageHolds()
{
    QByteArray file = "name,agents\n";
    for (int i = 0; i < 2500; ++i)
        file += "Lead " + QByteArray::number(10'000 + i) + ",alice\n";
    QCOMPARE(post("/api/leads/import", file, m_sam).object().value(QLatin1String("created")).toInteger(), 2500);
    QStringList names;
    QByteArray path = "/api/leads?q=Lead";
    for (int pages = 0; !path.isEmpty(); ++pages) {
        const Answer page = m_api->get(path, m_alice);
        QCOMPARE(page.field("X-Total-Count"), QByteArray("2500"));
        QVERIFY(page.array().size() <= 1000 && pages < 4);
        for (const QJsonValue &lead : page.array())
            names.append(lead[QLatin1String("name")].toString());
        const QByteArray link = page.field("Link");
        path = link.mid(1, link.indexOf('>') - 1);
    }
    QCOMPARE(names.size(), 2500);
    QVERIFY(std::is_sorted(names.begin(), names.end()));
    QCOMPARE(m_api->get("/api/leads?limit=2&offset=2501", m_sam).array().size(), 1);
    QCOMPARE(m_api->get("/api/leads?limit=1001", m_sam).status, 400);
    QVERIFY(m_api->get("/api/leads", m_api->tokenOf("bob")).field("Link").isEmpty());
}

QTEST_GUILESS_MAIN(tst_LeadEditing)
#include "tst_LeadEditing.moc"
