// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Policies.h"

#include "ServerRows.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Policies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void givesBackEachScope()
    {
        QVERIFY(insert("'All', 365, 'ALL', NULL, NULL, 1"));
        QVERIFY(insert("'Spring', 30, 'CAMPAIGN', " + number(m_rows->spring) + ", NULL, 0"));
        QVERIFY(insert("'Bob', 60, 'AGENT', NULL, " + number(m_rows->two) + ", 0"));
        const Result<QList<RetentionPolicy>> policies = Policies(m_rows->database()).all();
        QVERIFY(policies);
        QCOMPARE(policies->size(), 3);
        QCOMPARE(policies->at(0).appliesTo, PolicyScope::All);
        QVERIFY(policies->at(0).isDefault);
        QCOMPARE(policies->at(1).campaignId, std::optional(m_rows->spring));
        QCOMPARE(policies->at(1).retentionDays, 30);
        QCOMPARE(policies->at(1).createdAt, someTime());
        QCOMPARE(policies->at(2).agentId, std::optional(m_rows->two));
        QCOMPARE(policies->at(2).name, QStringLiteral("Bob"));
    }
    void isNeverKeptWhereItContradictsItselfOrAnother_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::newRow("no days") << QByteArray("'x', 0, 'ALL', NULL, NULL, 0");
        QTest::newRow("no name") << QByteArray("'', 1, 'ALL', NULL, NULL, 0");
        QTest::newRow("no campaign") << QByteArray("'x', 1, 'CAMPAIGN', NULL, NULL, 0");
        QTest::newRow("no agent") << QByteArray("'x', 1, 'AGENT', NULL, NULL, 0");
        QTest::newRow("a default for one agent") << QByteArray("'x', 1, 'AGENT', NULL, 1, 1");
        QTest::newRow("a second default") << QByteArray("'x', 1, 'ALL', NULL, NULL, 1");
        QTest::newRow("a second one for a campaign") << QByteArray("'x', 1, 'CAMPAIGN', 1, NULL, 0");
        QTest::newRow("another word") << QByteArray("'x', 1, 'TEAM', NULL, NULL, 0");
    }
    void isNeverKeptWhereItContradictsItselfOrAnother()
    {
        QFETCH(QByteArray, values);
        QVERIFY(insert("'All', 365, 'ALL', NULL, NULL, 1"));
        QVERIFY(insert("'Spring', 30, 'CAMPAIGN', 1, NULL, 0"));
        QCOMPARE(insert(values).error().kind, FailureKind::Conflict);
        QCOMPARE(Policies(m_rows->database()).all()->size(), 2);
    }

private:
    template <class Id> static QByteArray number(Id id) { return QByteArray::number(id.value); }
    Done insert(const QByteArray &values)
    {
        const QByteArray time = QByteArray::number(someTime().toMSecsSinceEpoch());
        return run(
            m_rows->database(),
            "INSERT INTO retention_policies (name, retention_days, applies_to, campaign_id, agent_id, is_default,"
            " created_at, updated_at) VALUES (" +
                values + ", " + time + ", " + time + ")");
    }

    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Policies)
#include "tst_Policies.moc"
