// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Audit.h"

#include "ServerRows.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_Audit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_rows = std::make_unique<ServerRows>(); }

    void givesBackTheNewestFirst()
    {
        AuditEntry upload;
        upload.at = someTime();
        upload.userId = m_rows->one;
        upload.username = QStringLiteral("alice");
        upload.role = Role::Agent;
        upload.action = QStringLiteral("upload");
        upload.recordingId = {7};
        upload.leadId = m_rows->zoe;
        upload.address = QStringLiteral("192.0.2.1");
        upload.detail = {{QStringLiteral("bytes"), 1234}};
        AuditEntry refused; // nobody: a sign-in that failed
        refused.at = someTime(1);
        refused.username = QStringLiteral("mallory\n'");
        refused.action = QStringLiteral("sign-in");
        refused.outcome = AuditOutcome::Refused;
        Audit audit(m_rows->database());
        QVERIFY(audit.append(upload));
        QVERIFY(audit.append(refused));
        m_rows->reopen();

        const Result<QList<AuditEntry>> entries = Audit(m_rows->database()).find({});
        QVERIFY(entries);
        QCOMPARE(entries->size(), 2);
        const AuditEntry &second = entries->at(0);
        QCOMPARE(second.username, refused.username);
        QCOMPARE(second.outcome, AuditOutcome::Refused);
        QVERIFY(!second.userId.isValid() && !second.recordingId.isValid() && !second.role);
        const AuditEntry &first = entries->at(1);
        QCOMPARE(first.at, upload.at);
        QCOMPARE(first.userId, upload.userId);
        QCOMPARE(first.role, upload.role);
        QCOMPARE(first.action, upload.action);
        QCOMPARE(first.recordingId, upload.recordingId);
        QCOMPARE(first.leadId, upload.leadId);
        QCOMPARE(first.outcome, AuditOutcome::Allowed);
        QCOMPARE(first.address, upload.address);
        QCOMPARE(first.detail, upload.detail);
        QVERIFY(first.id < second.id);
        AuditFilter newest;
        newest.limit = 1;
        QCOMPARE(Audit(m_rows->database()).find(newest)->size(), 1);
    }
    void anEntryIsNeitherChangedNorDeletedEvenByPlainSql_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("change") << QByteArray("UPDATE audit SET username = 'nobody'");
        QTest::newRow("delete") << QByteArray("DELETE FROM audit");
        QTest::newRow("replace") << QByteArray("INSERT OR REPLACE INTO audit SELECT id, 0, 0, 'nobody', '', '', 0, 0,"
                                               " 'allowed', '', '' FROM audit");
    }
    void anEntryIsNeitherChangedNorDeletedEvenByPlainSql()
    {
        QFETCH(QByteArray, sql);
        AuditEntry entry;
        entry.at = someTime();
        entry.username = QStringLiteral("alice");
        QVERIFY(Audit(m_rows->database()).append(entry));
        QVERIFY(!run(m_rows->database(), sql));
        const Result<QList<AuditEntry>> entries = Audit(m_rows->database()).find({});
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().username, entry.username);
    }

private:
    std::unique_ptr<ServerRows> m_rows;
};

QTEST_GUILESS_MAIN(tst_Audit)
#include "tst_Audit.moc"
