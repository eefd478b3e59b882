// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditSigner.h"

#include "SignedLog.h"
#include "records/AuditVerification.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_AuditSigner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_log = std::make_unique<SignedLog>(); }

    void whatIsCommittedIsSigned()
    {
        for (int entries = 1; entries <= 20; ++entries) {
            m_log->append(1);
            const auto checkpoint =
                openCheckpoint(m_log->checkpoint(), {readCheckpoint(m_log->checkpoint())->origin, m_log->publicKey()});
            QVERIFY(checkpoint);
            QCOMPARE(checkpoint->size, entries);
        }
    }
    void keepsOneCheckpointOfEach256Entries()
    {
        for (int group = 0; group < 40; ++group)
            m_log->appendTogether(20);
        QList<qint64> sizes;
        Query query(m_log->rows.database(), "SELECT size FROM audit_checkpoints ORDER BY size");
        QVERIFY(query.each([&] { sizes.append(query.number(0)); }));
        QCOMPARE(sizes, (QList<qint64>{240, 500, 760, 800}));
    }
    void aDeedThatFailedLeavesNoLeaf()
    {
        m_log->append(2);
        const auto failed = m_log->writes().submit<void>([](Database &database) -> Done {
            AuditEntry entry;
            entry.at = someTime();
            if (const Done appended = Audit(database).append(entry); !appended)
                return appended;
            return fail(FailureKind::Conflict, QStringLiteral("not so"));
        });
        QVERIFY(!failed.result());
        m_log->append(2);
        QCOMPARE(verify().entries, 4);
        QVERIFY(!verify().finding);
    }
    void everyTextIsReadAsItWasSigned()
    {
        QRandomGenerator random(3);
        for (int attempt = 0; attempt < 300; ++attempt) {
            QString text;
            for (int length = random.bounded(20); length > 0; --length)
                text += QChar(
                    static_cast<char16_t>(random.bounded(4) == 0 ? random.bounded(0x10000) : random.bounded(0x80)));
            AuditEntry entry;
            entry.at = someTime(attempt);
            entry.username = entry.action = entry.address = text;
            entry.detail = {{text, text}, {QStringLiteral("number"), random.generateDouble()}};
            QVERIFY(m_log->writes()
                        .submit<void>([entry](Database &database) { return Audit(database).append(entry); })
                        .result());
        }
        m_log->rows.reopen();
        QVERIFY(!verify().finding);
    }
    void takesTheEntriesFromBeforeThereWasATree()
    {
        m_log->stop();
        QVERIFY(run(m_log->rows.database(), "DELETE FROM audit_checkpoints"));
        AuditEntry old;
        old.at = someTime();
        for (int entry = 0; entry < 300; ++entry)
            QVERIFY(Audit(m_log->rows.database()).append(old));
        m_log->adopt();
        m_log->start();
        QCOMPARE(verify().entries, 300);
        QVERIFY(!verify().finding);
        m_log->append(1);
        QVERIFY(!verify().finding);
    }
    void doesNotSignOverWhatWasChanged()
    {
        m_log->append(10);
        m_log->stop();
        QVERIFY(run(m_log->rows.database(), "UPDATE audit_nodes SET hash = zeroblob(32) WHERE position = 14"));
        const QByteArray before = m_log->checkpoint();
        m_log->start();
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("changed by others")));
        m_log->append(5); // the deeds themselves are done
        QCOMPARE(m_log->checkpoint(), before);
        QCOMPARE(Query(m_log->rows.database(), "SELECT count(*) FROM audit").oneNumber(), 15);
        QVERIFY(verify().finding);
    }
    void doesNotSignWhatOthersAdded()
    {
        m_log->append(3);
        AuditEntry foreign;
        foreign.at = someTime();
        QVERIFY(Audit(m_log->rows.database()).append(foreign));
        m_log->append(3);
        const AuditReport report = verify();
        QCOMPARE(report.finding, (AuditFinding{AuditFinding::Kind::Added, 4, 4}));
        QCOMPARE(readCheckpoint(m_log->checkpoint())->size, 7);
    }
    void doesNotFillAGapWithoutEnd()
    {
        m_log->append(3);
        QVERIFY(run(m_log->rows.database(), "INSERT INTO audit SELECT 4000000000000000000, at, user_id, username, role,"
                                            " action, recording_id, lead_id, outcome, address, detail FROM audit"
                                            " WHERE id = 1"));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("changed by others")));
        m_log->append(2);
        QCOMPARE(verify().finding, (AuditFinding{AuditFinding::Kind::Removed, 4, 4}));
    }
    void whereAnotherKeyTakesOverBothSign()
    {
        m_log->append(10);
        const SigningKeys::Key next = m_log->other();
        const KeyChange change = m_log->change(m_log->key(), next);
        const QByteArray handover = m_log->checkpoint();
        QVERIFY(openCheckpoint(handover, *change.from) && openCheckpoint(handover, *change.to));
        m_log->append(1);
        QVERIFY(!openCheckpoint(m_log->checkpoint(), *change.from));
        QVERIFY(openCheckpoint(m_log->checkpoint(), *change.to));
    }
    void theCheckpointOfBothStays()
    {
        m_log->append(10);
        m_log->change(m_log->key(), m_log->other());
        const QByteArray handover = m_log->checkpoint();
        m_log->append(5);
        m_log->stop();
        m_log->rows.reopen();
        m_log->start();
        m_log->append(600);
        Query query(m_log->rows.database(), "SELECT count(*) FROM audit_checkpoints WHERE note = ?");
        QCOMPARE(query.bind(QString::fromUtf8(handover)).oneNumber(), 1);
    }
    void theNextKeyGoesOnAfterARestart()
    {
        m_log->append(3);
        const KeyChange change = m_log->change(m_log->key(), m_log->other());
        m_log->stop();
        m_log->keys.erase(m_log->publicKey()); // its file is gone
        m_log->rows.reopen();
        m_log->start();
        m_log->append(2);
        QCOMPARE(openCheckpoint(m_log->checkpoint(), *change.to)->size, 6);
        QVERIFY(!verify(change.to->publicKey).finding);
    }
    void anotherKeyDoesNotTakeOverWhereTheEntryIsNotKept()
    {
        m_log->append(3);
        const SigningKeys::Key next = m_log->other();
        const Checkpoint log = readCheckpoint(m_log->checkpoint()).value();
        KeyChange change;
        change.from = CheckpointSigner{log.origin, m_log->publicKey()};
        change.to = CheckpointSigner{log.origin, next->publicKey()};
        AuditEntry entry;
        entry.at = someTime();
        entry.action = change.action();
        entry.detail = change.detail();
        const auto failed = m_log->writes().submit<void>([entry](Database &database) -> Done {
            if (const Done appended = Audit(database).append(entry); !appended)
                return appended;
            return fail(FailureKind::Conflict, QStringLiteral("not so"));
        });
        QVERIFY(!failed.result());
        m_log->append(1);
        QVERIFY(openCheckpoint(m_log->checkpoint(), *change.from));
        QVERIFY(!verify().finding);
    }
    void anEntryThatOthersPutThereBringsNoOtherKey()
    {
        m_log->append(3);
        const SigningKeys::Key next = m_log->other();
        const Checkpoint log = readCheckpoint(m_log->checkpoint()).value();
        KeyChange change;
        change.from = CheckpointSigner{log.origin, m_log->publicKey()};
        change.to = CheckpointSigner{log.origin, next->publicKey()};
        AuditEntry foreign;
        foreign.at = someTime();
        foreign.action = change.action();
        foreign.detail = change.detail();
        QVERIFY(Audit(m_log->rows.database()).append(foreign));
        for (int start = 0; start < 2; ++start) {
            m_log->append(1);
            QVERIFY(openCheckpoint(m_log->checkpoint(), *change.from));
            m_log->stop();
            m_log->start();
        }
        QCOMPARE(verify().finding, (AuditFinding{AuditFinding::Kind::Added, 4, 4}));
    }
    void withoutItsKeyNothingIsSignedAndEverythingKept()
    {
        const QByteArray before = missing(5);
        m_log->append(4);
        QCOMPARE(m_log->checkpoint(), before);
        QCOMPARE(Query(m_log->rows.database(), "SELECT count(*) FROM audit").oneNumber(), 9);
    }
    void aNewKeyTakesInWhatNobodySigned()
    {
        missing(5);
        m_log->append(4);
        const SigningKeys::Key next = m_log->other();
        const KeyChange change = m_log->change(nullptr, next);
        m_log->wasMissing = false;
        m_log->append(2);
        QVERIFY(!openCheckpoint(m_log->checkpoint(), *change.from));
        const AuditReport report = verify(next->publicKey());
        QVERIFY2(!report.finding, qPrintable(auditSentence(report)));
        QCOMPARE(report.entries, 12);
        QCOMPARE(report.gaps, QList<AuditGap>({{6, 9, true}}));
    }
    /// Whoever can write to the database while the key is missing gives the log no key of their own.
    void aChangeThatOthersWroteMeanwhileIsNotTakenIn()
    {
        missing(5);
        const SigningKey thief(SecretKey::fromBytes(QByteArray(32, 't')).value());
        m_log->append(1);
        m_log->change(nullptr, std::make_shared<const SigningKey>(SecretKey::fromBytes(QByteArray(32, 't')).value()));
        m_log->lastPublic = m_log->publicKey();
        const SigningKeys::Key next = m_log->other();
        m_log->change(nullptr, next);
        m_log->wasMissing = false;
        m_log->append(1);
        QVERIFY(!openCheckpoint(m_log->checkpoint(), {readCheckpoint(m_log->checkpoint())->origin, thief.publicKey()}));
        QCOMPARE(verify(next->publicKey()).finding, (AuditFinding{AuditFinding::Kind::Added, 7, 7}));
    }
    void theKeyThatIsBackTakesInWhatNobodySigned()
    {
        missing(5);
        m_log->append(4);
        m_log->stop();
        m_log->keys.emplace(m_log->publicKey(), m_log->key());
        m_log->start();
        m_log->append(1);
        m_log->wasMissing = false;
        m_log->append(1);
        QVERIFY(!verify().finding);
        QCOMPARE(readCheckpoint(m_log->checkpoint())->size, 11);
    }

private:
    /// The key is lost after so many entries; answers the last checkpoint.
    QByteArray missing(int entries)
    {
        m_log->append(entries);
        m_log->stop();
        m_log->keys.clear();
        m_log->wasMissing = true;
        m_log->start();
        return m_log->checkpoint();
    }
    AuditReport verify(const QByteArray &signedBy)
    {
        return AuditVerification(m_log->rows.database(), signedBy).run().value();
    }
    AuditReport verify() { return AuditVerification(m_log->rows.database(), m_log->publicKey()).run().value(); }

    std::unique_ptr<SignedLog> m_log;
};

QTEST_GUILESS_MAIN(tst_AuditSigner)
#include "tst_AuditSigner.moc"
