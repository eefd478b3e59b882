// SPDX-License-Identifier: GPL-3.0-or-later
#include "AgedRecordings.h"

#include "records/RetentionSweeps.h"
#include "records/SweepClock.h"

#include <QDirIterator>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_SweepRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AgedRecordings>();
        m_server->server.options.sweepLimitPercent = 50;
        m_server->start();
    }
    void takesRowsKeysAndFiles();
    void waitsForAnAdminsYes();
    void takesNothingAfterANo();
    void takesWhatItCountedAndNothingElse();
    void refusesAYesWhileTheClockIsInDoubt();
    void seesTheClockWhenItStarts();
    void goesOnAtTheNextStart();
    void refusesAtAClockThatWentFarUntilAnAdminSaysItIsRight();
    void givesTheRoomBack();
    void listsItsReports();

private:
    QJsonObject settled(qint64 sweep);
    int files() const
    {
        int files = 0;
        QDirIterator all(m_server->server.dataFolder() + QStringLiteral("/recordings"), QDir::Files,
                         QDirIterator::Subdirectories);
        for (; all.hasNext(); all.next())
            ++files;
        return files;
    }

    std::unique_ptr<AgedRecordings> m_server;
};

/// The report once the sweep neither counts nor runs any more.
QJsonObject tst_SweepRoutes::settled(qint64 sweep)
{
    const QByteArray path = "/api/retention-sweeps/" + QByteArray::number(sweep);
    QJsonObject report;
    const auto isSettled = [&] {
        report = m_server->get(path).object();
        const QString state = report[QLatin1String("state")].toString();
        return state != QLatin1String("counting") && state != QLatin1String("running");
    };
    if (!QTest::qWaitFor(isSettled, 20'000))
        throw std::runtime_error("the sweep does not end");
    return report;
}

void tst_SweepRoutes::takesRowsKeysAndFiles()
{
    const RecordingId old = m_server->add(95);
    m_server->add(5);
    QCOMPARE(files(), 2);
    const Answer begun = m_server->post("/api/retention-sweeps");
    QCOMPARE(begun.status, 202);
    const QJsonObject report = settled(begun.id());
    QCOMPARE(report[QLatin1String("state")].toString(), QStringLiteral("finished"));
    QCOMPARE(report[QLatin1String("deleted")].toInteger(), 1);
    QVERIFY(report[QLatin1String("left")].toArray().isEmpty());
    QCOMPARE(files(), 1);
    QCOMPARE(m_server->get("/api/recordings/" + QByteArray::number(old.value)).status, 404);
    m_server->server.write([](Database &database) -> Done {
        return Recordings(database).wrappedKey({1}) ? fail(FailureKind::Internal, QStringLiteral("its key is there"))
                                                    : Done();
    });
    const QByteArray metrics = m_server->api->call("GET", "/metrics").body;
    QVERIFY(metrics.contains("holdfast_retention_deleted_total 1\n"));
}

void tst_SweepRoutes::waitsForAnAdminsYes()
{
    m_server->add(95);
    const qint64 id = m_server->post("/api/retention-sweeps").id();
    QCOMPARE(settled(id)[QLatin1String("state")].toString(), QStringLiteral("waiting"));
    QCOMPARE(files(), 1);
    const QJsonObject status = m_server->get("/api/retention-sweeps/status").object();
    QVERIFY(status[QLatin1String("warning")].toString().contains(QStringLiteral("waits for an admin's yes")));
    const QByteArray approve = "/api/retention-sweeps/" + QByteArray::number(id) + "/approve";
    QCOMPARE(m_server->post(approve, {}, "sam").status, 403);
    QCOMPARE(files(), 1);
    QCOMPARE(m_server->post(approve, {}, "ada").status, 200);
    const QJsonObject report = settled(id);
    QCOMPARE(report[QLatin1String("state")].toString(), QStringLiteral("finished"));
    QCOMPARE(report[QLatin1String("decidedByName")].toString(), QStringLiteral("ada"));
    QCOMPARE(files(), 0);
    QVERIFY(m_server->get("/api/retention-sweeps/status").object()[QLatin1String("warning")].isNull());
}

void tst_SweepRoutes::takesNothingAfterANo()
{
    m_server->add(95);
    const qint64 id = m_server->post("/api/retention-sweeps").id();
    settled(id);
    const QByteArray path = "/api/retention-sweeps/" + QByteArray::number(id);
    QCOMPARE(m_server->post(path + "/refuse", {}, "ada").status, 200);
    QCOMPARE(m_server->post(path + "/approve", {}, "ada").status, 409);
    QCOMPARE(settled(id)[QLatin1String("state")].toString(), QStringLiteral("refused"));
    QCOMPARE(files(), 1);
}

void tst_SweepRoutes::takesWhatItCountedAndNothingElse()
{
    m_server->add(95);
    const RecordingId second = m_server->add(95);
    const qint64 id = m_server->post("/api/retention-sweeps").id();
    QCOMPARE(settled(id)[QLatin1String("due")].toInteger(), 2);
    m_server->add(96);
    QCOMPARE(m_server->hold(second).status, 200);
    const QByteArray approve = "/api/retention-sweeps/" + QByteArray::number(id) + "/approve";
    QCOMPARE(m_server->post(approve, {}, "ada").status, 200);
    const QJsonObject report = settled(id);
    QCOMPARE(report[QLatin1String("deleted")].toInteger(), 1);
    QCOMPARE(report[QLatin1String("heldSince")].toInteger(), 1);
    QCOMPARE(report[QLatin1String("noLongerDue")].toInteger(), 0);
    QCOMPARE(report[QLatin1String("left")].toArray().size(), 1);
    const QJsonObject left = report[QLatin1String("left")].toArray().first().toObject();
    QCOMPARE(left[QLatin1String("recordingId")].toInteger(), second.value);
    QCOMPARE(left[QLatin1String("why")].toString(), QStringLiteral("held"));
    QCOMPARE(files(), 2);
}

void tst_SweepRoutes::refusesAYesWhileTheClockIsInDoubt()
{
    m_server->add(95);
    const qint64 id = m_server->post("/api/retention-sweeps").id();
    settled(id);
    m_server->server.write(
        [](Database &database) { return SweepClock(database).trust(QDateTime::currentDateTimeUtc().addDays(-400)); });
    const Answer refused = m_server->post("/api/retention-sweeps/" + QByteArray::number(id) + "/approve", {}, "ada");
    QCOMPARE(refused.status, 409);
    QVERIFY2(refused.body.contains("clock may be wrong"), refused.body.constData());
    const QJsonObject report = settled(id);
    QCOMPARE(report[QLatin1String("state")].toString(), QStringLiteral("waiting"));
    QVERIFY(report[QLatin1String("decidedByName")].isNull());
    QCOMPARE(files(), 1);
}

/// A server that was first started shortly before the hour begins a sweep at it.
void tst_SweepRoutes::seesTheClockWhenItStarts()
{
    const auto isSeen = [this] {
        bool isValid = false;
        m_server->server.write([&](Database &database) -> Done {
            const Result<QDateTime> since = SweepClock(database).firstSeen();
            isValid = since && since->isValid();
            return since ? Done() : fail(since.error());
        });
        return isValid;
    };
    QVERIFY(QTest::qWaitFor(isSeen, 20'000)); // it looks again after a minute only
}

void tst_SweepRoutes::goesOnAtTheNextStart()
{
    m_server->add(95);
    m_server->add(5);
    SweepId id;
    m_server->server.stop();
    {
        // What a server leaves that was killed once it had begun.
        const auto data = orThrow(DataFolder::open({m_server->server.dataFolder()}));
        id = orThrow(data->writes()
                         .submit<SweepId>([](Database &database) {
                             AuditEntry sam;
                             sam.at = QDateTime::currentDateTimeUtc();
                             return RetentionSweeps(database).begin(sam, false);
                         })
                         .result());
    }
    m_server->start();
    QCOMPARE(settled(id.value)[QLatin1String("deleted")].toInteger(), 1);
    QCOMPARE(files(), 1);
}

void tst_SweepRoutes::refusesAtAClockThatWentFarUntilAnAdminSaysItIsRight()
{
    m_server->add(95);
    m_server->add(5);
    m_server->server.write(
        [](Database &database) { return SweepClock(database).trust(QDateTime::currentDateTimeUtc().addDays(-400)); });
    const qint64 first = m_server->post("/api/retention-sweeps").id();
    const QJsonObject report = settled(first);
    QCOMPARE(report[QLatin1String("state")].toString(), QStringLiteral("failed"));
    QVERIFY(report[QLatin1String("problem")].toString().contains(QStringLiteral("clock")));
    QVERIFY(m_server->get("/api/retention-sweeps/status")
                .object()[QLatin1String("warning")]
                .toString()
                .contains(QStringLiteral("clock")));
    QVERIFY(m_server->get("/api/retention-sweeps/status").object()[QLatin1String("clockDoubt")].isString());
    QCOMPARE(files(), 2);
    QCOMPARE(m_server->post("/api/retention-sweeps", R"({"clockIsRight":true})", "sam").status, 403);
    const Answer sure = m_server->post("/api/retention-sweeps", R"({"clockIsRight":true})", "ada");
    QCOMPARE(sure.status, 202);
    QCOMPARE(settled(sure.id())[QLatin1String("state")].toString(), QStringLiteral("finished"));
    QCOMPARE(files(), 1);
    const QJsonObject status = m_server->get("/api/retention-sweeps/status").object();
    QVERIFY(status[QLatin1String("clockDoubt")].isNull());
    QCOMPARE(status[QLatin1String("limitPercent")].toInt(), 50);
}

void tst_SweepRoutes::givesTheRoomBack()
{
    m_server->add(95);
    m_server->add(5);
    const qint64 size = m_server->get("/api/recordings/1").object()[QLatin1String("fileSize")].toInteger();
    m_server->server.stop();
    m_server->server.options.quotaBytes = 2 * size + size / 2;
    m_server->start();
    QVERIFY_EXCEPTION_THROWN(m_server->add(1), std::runtime_error); // full
    settled(m_server->post("/api/retention-sweeps").id());
    m_server->add(1);
}

void tst_SweepRoutes::listsItsReports()
{
    for (int i = 0; i < 3; ++i)
        settled(m_server->post("/api/retention-sweeps", i == 1 ? R"({"dryRun":true})" : "{}").id());
    QCOMPARE(m_server->ids(m_server->get("/api/retention-sweeps")), (QList<qint64>{3, 2, 1}));
    QCOMPARE(m_server->ids(m_server->get("/api/retention-sweeps?limit=1&before=3")), QList<qint64>{2});
    QVERIFY(m_server->get("/api/retention-sweeps/2").object()[QLatin1String("dryRun")].toBool());
    QCOMPARE(m_server->get("/api/retention-sweeps?limit=0").status, 400);
    QCOMPARE(m_server->post("/api/retention-sweeps", R"({"dryrun":true})").status, 400);
    QCOMPARE(m_server->get("/api/retention-sweeps", "alice").status, 403);
}

QTEST_GUILESS_MAIN(tst_SweepRoutes)
#include "tst_SweepRoutes.moc"
