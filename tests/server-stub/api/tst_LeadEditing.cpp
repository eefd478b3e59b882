// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"
#include "records/LeadImport.h"

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
    void knowsALeadInAnyNotationOfItsNumber();
    void saysWhatComesTwiceAndWhoHasANumberAlready();
    void saysOfWhichRowTheNumberIsNone();
    void aLeadThatIsThereGetsTheCampaignAndTheAgentsOfItsRow();
    void theChangesOfAnImportReachThoseWhomTheyConcern();
    void aPreviewTellsWhatTheImportWouldDoAndDoesNothing();
    void namesEveryRowThatIsWrong();
    void importsWhatSpreadsheetsWrite_data();
    void importsWhatSpreadsheetsWrite();
    void aLeadThatChangesWhileAFileIsPlannedIsSeen();
    void oneProblemAndNothingIsImported();
    void refusesAFileThatIsNone_data();
    void refusesAFileThatIsNone();
    void tellsTheNamesOfThoseWhoShareALead();
    void makesAndRenamesCampaigns();
    void listsMoreThanAPageHolds();
    void listsThoseOfOneAgent();

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
    QByteArray m_ada;
};

void tst_LeadEditing::init()
{
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
    m_ada = m_api->tokenOf("ada");
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
    for (const QByteArray &token : {m_alice, m_sam})
        QCOMPARE(post("/api/leads/import", "name\nA\n", token).status, 403);
    QCOMPARE(post("/api/campaigns", R"({"name":"a"})", m_alice).status, 403);
    QCOMPARE(put("/api/campaigns/1", R"({"name":"a"})", m_alice).status, 403);
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::importsAFileAndSaysWhatWasThere()
{
    const QByteArray file = "Phone,NAME,agents,campaign\r\n"
                            "+44 (7700) 900-123,Jane Smith,alice,Spring\r\n"
                            "+49 30 1,\"Weiß, Ida\",alice; BOB ,\r\n"
                            ",Nobody's,,Spring\r\n";
    const Answer imported = post("/api/leads/import", file, m_ada);
    QCOMPARE(imported.status, 200);
    QCOMPARE(imported.object().value(QLatin1String("created")).toInteger(), 2);
    QCOMPARE(imported.object().value(QLatin1String("alreadyThere")).toInteger(), 1);
    QCOMPARE(leads(), 4);
    const QJsonObject ida = m_api->get("/api/leads?q=ida", m_alice).array().first().toObject();
    QCOMPARE(ida[QLatin1String("name")].toString(), QStringLiteral("Weiß, Ida"));
    QCOMPARE(ida[QLatin1String("agents")].toArray(), (QJsonArray{3, 4}));
    QCOMPARE(post("/api/leads/import", file, m_ada).object().value(QLatin1String("created")).toInteger(), 0);
}

void tst_LeadEditing::knowsALeadInAnyNotationOfItsNumber()
{
    const QByteArray first = "name,phone\nIda Weiß,+49 (0)30 1234567\n";
    QCOMPARE(post("/api/leads/import", first, m_ada).object()[QLatin1String("created")].toInteger(), 1);
    for (const char *number : {"030/1234567", "0049 30 12 34 567", "+49301234567", "(030) 123-4567"}) {
        const QByteArray file = QByteArray("name,phone\n IDA  Weiß,") + number + "\nIda Weiß," + number + '\n';
        const QJsonObject told = post("/api/leads/import?preview=true", file, m_ada).object();
        QVERIFY2(told[QLatin1String("alreadyThere")].toInteger() + told[QLatin1String("repeated")].toInteger() == 2,
                 number);
    }
    const QJsonObject another =
        post("/api/leads/import?preview=true", "name,phone\nIda Weiß,040 1234567\nIda Weiß,+49 30 999\n", m_ada)
            .object();
    QCOMPARE(another[QLatin1String("created")].toInteger(), 2);
}

void tst_LeadEditing::saysWhatComesTwiceAndWhoHasANumberAlready()
{
    const QJsonObject told = post("/api/leads/import?preview=true",
                                  "name,phone,agents\nA,+49 30 1234567,bob\nB,112,\na,030 1234567,\nJ. Smith,07700 "
                                  "900123,\nA,+49301234567,alice\n",
                                  m_ada)
                                 .object();
    QCOMPARE(told[QLatin1String("created")].toInteger(), 3);
    QCOMPARE(told[QLatin1String("repeated")].toInteger(), 1);
    QStringList notices;
    for (const QJsonValue &notice : told[QLatin1String("notices")].toArray())
        notices.append(notice[QLatin1String("message")].toString());
    QCOMPARE(notices, (QStringList{QStringLiteral("The same lead as in line 2; it is taken once."),
                                   QStringLiteral("07700 900123 is the number of Jane Smith too, who is a lead "
                                                  "already.")}));
    QCOMPARE(told[QLatin1String("problems")].toArray().first().toObject(),
             (QJsonObject{{QStringLiteral("line"), 6},
                          {QStringLiteral("message"),
                           QStringLiteral("Line 2 names the same lead with another campaign or other agents.")},
                          {QStringLiteral("code"), QStringLiteral("contradicted")},
                          {QStringLiteral("named"), QJsonArray{QStringLiteral("2")}}}));
}

void tst_LeadEditing::saysOfWhichRowTheNumberIsNone()
{
    const QJsonObject told =
        post("/api/leads/import?preview=true", "name,phone\nA,+49 30 1234567\nB,abc\nC,\nD,112\n", m_ada).object();
    QCOMPARE(told[QLatin1String("created")].toInteger(), 4);
    QCOMPARE(told[QLatin1String("notices")].toArray(),
             (QJsonArray{QJsonObject{
                 {QStringLiteral("line"), 3},
                 {QStringLiteral("message"), QStringLiteral("“abc” is no phone number. It is taken as it is; "
                                                            "recordings do not find the lead by it.")},
                 {QStringLiteral("code"), QStringLiteral("noNumber")},
                 {QStringLiteral("named"), QJsonArray{QStringLiteral("abc")}}}}));
}

void tst_LeadEditing::aLeadThatIsThereGetsTheCampaignAndTheAgentsOfItsRow()
{
    const QByteArray file = "name,phone,agents,campaign\nJane Smith,+447700900123,bob,\nPeter Jones,+1 555 0142,,\n";
    const QJsonObject told = post("/api/leads/import?preview=true", file, m_ada).object();
    QCOMPARE(told[QLatin1String("changed")].toInteger(), 1);
    QCOMPARE(told[QLatin1String("alreadyThere")].toInteger(), 1);
    const QJsonObject row = told[QLatin1String("rows")].toArray().first().toObject();
    QCOMPARE(row[QLatin1String("fate")].toString(), QStringLiteral("changed"));
    QCOMPARE(row[QLatin1String("agentsBefore")].toArray(), QJsonArray{QStringLiteral("alice")});
    QVERIFY(!row.contains(QLatin1String("campaignBefore")));
    const QByteArray path = "/api/leads/" + QByteArray::number(m_server->aliceLead.value);
    QCOMPARE(m_api->get(path, m_alice).status, 200);
    QCOMPARE(post("/api/leads/import", file, m_ada).status, 200);
    QCOMPARE(m_api->get(path, m_alice).status, 403);
    const QJsonObject jane = m_api->get(path, m_api->tokenOf("bob")).object();
    QCOMPARE(jane[QLatin1String("campaignName")].toString(), QStringLiteral("Spring"));
    QCOMPARE(jane[QLatin1String("phone")].toString(), QStringLiteral("+44 7700 900123"));
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::theChangesOfAnImportReachThoseWhomTheyConcern()
{
    const auto cursorOf = [this](const QByteArray &token) {
        return m_api->get("/api/changes", token).object()[QLatin1String("cursor")].toString().toLatin1();
    };
    const QByteArray bob = m_api->tokenOf("bob");
    const QByteArray cursor = cursorOf(m_sam);
    QCOMPARE(post("/api/leads/import", "name,agents\nA,alice\nB,bob;alice\nC,\n", m_ada).status, 200);
    const auto told = [&](const QByteArray &token) {
        QStringList names;
        const QJsonObject page = m_api->get("/api/changes?cursor=" + cursor, token).object();
        for (const QJsonValue &change : page[QLatin1String("changes")].toArray())
            names.append(change[QLatin1String("lead")][QLatin1String("name")].toString());
        return names;
    };
    QCOMPARE(told(m_alice), (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
    QCOMPARE(told(bob), QStringList{QStringLiteral("B")});
    QCOMPARE(told(m_sam), (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
}

void tst_LeadEditing::namesEveryRowThatIsWrong()
{
    const QByteArray file = "name,phone,agents\nA,1,alice\n ,2,\nB,3\n" + QByteArray(201, 'x') + ",4,\nC," +
                            QByteArray(51, '1') + ",\nD,5,carol\n";
    const QJsonObject told = post("/api/leads/import?preview=true", file, m_ada).object();
    QStringList problems;
    for (const QJsonValue &problem : told[QLatin1String("problems")].toArray())
        problems.append(QStringLiteral("%1: %2")
                            .arg(problem[QLatin1String("line")].toInteger())
                            .arg(problem[QLatin1String("message")].toString()));
    QCOMPARE(problems, (QStringList{QStringLiteral("3: There is no name."),
                                    QStringLiteral("4: There are 2 fields, but 3 columns."),
                                    QStringLiteral("5: The name must have at most 200 characters."),
                                    QStringLiteral("6: The phone number must have at most 50 characters."),
                                    QStringLiteral("7: There is no user carol.")}));
    QCOMPARE(told[QLatin1String("problemCount")].toInteger(), 5);
    QCOMPARE(told[QLatin1String("created")].toInteger(), 1);
    QCOMPARE(post("/api/leads/import", file, m_ada).status, 400);
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::importsWhatSpreadsheetsWrite_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("encoding");
    const QString text =
        QStringLiteral("Name;Telefon;E-Mail;Kampagne;Agenten\r\nÖz, Zoë;030 1;z@x;Spring;alice,bob\r\n;;;;\r\n");
    QByteArray utf16("\xff\xfe");
    utf16.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QTest::newRow("with a byte order mark") << "\xef\xbb\xbf" + text.toUtf8() << QStringLiteral("UTF-8");
    QTest::newRow("Windows-1252") << text.toLatin1() << QStringLiteral("Windows-1252");
    QTest::newRow("UTF-16") << utf16 << QStringLiteral("UTF-16");
    QTest::newRow("its separator declared") << "sep=;\r\n" + text.toUtf8() << QStringLiteral("UTF-8");
    QTest::newRow("tabs") << text.toUtf8().replace(';', '\t') << QStringLiteral("UTF-8");
}

void tst_LeadEditing::importsWhatSpreadsheetsWrite()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, encoding);
    const QJsonObject told = post("/api/leads/import?preview=true", file, m_ada).object();
    QCOMPARE(told[QLatin1String("encoding")].toString(), encoding);
    QVERIFY(told[QLatin1String("notices")].toArray().first()[QLatin1String("message")].toString().contains(
        QStringLiteral("E-Mail")));
    QCOMPARE(post("/api/leads/import", file, m_ada).status, 200);
    const QJsonObject lead = m_api->get("/api/leads?q=030", m_sam).array().first().toObject();
    QCOMPARE(lead[QLatin1String("name")].toString(), QStringLiteral("Öz, Zoë"));
    QCOMPARE(lead[QLatin1String("campaignName")].toString(), QStringLiteral("Spring"));
    QCOMPARE(lead[QLatin1String("agents")].toArray(), (QJsonArray{3, 4}));
}

void tst_LeadEditing::aLeadThatChangesWhileAFileIsPlannedIsSeen()
{
    const QList<LeadRow> rows{
        {2, QStringLiteral("New"), QStringLiteral("123"), {}, {}},
        {3, QStringLiteral("Jane Smith"), QStringLiteral("+44 7700 900123"), {}, {QStringLiteral("bob")}}};
    const auto holdsAfter = [&](const std::function<void()> &others) {
        LeadImport::Plan plan;
        m_server->write([&](Database &database) -> Done {
            plan = orThrow(LeadImport(database).plan(rows, {}));
            return {};
        });
        others();
        bool holds = false;
        m_server->write([&](Database &database) -> Done {
            holds = orThrow(LeadImport(database).holds(plan));
            return {};
        });
        return holds;
    };
    const QByteArray jane = "/api/leads/" + QByteArray::number(m_server->aliceLead.value);
    QVERIFY(holdsAfter([] {}));
    QVERIFY(holdsAfter([this] { post("/api/leads", R"({"name":"Other","agents":[]})", m_sam); }));
    QVERIFY(!holdsAfter([this] { post("/api/leads", R"({"name":"new","phone":"1-2-3","agents":[]})", m_sam); }));
    QVERIFY(!holdsAfter([&] { put(jane, R"({"name":"J.","agents":[3]})", m_sam); }));
}

void tst_LeadEditing::aPreviewTellsWhatTheImportWouldDoAndDoesNothing()
{
    const Answer preview = post("/api/leads/import?preview=true", "name,agents\nA,alice\nB,carol\n", m_ada);
    QCOMPARE(preview.status, 200);
    QCOMPARE(preview.object().value(QLatin1String("preview")).toBool(), true);
    QCOMPARE(preview.object().value(QLatin1String("created")).toInteger(), 1);
    const QJsonArray problems = preview.object().value(QLatin1String("problems")).toArray();
    QCOMPARE(problems, (QJsonArray{QJsonObject{{QStringLiteral("line"), 3},
                                               {QStringLiteral("message"), QStringLiteral("There is no user carol.")},
                                               {QStringLiteral("code"), QStringLiteral("unknownUser")},
                                               {QStringLiteral("named"), QJsonArray{QStringLiteral("carol")}}}}));
    QCOMPARE(leads(), 2);
}

void tst_LeadEditing::oneProblemAndNothingIsImported()
{
    const Answer refused = post("/api/leads/import", "name,campaign\nA,Spring\nB,Autumn\nC,Winter\n", m_ada);
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
    QTest::newRow("a column twice") << QByteArray("name,Name\nA,b\n");
    QTest::newRow("no text") << QByteArray("name\nA\x01\n");
    QTest::newRow("in no encoding that is known") << QByteArray("name\nA\x81\n");
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04name\n");
    QTest::newRow("an open quote") << QByteArray("name\n\"A\n");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n", 8);
}

void tst_LeadEditing::refusesAFileThatIsNone()
{
    QFETCH(QByteArray, file);
    for (const char *path : {"/api/leads/import", "/api/leads/import?preview=true"}) {
        const Answer refused = post(path, file, m_ada);
        QCOMPARE(refused.status, 400);
        QVERIFY(!refused.message().isEmpty());
    }
    QCOMPARE(leads(), 2);
    QCOMPARE(post("/api/leads/import?dry=true", "name\nA\n", m_ada).status, 400);
}

void tst_LeadEditing::tellsTheNamesOfThoseWhoShareALead()
{
    const auto namesFor = [this](const QByteArray &token) {
        QStringList names;
        for (const QJsonValue &agent : m_api->get("/api/agents", token).array())
            names.append(agent[QLatin1String("fullName")].toString());
        return names;
    };
    const QString alice = QStringLiteral("Alice Agent");
    const QString bob = QStringLiteral("Bob Agent");
    QCOMPARE(namesFor(m_alice), QStringList{alice});
    QCOMPARE(namesFor(m_sam), (QStringList{QStringLiteral("Ada Admin"), alice, bob, QStringLiteral("Sam Supervisor")}));
    post("/api/leads", R"({"name":"Both","agents":[3,4]})", m_sam);
    QCOMPARE(namesFor(m_alice), (QStringList{alice, bob}));
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
    QCOMPARE(post("/api/leads/import", file, m_ada).object().value(QLatin1String("created")).toInteger(), 2500);
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

void tst_LeadEditing::listsThoseOfOneAgent()
{
    const auto names = [this](const QByteArray &path, const QByteArray &token) {
        QStringList found;
        for (const QJsonValue &lead : m_api->get(path, token).array())
            found.append(lead[QLatin1String("name")].toString());
        return found;
    };
    QCOMPARE(names("/api/leads?agentId=4", m_sam), QStringList{QStringLiteral("Peter Jones")});
    QCOMPARE(names("/api/leads?agentId=4&q=jane", m_sam), QStringList());
    QCOMPARE(names("/api/leads?agentId=4", m_alice), QStringList()); // her own only, whatever she names
    QCOMPARE(names("/api/leads?agentId=3", m_alice), QStringList{QStringLiteral("Jane Smith")});
    QCOMPARE(m_api->get("/api/leads?agentId=x", m_sam).status, 400);
}

QTEST_GUILESS_MAIN(tst_LeadEditing)
#include "tst_LeadEditing.moc"
