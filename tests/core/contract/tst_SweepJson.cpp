// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/SweepJson.h"

#include <QJsonArray>
#include <QTest>

using namespace Holdfast;

namespace {

QDateTime utc(int hour)
{
    return QDateTime(QDate(2026, 11, 20), QTime(hour, 0), Qt::UTC);
}

RetentionSweep waiting()
{
    RetentionSweep sweep;
    sweep.id = {7};
    sweep.state = SweepState::Waiting;
    sweep.begunBy = {2};
    sweep.begunByName = QStringLiteral("sam");
    sweep.begunAt = utc(2);
    sweep.total = 1000;
    sweep.due = 120;
    sweep.dueBytes = 12'000;
    sweep.held = 3;
    sweep.heldSince = 2;
    sweep.noLongerDue = 4;
    sweep.allowed = 50;
    sweep.deleted = 1;
    sweep.deletedBytes = 100;
    sweep.failed = 2;
    sweep.problem = QStringLiteral("the disk is away");
    return sweep;
}

} // namespace

class tst_SweepJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSweepComesBackAsItWent()
    {
        const RetentionSweep sweep = waiting();
        QCOMPARE(*sweepFromJson(toJson(sweep)), sweep);
        RetentionSweep decided = sweep;
        decided.state = SweepState::Finished;
        decided.endedAt = utc(3);
        decided.decidedBy = {1};
        decided.decidedByName = QStringLiteral("ada");
        decided.decidedAt = utc(4);
        QCOMPARE(*sweepFromJson(toJson(decided)), decided);
        RetentionSweep byTheClock;
        byTheClock.id = {8};
        byTheClock.begunAt = utc(5);
        QCOMPARE(*sweepFromJson(toJson(byTheClock)), byTheClock);
    }
    void aStatusComesBackAsItWent()
    {
        SweepStatus status;
        status.last = waiting();
        status.nextAt = utc(6);
        status.limitPercent = 12;
        status.warning = QStringLiteral("It waits.");
        status.clockDoubt = QStringLiteral("It went back.");
        const Result<SweepStatus> read = sweepStatusFromJson(toJson(status));
        QVERIFY(read);
        QCOMPARE(*read->last, *status.last);
        QVERIFY(!read->lastFinished);
        QCOMPARE(read->nextAt, status.nextAt);
        QCOMPARE(read->limitPercent, 12);
        QCOMPARE(read->warning, status.warning);
        QCOMPARE(read->clockDoubt, status.clockDoubt);
    }
    void aReportNamesWhatWasLeft()
    {
        const SweepLeft left{{5}, SweepLeftWhy::NotDue, QStringLiteral("hold 3")};
        QJsonObject json = toJson(waiting());
        json.insert(QStringLiteral("left"), QJsonArray{toJson(left)});
        const Result<SweepReport> report = sweepReportFromJson(json);
        QVERIFY(report);
        QCOMPARE(report->sweep, waiting());
        QCOMPARE(report->left, QList<SweepLeft>{left});
    }
    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("state") << QStringLiteral("state") << QJsonValue(QStringLiteral("asleep"));
        QTest::newRow("due") << QStringLiteral("due") << QJsonValue(QStringLiteral("many"));
        QTest::newRow("begunAt") << QStringLiteral("begunAt") << QJsonValue();
        QTest::newRow("id") << QStringLiteral("id") << QJsonValue(0);
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson(waiting());
        json.insert(field, value);
        const Result<RetentionSweep> sweep = sweepFromJson(json);
        QVERIFY(!sweep);
        QVERIFY2(sweep.error().message.contains(field), qPrintable(sweep.error().message));
    }
    void anOrderComesBackAsItWent()
    {
        const SweepOrder order{true, true};
        QCOMPARE(*sweepOrderFromJson(toJson(order)), order);
    }
};

QTEST_GUILESS_MAIN(tst_SweepJson)
#include "tst_SweepJson.moc"
