// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/SweepWords.h"

#include <QLocale>
#include <QTest>

using namespace Holdfast;

class tst_SweepWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void aDryRunSaysThatItDeletesNothing()
    {
        RetentionSweep sweep = some(SweepState::Finished);
        sweep.isDryRun = true;
        QVERIFY(sweepWords(sweep).contains(QStringLiteral("deletes nothing")));
        QVERIFY(sweepWords(sweep).contains(QStringLiteral("120")));
        QVERIFY(!sweepWords(sweep).contains(QStringLiteral("deleted for good")));
    }
    void oneThatWaitsSaysForWhat()
    {
        const QString words = sweepWords(some(SweepState::Waiting));
        QVERIFY2(words.contains(QStringLiteral("admin's yes")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("more than the 50")), qPrintable(words));
    }
    void whatFailedAndWhatWasHeldIsSaid()
    {
        RetentionSweep sweep = some(SweepState::Finished);
        sweep.failed = 4;
        sweep.noLongerDue = 3;
        sweep.problem = QStringLiteral("the disk is away");
        const QString words = sweepWords(sweep);
        for (const char *part :
             {"2 that had run their time were kept by a hold", "3 that had been counted are kept longer",
              "4 could not be deleted", "the disk is away"})
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
    }
    void theClockIsNobody()
    {
        RetentionSweep sweep = some(SweepState::Finished);
        QCOMPARE(sweepBegunBy(sweep), QStringLiteral("The clock"));
        sweep.begunBy = {2};
        sweep.begunByName = QStringLiteral("sam");
        QCOMPARE(sweepBegunBy(sweep), QStringLiteral("sam"));
    }
    void nothingIsSaidWhereAllIsWell()
    {
        SweepStatus status;
        status.last = some(SweepState::Finished);
        QCOMPARE(sweepWarningWords(status), QString());
    }
    void theDoubtAboutTheClockComesFirst()
    {
        SweepStatus status;
        status.last = some(SweepState::Failed);
        status.warning = QStringLiteral("It failed.");
        status.clockDoubt = QStringLiteral("It went back.");
        QVERIFY(sweepWarningWords(status).contains(QStringLiteral("It went back.")));
        status.clockDoubt.clear();
        status.last->problem = QStringLiteral("no room");
        QVERIFY(sweepWarningWords(status).contains(QStringLiteral("no room")));
    }
    void thatNoneHasComeToItsEndIsSaid()
    {
        SweepStatus status;
        status.warning = QStringLiteral("none");
        QVERIFY(sweepWarningWords(status).contains(QStringLiteral("has come to its end yet")));
        status.lastFinished = some(SweepState::Finished);
        QVERIFY(sweepWarningWords(status).contains(QStringLiteral("2026")));
    }

private:
    static RetentionSweep some(SweepState state)
    {
        RetentionSweep sweep;
        sweep.id = {9};
        sweep.state = state;
        sweep.begunAt = QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC);
        if (state != SweepState::Waiting)
            sweep.endedAt = sweep.begunAt.addSecs(60);
        sweep.total = 1000;
        sweep.due = 120;
        sweep.dueBytes = 1 << 20;
        sweep.held = 2;
        sweep.allowed = 50;
        return sweep;
    }
};

QTEST_MAIN(tst_SweepWords)
#include "tst_SweepWords.moc"
