// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/NumberBox.h"
#include "retention/PolicySheet.h"

#include "support/ScriptedRoutes.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/retention/RetentionAnswers.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_PolicySheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        m_server = std::make_unique<ScriptedRoutes>();
        m_server->tell(preview, oneChanged);
        m_server->tell("GET /api/agents", R"([{"id":3,"fullName":"Alice Penrose"}])");
        m_server->tell("GET /api/campaigns", R"([{"id":7,"name":"Q1 Sales"}])");
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_names = std::make_unique<AgentsAndCampaigns>(RecordingSearchCalls(*m_api));
        m_names->read();
        QTRY_COMPARE(m_names->agents().size() + m_names->campaigns().size(), 2);
    }
    void cleanup()
    {
        m_sheet.reset();
        m_names.reset();
        m_api.reset();
        m_server.reset();
    }

    void showsWhatWouldChangeBeforeItCanBeSaved()
    {
        open(PolicySheet::Deed::Save, defaultPolicy());
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("3 recording(s) (3.0 MB) would end on another day")));
        QVERIFY(says(*m_sheet, QStringLiteral("Besides what is due already, the next sweep would delete 1 of them for "
                                              "good that it would keep as things are now")));
        QVERIFY(says(*m_sheet, QStringLiteral("1 more would become due by it, but a hold keeps it")));
        const QAbstractItemView *first = viewCalled(*m_sheet, QStringLiteral("The first that would end"));
        QVERIFY(rowText(*first, 0).startsWith(QStringLiteral("Dora|")));
        QVERIFY(rowText(*first, 0).contains(QStringLiteral("Gone at the next sweep")));
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
    }
    void whatWasDueBeforeIsNotLaidToTheChange()
    {
        m_now = QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
        open(PolicySheet::Deed::Save, defaultPolicy());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("would end on another day")));
        const QString row = rowText(*viewCalled(*m_sheet, QStringLiteral("The first that would end")), 0);
        QVERIFY2(row.contains(QStringLiteral("Due already, without this change too.")), qPrintable(row));
        QVERIFY2(!row.contains(QStringLiteral("Gone at the next sweep")), qPrintable(row));
    }
    void otherDaysAreReckonedAnewAndOnlyThenSaved()
    {
        open(PolicySheet::Deed::Save, defaultPolicy());
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        m_sheet->findChild<NumberBox *>()->setValue(31);
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        QTRY_COMPARE(m_server->count(preview), 2);
        QCOMPARE(m_server->lastBody(preview).value(QLatin1String("retentionDays")).toInt(), 31);
        QCOMPARE(m_server->lastQuery(preview).queryItemValue(QStringLiteral("id")), QStringLiteral("1"));
        const QJsonObject saved = QJsonDocument::fromJson(threePolicies).array().first().toObject();
        m_server->tell("PUT /api/retention-policies/1", QJsonDocument(saved).toJson());
        QSignalSpy done(m_sheet.get(), &PolicySheet::done);
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_COMPARE(done.count(), 1);
        QTRY_VERIFY(!m_sheet->isVisible());
        QCOMPARE(m_server->lastBody("PUT /api/retention-policies/1").value(QLatin1String("retentionDays")).toInt(), 31);
    }
    void whereSomebodyElseChangedItWhatWasWrittenStaysAndTheirsIsShown()
    {
        RetentionPolicy known = defaultPolicy();
        known.revision = 1;
        open(PolicySheet::Deed::Save, known);
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        m_sheet->findChild<NumberBox *>()->setValue(31);
        QJsonObject theirs = QJsonDocument::fromJson(threePolicies).array().first().toObject();
        theirs.insert(QStringLiteral("retentionDays"), 200);
        theirs.insert(QStringLiteral("revision"), 2);
        m_server->tell("GET /api/retention-policies", QJsonDocument(QJsonArray{theirs}).toJson());
        m_server->tell("PUT /api/retention-policies/1", R"({"message":"Ada changed this. Nothing was overwritten."})",
                       412);
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("Ada changed this.")));
        QVERIFY(says(*m_sheet, QStringLiteral("“Default”, Everything else (the default), 200 day(s)")));
        QCOMPARE(m_sheet->findChild<NumberBox *>()->value(), 31);
        QCOMPARE(m_server->lastField("PUT /api/retention-policies/1", "if-match"), QByteArray("\"1\""));
        QVERIFY(press(*m_sheet, QStringLiteral("Show theirs")));
        QCOMPARE(m_sheet->findChild<NumberBox *>()->value(), 200);
        QVERIFY(press(*m_sheet, QStringLiteral("Back to mine")));
        QCOMPARE(m_sheet->findChild<NumberBox *>()->value(), 31);
        m_server->tell("PUT /api/retention-policies/1", QJsonDocument(theirs).toJson());
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_VERIFY(!m_sheet->isVisible());
        QCOMPARE(m_server->lastField("PUT /api/retention-policies/1", "if-match"), QByteArray("\"2\""));
        QCOMPARE(m_server->lastBody("PUT /api/retention-policies/1").value(QLatin1String("retentionDays")).toInt(), 31);
    }
    void oneThatSomebodyElseDeletedIsSaidToBe()
    {
        RetentionPolicy known = defaultPolicy();
        known.revision = 1;
        open(PolicySheet::Deed::Save, known);
        m_server->tell("GET /api/retention-policies", "[]");
        m_server->tell("PUT /api/retention-policies/1", R"({"message":"Ada changed this."})", 412);
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("It was deleted meanwhile")));
        QVERIFY(m_sheet->isVisible());
    }
    void oneForACampaignSaysWhich()
    {
        open(PolicySheet::Deed::Save, defaultPolicy());
        auto *scope = m_sheet->findChild<QComboBox *>();
        QCOMPARE(scope->count(), 3);
        scope->setCurrentText(QStringLiteral("Campaign: Q1 Sales"));
        QTRY_COMPARE(m_server->lastBody(preview).value(QLatin1String("appliesTo")).toString(),
                     QStringLiteral("CAMPAIGN"));
        const QJsonObject body = m_server->lastBody(preview);
        QCOMPARE(body.value(QLatin1String("campaignId")).toInt(), 7);
        QVERIFY(body.value(QLatin1String("agentId")).isNull());
        QVERIFY(!body.value(QLatin1String("isDefault")).toBool());
    }
    void aConflictIsSaidAndNothingCanBeSaved()
    {
        m_server->tell(preview, R"({"message":"Retention policy already exists for this campaign"})", 409);
        open(PolicySheet::Deed::Save, defaultPolicy());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("already exists for this campaign")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
    }
    void aNamelessOneCantBeSaved()
    {
        RetentionPolicy policy = defaultPolicy();
        policy.id = {};
        policy.name.clear();
        open(PolicySheet::Deed::Save, policy);
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("would end on another day")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        QTest::keyClicks(m_sheet->findChild<QLineEdit *>(), QStringLiteral("Short"));
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
    }
    void deletingShowsWhatItWouldDoAndDoesNotHappenAtEnter()
    {
        m_server->tell("DELETE /api/retention-policies/1", {}, 204);
        open(PolicySheet::Deed::Delete, defaultPolicy());
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Delete the policy"))->isEnabled());
        QCOMPARE(m_server->lastQuery(preview).queryItemValue(QStringLiteral("deletes")), QStringLiteral("true"));
        QTest::keyClick(m_sheet.get(), Qt::Key_Return);
        QCOMPARE(m_server->count("DELETE /api/retention-policies/1"), 0);
        open(PolicySheet::Deed::Delete, defaultPolicy());
        QVERIFY(press(*m_sheet, QStringLiteral("Delete the policy")));
        QTRY_COMPARE(m_server->count("DELETE /api/retention-policies/1"), 1);
        QTRY_VERIFY(!m_sheet->isVisible());
    }
    void withoutAnAnswerNobodyKnows()
    {
        open(PolicySheet::Deed::Save, defaultPolicy());
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        m_server->goAway();
        QVERIFY(press(*m_sheet, QStringLiteral("Save")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("nobody knows")));
        QVERIFY(m_sheet->isVisible());
    }
    void everyControlHasAName()
    {
        open(PolicySheet::Deed::Save, defaultPolicy());
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

    void saysTheBoundsOfTheDaysAndSavesNothingInTheirPlace()
    {
        open(PolicySheet::Deed::Save, defaultPolicy());
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        auto *days = m_sheet->findChild<NumberBox *>();
        for (const char *typed : {"0", "", "99999999"}) {
            days->selectAll();
            QTest::keyClick(days, Qt::Key_Delete);
            QTest::keyClicks(days, QLatin1String(typed));
            QVERIFY(!says(*m_sheet, QStringLiteral("It takes a number from 1 to ")));
            QTest::keyClick(days, Qt::Key_Return);
            QVERIFY2(says(*m_sheet, QStringLiteral("It takes a number from 1 to ")), typed);
        }
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
        QCOMPARE(m_server->count("PUT /api/retention-policies/1"), 0);
    }

    void asksAgainWhenItComesBackFromANewSignIn()
    {
        m_server->tell(preview, R"({"message":"Sign in"})", 401);
        open(PolicySheet::Deed::Save, defaultPolicy());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("What would change is not known.")));
        m_sheet->hide();
        m_server->tell(preview, oneChanged);
        m_api->setToken("T0KEN2");
        m_sheet->show();
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Save"))->isEnabled());
    }

    void enterWithoutANameSaysThatItIsMissing()
    {
        open(PolicySheet::Deed::Save, RetentionPolicy());
        auto *name = m_sheet->findChild<QLineEdit *>();
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(says(*m_sheet, QStringLiteral("Give the policy a name.")));
        QTRY_COMPARE(m_server->count(preview), 1);
        m_sheet->findChild<NumberBox *>()->stepBy(1);
        QTRY_COMPARE(m_server->count(preview), 2);
        QTRY_VERIFY(!says(*m_sheet, QStringLiteral("Reckoning")));
        QVERIFY(says(*m_sheet, QStringLiteral("Give the policy a name."))); // what would change takes it away no more
        QTest::keyClicks(name, QStringLiteral("Q"));
        QVERIFY(!says(*m_sheet, QStringLiteral("Give the policy a name.")));
    }

private:
    static RetentionPolicy defaultPolicy()
    {
        RetentionPolicy policy;
        policy.id = {1};
        policy.name = QStringLiteral("Default");
        policy.retentionDays = 90;
        policy.isDefault = true;
        return policy;
    }
    void open(PolicySheet::Deed deed, const RetentionPolicy &policy)
    {
        m_sheet = std::make_unique<PolicySheet>(deed, policy, PolicyCalls(*m_api), *m_names, [this] { return m_now; });
        m_sheet->show();
    }

    QDateTime m_now;
    const QByteArray preview = "POST /api/retention-policies/preview";
    std::unique_ptr<ScriptedRoutes> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<AgentsAndCampaigns> m_names;
    std::unique_ptr<PolicySheet> m_sheet;
};

QTEST_MAIN(tst_PolicySheet)
#include "tst_PolicySheet.moc"
