// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerRows.h"

#include "records/SchemaCheck.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_SchemaCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void aDatabaseThatNobodyTouchedHasNoFaults() { QCOMPARE(sentences(), QStringList()); }

    void whatSomebodyTookOutOrChangedIsNamed()
    {
        sql("DROP TRIGGER recordings_not_found");
        sql("DROP INDEX recordings_by_lead");
        sql("DROP TABLE retention_sweep_left");
        sql("DROP TRIGGER audit_is_not_deleted");
        sql("CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT 1; END");
        sql("CREATE TRIGGER mine AFTER INSERT ON audit BEGIN DELETE FROM changes; END");
        QCOMPARE(sentences(),
                 (QStringList{QStringLiteral("The index recordings_by_lead of the database is missing."),
                              QStringLiteral("The table retention_sweep_left of the database is missing."),
                              QStringLiteral("The trigger audit_is_not_deleted of the database was changed."),
                              QStringLiteral("The trigger recordings_not_found of the database is missing."),
                              QStringLiteral("The trigger retention_sweep_left_counted of the database is missing."),
                              QStringLiteral("The trigger mine of the database is none of Holdfast's.")}));
    }

    void whatCanBePutBackIsAndTheRestStaysAFault()
    {
        sql("DROP VIEW hold_touches"); // and the trigger on it
        sql("DROP INDEX one_open_release_request");
        sql("DROP TABLE retention_sweep_left");
        sql("DROP TRIGGER recordings_not_found");
        const auto faults = SchemaCheck(database()).faults();
        QVERIFY(faults && SchemaCheck(database()).mend(*faults));
        QCOMPARE(sentences(),
                 (QStringList{QStringLiteral("The table retention_sweep_left of the database is missing."),
                              QStringLiteral("The trigger retention_sweep_left_counted of the database is missing.")}));
    }

    void whatLostItsMarkMeanwhileIsMarkedAgain()
    {
        Recording recording = m_rows->recording(1);
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        QVERIFY(Recordings(database()).add(recording, "k"));
        QVERIFY(setHeld(database(), {1}, true, m_rows->one));
        sql("DROP TRIGGER recordings_hold_is_the_sum");
        sql("UPDATE recordings SET compliance_hold = 0");
        const auto faults = SchemaCheck(database()).faults();
        QVERIFY(faults && SchemaCheck(database()).mend(*faults));
        QVERIFY((*Recordings(database()).byId({1}))->complianceHold);
        QVERIFY(!run(database(), "DELETE FROM recordings"));
    }

    void nothingIsHeldWhereTriggersAreMissing()
    {
        Recording recording = m_rows->recording(1);
        recording.callId = m_rows->addCall(recording.leadId, recording.agentId);
        QVERIFY(Recordings(database()).add(recording, "k"));
        sql("DROP TRIGGER held_recordings_marked");
        const Done held = setHeld(database(), {1}, true, m_rows->one);
        QCOMPARE(held.error().kind, FailureKind::Internal);
        QVERIFY(held.error().message.contains(QStringLiteral("Nothing was held")));
        QCOMPARE(numberOf(database(), "SELECT count(*) FROM holds"), 0);
    }

private:
    Database &database() { return m_rows->database(); }
    void sql(const QByteArray &statement) { QVERIFY2(run(database(), statement), statement); }
    QStringList sentences()
    {
        const Result<QList<SchemaFault>> faults = SchemaCheck(database()).faults();
        if (!faults)
            return {faults.error().message};
        QStringList list;
        for (const SchemaFault &fault : *faults)
            list.append(fault.sentence());
        return list;
    }

    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_SchemaCheck)
#include "tst_SchemaCheck.moc"
