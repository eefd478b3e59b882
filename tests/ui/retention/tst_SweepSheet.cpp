// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/SweepSheet.h"

#include "contract/RecordingJson.h"
#include "support/SampleRecording.h"
#include "support/ScriptedRoutes.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/retention/RetentionAnswers.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_SweepSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<ScriptedRoutes>();
        m_server->tell("GET /api/recordings/expiring", jsonText(QList{recordingOf(1, {1})}), 200,
                       {"X-Total-Count: 12"});
        m_server->tell("POST /api/retention-sweeps", sweepAnswer("counting"), 202);
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
    }
    void cleanup()
    {
        m_sheet.reset();
        m_api.reset();
        m_server.reset();
    }

    void saysHowManyAreDueBeforeOneBegins()
    {
        begin({}, Role::Supervisor);
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Delete for good"))->isEnabled());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("12 recording(s) have run their time")));
        QSignalSpy done(m_sheet.get(), &SweepSheet::done);
        QVERIFY(press(*m_sheet, QStringLiteral("Delete for good")));
        QTRY_COMPARE(done.count(), 1);
        QVERIFY(!m_server->lastBody("POST /api/retention-sweeps").value(QLatin1String("dryRun")).toBool());
    }
    void enterDeletesNothing()
    {
        begin({}, Role::Admin);
        QTRY_VERIFY(buttonSaying(*m_sheet, QStringLiteral("Delete for good"))->isEnabled());
        QTest::keyClick(m_sheet.get(), Qt::Key_Return);
        QVERIFY(!m_sheet->isVisible());
        QCOMPARE(m_server->count("POST /api/retention-sweeps"), 0);
    }
    void whereNothingIsDueThereIsNothingToDo()
    {
        m_server->tell("GET /api/recordings/expiring", "[]", 200, {"X-Total-Count: 0"});
        begin({}, Role::Admin);
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("nothing to delete")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Delete for good"))->isEnabled());
    }
    void aDoubtfulClockWantsAnAdminsWord()
    {
        SweepStatus status;
        status.clockDoubt = QStringLiteral("It went back.");
        begin(status, Role::Admin);
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("12 recording(s)")));
        QVERIFY(says(*m_sheet, QStringLiteral("It went back.")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Delete for good"))->isEnabled());
        QTest::keyClick(m_sheet->findChild<QCheckBox *>(), Qt::Key_Space);
        QVERIFY(press(*m_sheet, QStringLiteral("Delete for good")));
        QTRY_COMPARE(m_server->count("POST /api/retention-sweeps"), 1);
        QVERIFY(m_server->lastBody("POST /api/retention-sweeps").value(QLatin1String("clockIsRight")).toBool());
    }
    void aYesIsSentAndAnOutdatedOneIsExplained()
    {
        m_server->tell("POST /api/retention-sweeps/9/approve", R"({"message":"It is counted anew; look at it."})", 409);
        decide(SweepState::Waiting);
        QVERIFY(says(*m_sheet, QStringLiteral("would delete 120 of 1")));
        QVERIFY(press(*m_sheet, QStringLiteral("Yes: delete 120 for good")));
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("counted anew")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Yes"))->isEnabled());
    }
    void aNoIsSent()
    {
        m_server->tell("POST /api/retention-sweeps/9/refuse", sweepAnswer("refused"));
        decide(SweepState::Waiting);
        QVERIFY(press(*m_sheet, QStringLiteral("No: delete nothing")));
        QTRY_VERIFY(!m_sheet->isVisible());
        QCOMPARE(m_server->count("POST /api/retention-sweeps/9/refuse"), 1);
    }
    void whatAnotherDecidedMeanwhileShowsAndCanNotBeDecidedAgain()
    {
        RetentionSweep sweep = decide(SweepState::Waiting);
        sweep.state = SweepState::Running;
        m_sheet->follow(sweep);
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Yes")));
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Stop it"))->isEnabled());
        sweep.state = SweepState::Refused;
        sweep.endedAt = QDateTime(QDate(2026, 11, 20), QTime(3, 0), Qt::UTC);
        sweep.decidedByName = QStringLiteral("Ada");
        m_sheet->follow(sweep);
        QVERIFY(says(*m_sheet, QStringLiteral("Ada stopped it.")));
        QVERIFY(!says(*m_sheet, QStringLiteral("until then")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("No:")));
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Stop it")));
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Close"))->isEnabled());
    }
    void ofAnotherSweepNothingIsTaken()
    {
        RetentionSweep other = decide(SweepState::Waiting);
        other.id = {10};
        other.state = SweepState::Finished;
        m_sheet->follow(other);
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Yes"))->isEnabled());
    }
    void oneThatRunsCanOnlyBeStopped()
    {
        decide(SweepState::Running);
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Yes")));
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Stop it"))->isEnabled());
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

private:
    void begin(const SweepStatus &status, Role role)
    {
        m_sheet = std::make_unique<SweepSheet>(status, role, SweepCalls(*m_api));
        m_sheet->show();
    }
    RetentionSweep decide(SweepState state)
    {
        RetentionSweep sweep;
        sweep.id = {9};
        sweep.state = state;
        sweep.total = 1000;
        sweep.due = 120;
        sweep.allowed = 50;
        m_sheet = std::make_unique<SweepSheet>(sweep, SweepCalls(*m_api));
        m_sheet->show();
        return sweep;
    }

    std::unique_ptr<ScriptedRoutes> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SweepSheet> m_sheet;
};

QTEST_MAIN(tst_SweepSheet)
#include "tst_SweepSheet.moc"
