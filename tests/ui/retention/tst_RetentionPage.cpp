// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/RetentionPage.h"

#include "contract/RecordingJson.h"
#include "support/SampleRecording.h"
#include "support/ScriptedRoutes.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/retention/RetentionAnswers.h"

#include <QApplication>
#include <QDialog>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_RetentionPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<ScriptedRoutes>();
        m_server->tell("GET /api/agents", R"([{"id":3,"fullName":"Alice Penrose"}])");
        m_server->tell("GET /api/campaigns", R"([{"id":7,"name":"Q1 Sales"}])");
        m_server->tell("GET /api/retention-policies", threePolicies);
        m_server->tell("POST /api/retention-policies/preview", oneChanged);
        m_server->tell("GET /api/retention-sweeps/status", statusAnswer("null"));
        m_server->tell("GET /api/retention-sweeps", "[" + sweepAnswer("finished") + "]");
        m_server->tell("GET /api/recordings/expiring", jsonText(QList{recordingOf(1, {1})}), 200, {"X-Total-Count: 1"});
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_page = std::make_unique<RetentionPage>(PolicyCalls(*m_api), SweepCalls(*m_api), RecordingSearchCalls(*m_api),
                                                 [] { return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC); });
        m_page->setRole(Role::Admin);
        m_page->resize(936, 480);
    }
    void cleanup()
    {
        m_page.reset();
        m_api.reset();
        m_server.reset();
    }

    void asksNothingBeforeItIsShown()
    {
        m_page->refresh();
        m_page->goOn();
        QTest::qWait(0);
        QCOMPARE(m_server->count("GET /api/retention-policies"), 0);
    }
    void listsThePoliciesInTheOrderInWhichTheyWin()
    {
        const QAbstractItemView *policies = shown(QStringLiteral("Retention policies"), 3);
        QTRY_VERIFY(rowText(*policies, 0).startsWith(QStringLiteral("Q1 Sales|Campaign: Q1 Sales|1")));
        QTRY_VERIFY(rowText(*policies, 1).startsWith(QStringLiteral("For Alice|Agent: Alice Penrose|120")));
        QVERIFY(rowText(*policies, 2).startsWith(QStringLiteral("Default|Everything else")));
        QVERIFY(says(*m_page, QStringLiteral("campaign comes before")));
    }
    void enterChangesTheChosenPolicyAndTheKeysGoOnAfterwards()
    {
        QAbstractItemView *policies = shown(QStringLiteral("Retention policies"), 3);
        policies->setFocus();
        QTest::keyClick(policies, Qt::Key_Down);
        QTest::keyClick(policies, Qt::Key_Return);
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(sheet);
        QCOMPARE(sheet->windowTitle(), QStringLiteral("Change “For Alice”"));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<QDialog *>());
    }
    void listsWhatEndsSoonAndWhy()
    {
        m_page->show();
        QVERIFY(press(*m_page, QStringLiteral("Due soon")));
        const QAbstractItemView *due = viewCalled(*m_page, QStringLiteral("Recordings that end soon"));
        QTRY_COMPARE(due->model()->rowCount(), 1);
        QTRY_VERIFY(says(*m_page, QStringLiteral("1 recording(s) end within thirty days")));
        QVERIFY(says(*m_page, QStringLiteral("Due since")));
        QCOMPARE(m_server->lastQuery("GET /api/recordings/expiring").queryItemValue(QStringLiteral("days")),
                 QStringLiteral("30"));
    }
    void listsTheSweepsWithTheirReports()
    {
        m_server->tell("GET /api/retention-sweeps/9",
                       sweepAnswer("finished", R"(,"left":[{"recordingId":5,"why":"held","reason":"hold 3"}])"));
        m_page->show();
        QVERIFY(press(*m_page, QStringLiteral("Sweeps")));
        QAbstractItemView *sweeps = viewCalled(*m_page, QStringLiteral("Retention sweeps"));
        QTRY_COMPARE(sweeps->model()->rowCount(), 1);
        QVERIFY2(rowText(*sweeps, 0).contains(QStringLiteral("|The clock|Done|120|0|2|0")),
                 qPrintable(rowText(*sweeps, 0)));
        QVERIFY(says(*m_page, QStringLiteral("more than 5 %")));
        QTest::keyClick(sweeps, Qt::Key_Return);
        auto *report = m_page->findChild<QDialog *>();
        QVERIFY(report);
        const QAbstractItemView *left = viewCalled(*report, QStringLiteral("What the sweep left"));
        QTRY_COMPARE(left->model()->rowCount(), 1);
        QCOMPARE(rowText(*left, 0), QStringLiteral("5|A hold came after it was counted."));
    }
    void aDryRunBeginsAtAClick()
    {
        m_server->tell("POST /api/retention-sweeps", sweepAnswer("counting"), 202);
        m_page->show();
        QVERIFY(press(*m_page, QStringLiteral("Sweeps")));
        QVERIFY(press(*m_page, QStringLiteral("Dry run")));
        QTRY_COMPARE(m_server->count("POST /api/retention-sweeps"), 1);
        QVERIFY(m_server->lastBody("POST /api/retention-sweeps").value(QLatin1String("dryRun")).toBool());
    }
    void oneThatWaitsIsWarnedOfAndDecidedByAdminsAlone()
    {
        m_server->tell("GET /api/retention-sweeps/status", statusAnswer(sweepAnswer("waiting"), R"("It waits.")"));
        QSignalSpy warned(m_page.get(), &RetentionPage::warned);
        m_page->show();
        QTRY_COMPARE(warned.count(), 1);
        QVERIFY(says(*m_page, QStringLiteral("waits for an admin's yes")));
        QVERIFY(buttonSaying(*m_page, QStringLiteral("Decide")));
        m_page->setRole(Role::Supervisor);
        QVERIFY(!buttonSaying(*m_page, QStringLiteral("Decide")));
        m_page->setRole(Role::Admin);
        QVERIFY(press(*m_page, QStringLiteral("Decide")));
        auto *sheet = m_page->findChild<QDialog *>();
        QVERIFY(sheet && buttonSaying(*sheet, QStringLiteral("Yes: delete 120 for good")));
    }
    void theSameWarningIsToldOnceAndItsEndToo()
    {
        m_server->tell("GET /api/retention-sweeps/status", statusAnswer(sweepAnswer("failed"), R"("It failed.")"));
        QSignalSpy warned(m_page.get(), &RetentionPage::warned);
        m_page->watchSweeps();
        QTRY_COMPARE(m_server->count("GET /api/retention-sweeps/status"), 1);
        QTRY_COMPARE(warned.count(), 1);
        m_page->watchSweeps();
        QTRY_COMPARE(m_server->count("GET /api/retention-sweeps/status"), 2);
        m_server->tell("GET /api/retention-sweeps/status", statusAnswer("null"));
        QTRY_VERIFY((m_page->watchSweeps(), warned.count() == 2));
        QCOMPARE(warned.last().first().toString(), QString());
    }
    void aServerThatIsAwayIsSaidAndWhatWasShownStays()
    {
        QAbstractItemView *policies = shown(QStringLiteral("Retention policies"), 3);
        m_server->goAway();
        m_page->refresh();
        QTRY_VERIFY(says(*m_page, QStringLiteral("can't be reached. What is shown is as of")));
        QCOMPARE(policies->model()->rowCount(), 3);
        m_server->comeBack();
        m_page->goOn();
        QTRY_VERIFY(!says(*m_page, QStringLiteral("can't be reached")));
    }
    void aPolicyThatOthersChangeShowsByItself()
    {
        QAbstractItemView *policies = shown(QStringLiteral("Retention policies"), 3);
        m_server->tell("GET /api/retention-policies", "[]");
        FeedChange change;
        change.kind = FeedChange::Kind::Policy;
        change.id = 1;
        m_page->follow({change});
        QTRY_COMPARE(policies->model()->rowCount(), 0);
    }
    void everyControlHasAName()
    {
        m_page->show();
        for (const char *view : {"Policies", "Due soon", "Sweeps"}) {
            QVERIFY(press(*m_page, QLatin1String(view)));
            QCOMPARE(withoutName(*m_page), QStringList());
        }
    }

private:
    QAbstractItemView *shown(const QString &name, int rows)
    {
        m_page->show();
        QAbstractItemView *view = viewCalled(*m_page, name);
        if (!QTest::qWaitFor([&] { return view->model()->rowCount() == rows; }))
            qFatal("the rows do not come");
        return view;
    }

    std::unique_ptr<ScriptedRoutes> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<RetentionPage> m_page;
};

QTEST_MAIN(tst_RetentionPage)
#include "tst_RetentionPage.moc"
