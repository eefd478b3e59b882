// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditProofs.h"

#include "SignedLog.h"
#include "audit/MerkleProof.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_AuditProofs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_log.appendTogether(entryCount); }

    void everyEntryIsProvedUnderWhatWasSigned()
    {
        const Checkpoint checkpoint = readCheckpoint(m_log.checkpoint()).value();
        QCOMPARE(checkpoint.size, entryCount);
        for (qint64 entry = 1; entry <= entryCount; ++entry) {
            const auto proof = AuditProofs(m_log.rows.database()).inclusion(entry, std::nullopt);
            QVERIFY(proof);
            QCOMPARE(proof->root, checkpoint.root);
            QVERIFY(proof->line.startsWith("{\"id\":" + QByteArray::number(entry) + ','));
            QVERIFY(provesInclusion(proof->hashes, entry - 1, entryCount, merkleLeafHash(proof->line), proof->root));
        }
    }
    void provesUnderASmallerSizeToo()
    {
        const auto proof = AuditProofs(m_log.rows.database()).inclusion(7, 20);
        QVERIFY(proof);
        QCOMPARE(proof->size, 20);
        QVERIFY(provesInclusion(proof->hashes, 6, 20, merkleLeafHash(proof->line), proof->root));
    }
    void theBeginningIsProvedToBeOne()
    {
        const Checkpoint checkpoint = readCheckpoint(m_log.checkpoint()).value();
        for (qint64 from = 1; from <= entryCount; ++from) {
            const auto proof = AuditProofs(m_log.rows.database()).consistency(from, std::nullopt);
            QVERIFY(proof);
            QCOMPARE(proof->toRoot, checkpoint.root);
            QVERIFY(provesConsistency(proof->hashes, from, entryCount, proof->fromRoot, proof->toRoot));
        }
    }
    void knowsNothingOfWhatIsNotThere()
    {
        AuditProofs proofs(m_log.rows.database());
        QCOMPARE(proofs.inclusion(entryCount + 1, std::nullopt).error().kind, FailureKind::NotFound);
        QCOMPARE(proofs.inclusion(5, 4).error().kind, FailureKind::NotFound);
        QCOMPARE(proofs.inclusion(5, entryCount + 1).error().kind, FailureKind::NotFound);
        QCOMPARE(proofs.consistency(5, 4).error().kind, FailureKind::NotFound);
        QCOMPARE(proofs.consistency(5, entryCount + 1).error().kind, FailureKind::NotFound);
    }
    void provesNothingOverHashesThatWereReplaced()
    {
        SignedLog log;
        log.appendTogether(8);
        QVERIFY(run(log.rows.database(), "UPDATE audit_nodes SET hash = zeroblob(32) WHERE position = 0"));
        QCOMPARE(AuditProofs(log.rows.database()).inclusion(2, std::nullopt).error().kind, FailureKind::Corrupt);
        QVERIFY(run(log.rows.database(), "DELETE FROM audit_nodes WHERE position = 1"));
        QCOMPARE(AuditProofs(log.rows.database()).inclusion(1, std::nullopt).error().kind, FailureKind::Corrupt);
    }

private:
    static constexpr qint64 entryCount = 70;
    SignedLog m_log;
};

QTEST_GUILESS_MAIN(tst_AuditProofs)
#include "tst_AuditProofs.moc"
