// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/AuditVerification.h"

#include "SignedLog.h"
#include "audit/MerkleFrontier.h"
#include "records/AuditRows.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;
using Kind = AuditFinding::Kind;

namespace {

constexpr int entryCount = 600; // more than two blocks of checkpoints

/// Somebody with a copy of the file and a shell: no foreign keys, no recursive triggers.
void tamper(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase shell = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("shell"));
        shell.setDatabaseName(path);
        QVERIFY(shell.open());
        for (const QString &statement : statements) {
            QSqlQuery query(shell);
            QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("shell"));
}

QStringList unguarded(const QStringList &statements)
{
    QStringList all{QStringLiteral("DROP TRIGGER audit_is_not_changed"),
                    QStringLiteral("DROP TRIGGER audit_is_not_deleted"),
                    QStringLiteral("DROP TRIGGER audit_is_only_appended"),
                    QStringLiteral("DROP TRIGGER audit_checkpoints_are_not_changed")};
    return all + statements;
}

} // namespace

class tst_AuditVerification : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsNothingInALogThatOnlyTheServerWrote();
    void findsNothingInAnEmptyLog();
    void findsNothingAfterARestart();
    void findsWhatWasTamperedWith_data();
    void findsWhatWasTamperedWith();
    void goesOnNamingItWhenTheServerWentOn_data() { findsWhatWasTamperedWith_data(); }
    void goesOnNamingItWhenTheServerWentOn();
    void namesAnEntryAlthoughAllHashesWereReplacedToo();
    void findsThatNothingRefusesAnyMore_data();
    void findsThatNothingRefusesAnyMore();
    void namesWhereTheTailWasCutOffAlthoughAllHashesAreGone();
    void namesTheEntryThatWasChangedRightAfterTheKeyWas();
    void comparesWithACheckpointThatWasKeptElsewhere();
    void findsATailThatWasCutOffWithItsHashesAndCheckpoints();
    void findsALogThatWasWrittenAnewUnderTheSameKey();
    void findsAnotherKey();
    void findsNothingInALogThatChangedItsKeyTwice();
    void findsWhatWasTamperedWithBeforeAndAfterTheKeyChanged_data();
    void findsWhatWasTamperedWithBeforeAndAfterTheKeyChanged();
    void findsThatTheChangeOfTheKeyWasTamperedWith();
    void findsACheckpointOfAKeyThatWasNotTheLogsThen_data();
    void findsACheckpointOfAKeyThatWasNotTheLogsThen();
    void findsAChangeOfTheKeyThatTheOldOneDidNotSign();
    void findsThatTheKeyOfTheEndIsNotTheServers();
    void saysSinceWhenTheKeyIsMissing();
    void findsWhatWasChangedAlthoughTheKeyIsMissing();
    void canBeCancelled();
    void saysEachFindingInASentence();

private:
    AuditReport verify(std::optional<Checkpoint> kept = std::nullopt);
    AuditReport verifyWith(const SigningKeys::Key &key, std::optional<Checkpoint> kept = std::nullopt);
    AuditReport verifyMissing(const QByteArray &lastPublic);
    void loseKey();
    void tamperWith(const QStringList &statements);

    std::unique_ptr<SignedLog> m_log;
};

void tst_AuditVerification::init()
{
    m_log = std::make_unique<SignedLog>();
    m_log->append(5);
    m_log->appendTogether(entryCount - 10);
    m_log->append(5);
}

AuditReport tst_AuditVerification::verify(std::optional<Checkpoint> kept)
{
    m_log->rows.reopen();
    return AuditVerification(m_log->rows.database(), m_log->publicKey(), std::move(kept)).run().value();
}

AuditReport tst_AuditVerification::verifyWith(const SigningKeys::Key &key, std::optional<Checkpoint> kept)
{
    m_log->rows.reopen();
    return AuditVerification(m_log->rows.database(), key->publicKey(), std::move(kept)).run().value();
}

AuditReport tst_AuditVerification::verifyMissing(const QByteArray &lastPublic)
{
    m_log->rows.reopen();
    const auto missing = AuditVerification::Key::Missing;
    return AuditVerification(m_log->rows.database(), lastPublic, std::nullopt, missing).run().value();
}

void tst_AuditVerification::loseKey()
{
    m_log->stop();
    m_log->keys.clear();
    m_log->wasMissing = true;
    m_log->start();
}

void tst_AuditVerification::tamperWith(const QStringList &statements)
{
    m_log->stop();
    tamper(m_log->rows.path(), unguarded(statements));
    m_log->rows.reopen();
}

void tst_AuditVerification::findsNothingInALogThatOnlyTheServerWrote()
{
    const AuditReport report = verify();
    QVERIFY2(!report.finding, qPrintable(auditSentence(report)));
    QCOMPARE(report.entries, entryCount);
    QCOMPARE(auditSentence(report), QStringLiteral("The chain is intact: 600 entries."));
}

void tst_AuditVerification::findsNothingInAnEmptyLog()
{
    m_log = std::make_unique<SignedLog>();
    QVERIFY(!verify().finding);
    QCOMPARE(verify().entries, 0);
}

void tst_AuditVerification::findsNothingAfterARestart()
{
    for (int time = 0; time < 3; ++time) {
        m_log->stop();
        m_log->rows.reopen();
        m_log->start();
        m_log->append(1);
        QVERIFY(!verify().finding);
    }
    QCOMPARE(verify().entries, entryCount + 3);
}

void tst_AuditVerification::findsWhatWasTamperedWith_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("first");
    const auto row = [](const char *name, const char *sql, Kind kind, qint64 first) {
        QTest::newRow(name) << QString::fromLatin1(sql) << static_cast<int>(kind) << first;
    };
    row("time", "UPDATE audit SET at = at + 1 WHERE id = 17", Kind::Changed, 17);
    row("user", "UPDATE audit SET user_id = 2 WHERE id = 17", Kind::Changed, 17);
    row("name", "UPDATE audit SET username = 'bob' WHERE id = 17", Kind::Changed, 17);
    row("role", "UPDATE audit SET role = '' WHERE id = 17", Kind::Changed, 17);
    row("action", "UPDATE audit SET action = 'view' WHERE id = 17", Kind::Changed, 17);
    row("recording", "UPDATE audit SET recording_id = 0 WHERE id = 17", Kind::Changed, 17);
    row("lead", "UPDATE audit SET lead_id = 9 WHERE id = 17", Kind::Changed, 17);
    row("outcome", "UPDATE audit SET outcome = 'refused' WHERE id = 17", Kind::Changed, 17);
    row("address", "UPDATE audit SET address = '' WHERE id = 17", Kind::Changed, 17);
    row("detail", "UPDATE audit SET detail = '{}' WHERE id = 17", Kind::Changed, 17);
    row("type that no filter finds", "UPDATE audit SET action = CAST(action AS BLOB) WHERE id = 17", Kind::Changed, 17);
    row("the first", "UPDATE audit SET detail = '{}' WHERE id = 1", Kind::Changed, 1);
    row("the last", "UPDATE audit SET detail = '{}' WHERE id = 600", Kind::Changed, 600);
    row("two of them", "UPDATE audit SET detail = '{}' WHERE id IN (400, 55)", Kind::Changed, 55);
    row("delete", "DELETE FROM audit WHERE id = 300", Kind::Removed, 300);
    row("delete the first", "DELETE FROM audit WHERE id = 1", Kind::Removed, 1);
    row("delete the last", "DELETE FROM audit WHERE id = 600", Kind::Removed, 600);
    row("cut off", "DELETE FROM audit WHERE id > 500", Kind::Removed, 501);
    row("all", "DELETE FROM audit", Kind::Removed, 1);
    row("move", "UPDATE audit SET id = 1000 WHERE id = 20", Kind::Removed, 20);
    row("replace",
        "INSERT OR REPLACE INTO audit SELECT id, at, 2, 'bob', role, action, recording_id, lead_id, outcome,"
        " address, detail FROM audit WHERE id = 77",
        Kind::Changed, 77);
    row("insert behind",
        "INSERT INTO audit SELECT 601, at, 2, 'bob', role, action, recording_id, lead_id, outcome,"
        " address, detail FROM audit WHERE id = 77",
        Kind::Added, 601);
    row("insert before",
        "INSERT INTO audit SELECT 0, at, 2, 'bob', role, action, recording_id, lead_id, outcome,"
        " address, detail FROM audit WHERE id = 77",
        Kind::Added, 0);
    row("a leaf's hash", "UPDATE audit_nodes SET hash = zeroblob(32) WHERE position = 0", Kind::HashReplaced, 1);
    row("a node's hash", "UPDATE audit_nodes SET hash = zeroblob(32) WHERE position = 6", Kind::HashReplaced, 1);
    row("no hash", "DELETE FROM audit_nodes WHERE position = 3", Kind::HashReplaced, 3);
    row("newest checkpoint", "DELETE FROM audit_checkpoints WHERE size = 600", Kind::NotSigned, 506);
    row("all checkpoints", "DELETE FROM audit_checkpoints", Kind::NotSigned, 1);
    row("a checkpoint's text",
        "UPDATE audit_checkpoints SET note = replace(note, 'holdfast', 'foldfast')"
        " WHERE size = 600",
        Kind::NotSigned, 506);
}

void tst_AuditVerification::findsWhatWasTamperedWith()
{
    QFETCH(QString, statement);
    QFETCH(int, kind);
    QFETCH(qint64, first);
    tamperWith({statement});
    const AuditReport report = verify();
    QVERIFY(report.finding);
    QCOMPARE(static_cast<int>(report.finding->kind), kind);
    QCOMPARE(report.finding->first, first);
}

void tst_AuditVerification::goesOnNamingItWhenTheServerWentOn()
{
    QFETCH(QString, statement);
    QFETCH(qint64, first);
    tamperWith({statement});
    m_log->start();
    m_log->append(3, QStringLiteral("view"));
    const AuditReport report = verify();
    QVERIFY(report.finding);
    QCOMPARE(report.finding->first, first);
}

void tst_AuditVerification::namesAnEntryAlthoughAllHashesWereReplacedToo()
{
    QStringList statements{QStringLiteral("UPDATE audit SET detail = '{}' WHERE id = 300")};
    MerkleFrontier frontier;
    {
        Query query(m_log->rows.database(), QByteArray("SELECT ") + auditColumns + " FROM audit ORDER BY id");
        QVERIFY(query.each([&] {
            AuditRow row = auditRowOf(query);
            if (row.id == 300)
                row.detail = "{}";
            frontier.append(merkleLeafHash(auditLine(row)), [&](MerkleNode node, const QByteArray &hash) {
                statements << QStringLiteral("UPDATE audit_nodes SET hash = x'%1' WHERE position = %2")
                                  .arg(QString::fromLatin1(hash.toHex()))
                                  .arg(storedPosition(node));
            });
        }));
    }
    tamperWith(statements);
    const AuditReport report = verify();
    QVERIFY(report.finding);
    QCOMPARE(report.finding->kind, Kind::Changed);
    QCOMPARE(report.finding->first, 206); // the checkpoint before it still fits
    QCOMPARE(report.finding->last, 505);
}

void tst_AuditVerification::findsThatNothingRefusesAnyMore_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("an entry can be deleted")
        << QStringList{QStringLiteral("DROP TRIGGER audit_is_not_deleted"),
                       QStringLiteral("CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit WHEN 0"
                                      " BEGIN SELECT RAISE(ABORT, 'audit entries are not deleted'); END")};
    QTest::newRow("a hold can be released unseen")
        << QStringList{QStringLiteral("DROP TRIGGER holds_are_released_by_an_entry")};
    QTest::newRow("a held recording can be replaced")
        << QStringList{QStringLiteral("DROP TRIGGER recordings_are_not_replaced")};
    QTest::newRow("one that is none of Holdfast's")
        << QStringList{QStringLiteral("CREATE TRIGGER mine AFTER INSERT ON audit BEGIN DELETE FROM changes; END")};
}

void tst_AuditVerification::findsThatNothingRefusesAnyMore()
{
    QFETCH(QStringList, statements);
    m_log->stop();
    tamper(m_log->rows.path(), statements);
    QCOMPARE(verify().finding, (AuditFinding{Kind::Unguarded, 1, entryCount}));
}

void tst_AuditVerification::namesWhereTheTailWasCutOffAlthoughAllHashesAreGone()
{
    tamperWith({QStringLiteral("DELETE FROM audit_nodes"), QStringLiteral("DELETE FROM audit WHERE id > 598")});
    QCOMPARE(verify().finding, (AuditFinding{Kind::Removed, 599, 599}));
}

void tst_AuditVerification::namesTheEntryThatWasChangedRightAfterTheKeyWas()
{
    const SigningKeys::Key next = m_log->other();
    m_log->change(m_log->key(), next);
    tamperWith({QStringLiteral("UPDATE audit SET detail = '{}' WHERE id = 17")});
    QCOMPARE(verifyWith(next).finding, (AuditFinding{Kind::Changed, 17, 17}));
}

void tst_AuditVerification::comparesWithACheckpointThatWasKeptElsewhere()
{
    const Checkpoint kept = readCheckpoint(m_log->checkpoint()).value();
    QCOMPARE(kept.size, entryCount);
    m_log->append(9);
    QVERIFY(!verify(kept).finding);
    Checkpoint other = kept;
    other.root[5] ^= 1;
    QCOMPARE(verify(other).finding, (AuditFinding{Kind::NotTheSame, 1, entryCount}));
    other = kept;
    other.origin = "log.example";
    QCOMPARE(verify(other).finding->kind, Kind::NotTheSame);
}

void tst_AuditVerification::findsATailThatWasCutOffWithItsHashesAndCheckpoints()
{
    const Checkpoint before = readCheckpoint(m_log->checkpoint()).value();
    m_log->stop();
    const QString copy = m_log->rows.path() + QStringLiteral(".copy");
    tamper(m_log->rows.path(), {QStringLiteral("VACUUM INTO '%1'").arg(copy)});
    m_log->start();
    m_log->append(4);
    const Checkpoint kept = readCheckpoint(m_log->checkpoint()).value();
    m_log->stop();
    for (const char *end : {"-wal", "-shm", ""})
        QFile::remove(m_log->rows.path() + QLatin1String(end));
    QVERIFY(QFile::rename(copy, m_log->rows.path()));
    QVERIFY(!verify().finding); // by itself it is a whole log
    QVERIFY(!verify(before).finding);
    QCOMPARE(verify(kept).finding, (AuditFinding{Kind::CutOff, entryCount + 1, entryCount + 4}));
}

void tst_AuditVerification::findsALogThatWasWrittenAnewUnderTheSameKey()
{
    const Checkpoint kept = readCheckpoint(m_log->checkpoint()).value();
    m_log = std::make_unique<SignedLog>();
    m_log->appendTogether(entryCount + 50);
    QVERIFY(!verify().finding);
    QCOMPARE(verify(kept).finding, (AuditFinding{Kind::NotTheSame, 1, entryCount}));
}

void tst_AuditVerification::findsAnotherKey()
{
    const SigningKey other(SecretKey::random());
    const AuditReport report = AuditVerification(m_log->rows.database(), other.publicKey()).run().value();
    QCOMPARE(report.finding->kind, Kind::NotSigned);
}

void tst_AuditVerification::findsNothingInALogThatChangedItsKeyTwice()
{
    const SigningKeys::Key second = m_log->other();
    const SigningKeys::Key third = m_log->other();
    const Checkpoint kept = readCheckpoint(m_log->checkpoint()).value();
    m_log->change(m_log->key(), second);
    m_log->append(300);
    m_log->change(second, third);
    m_log->append(3);
    const AuditReport report = verifyWith(third);
    QVERIFY2(!report.finding, qPrintable(auditSentence(report)));
    QVERIFY(report.gaps.isEmpty());
    QCOMPARE(report.entries, entryCount + 305);
    QVERIFY(!verifyWith(third, kept).finding);
}

void tst_AuditVerification::findsWhatWasTamperedWithBeforeAndAfterTheKeyChanged_data()
{
    QTest::addColumn<qint64>("entry");
    QTest::newRow("before") << qint64{17};
    QTest::newRow("after") << qint64{entryCount} + 10;
}

void tst_AuditVerification::findsWhatWasTamperedWithBeforeAndAfterTheKeyChanged()
{
    QFETCH(qint64, entry);
    const SigningKeys::Key next = m_log->other();
    m_log->change(m_log->key(), next);
    m_log->append(20);
    tamperWith({QStringLiteral("UPDATE audit SET detail = '{}' WHERE id = %1").arg(entry)});
    QVERIFY(verifyWith(next).finding);
    QCOMPARE(verifyWith(next).finding->last, entry);
}

/// Without it nobody knows which key signed what was before.
void tst_AuditVerification::findsThatTheChangeOfTheKeyWasTamperedWith()
{
    const SigningKeys::Key next = m_log->other();
    m_log->change(m_log->key(), next);
    m_log->append(20);
    tamperWith({QStringLiteral("UPDATE audit SET detail = '{}' WHERE id = %1").arg(entryCount + 1)});
    QCOMPARE(verifyWith(next).finding->kind, Kind::NotSigned);
}

void tst_AuditVerification::findsACheckpointOfAKeyThatWasNotTheLogsThen_data()
{
    QTest::addColumn<bool>("isBefore");
    QTest::newRow("the new key, over what was before it") << true;
    QTest::newRow("the old key, over what is after it") << false;
}

/// Whoever steals one of the keys signs nothing in the time of the other.
void tst_AuditVerification::findsACheckpointOfAKeyThatWasNotTheLogsThen()
{
    QFETCH(bool, isBefore);
    const SigningKeys::Key next = m_log->other();
    m_log->change(m_log->key(), next);
    m_log->append(20);
    const auto note = [&](qint64 size) {
        Query query(m_log->rows.database(), "SELECT note FROM audit_checkpoints WHERE size >= ? ORDER BY size LIMIT 1");
        return query.bind(size).step().value() ? query.bytes(0) : QByteArray();
    };
    const Checkpoint log = readCheckpoint(note(isBefore ? 1 : entryCount + 2)).value();
    const QByteArray forged = signCheckpoint(log, isBefore ? *next : *m_log->key());
    tamperWith({QStringLiteral("UPDATE audit_checkpoints SET note = '%1' WHERE size = %2")
                    .arg(QString::fromUtf8(forged))
                    .arg(log.size)});
    const AuditReport report = verifyWith(next);
    QVERIFY(report.finding);
    QCOMPARE(report.finding->kind, Kind::NotSigned);
    QCOMPARE(report.finding->last, log.size);
}

void tst_AuditVerification::findsAChangeOfTheKeyThatTheOldOneDidNotSign()
{
    const SigningKeys::Key next = m_log->other();
    m_log->change(m_log->key(), next);
    const Checkpoint log = readCheckpoint(m_log->checkpoint()).value();
    m_log->append(3);
    tamperWith({QStringLiteral("UPDATE audit_checkpoints SET note = '%1' WHERE size = %2")
                    .arg(QString::fromUtf8(signCheckpoint(log, *next)))
                    .arg(log.size)});
    QCOMPARE(verifyWith(next).finding->kind, Kind::NotSigned);
}

void tst_AuditVerification::findsThatTheKeyOfTheEndIsNotTheServers()
{
    m_log->change(m_log->key(), m_log->other());
    m_log->append(2);
    QCOMPARE(verify().finding->kind, Kind::NotSigned); // by the one before
}

void tst_AuditVerification::saysSinceWhenTheKeyIsMissing()
{
    loseKey();
    m_log->append(3);
    const AuditReport report = verifyMissing(m_log->publicKey());
    QCOMPARE(report.finding, (AuditFinding{Kind::KeyMissing, entryCount + 1, entryCount + 3}));
    QCOMPARE(verifyMissing({}).finding, report.finding); // nor does anybody know which it was
    QVERIFY(auditSentence(report).contains(QLatin1String("601")));
}

void tst_AuditVerification::findsWhatWasChangedAlthoughTheKeyIsMissing()
{
    loseKey();
    m_log->append(3);
    tamperWith({QStringLiteral("UPDATE audit SET detail = '{}' WHERE id = 17")});
    QCOMPARE(verifyMissing(m_log->publicKey()).finding, (AuditFinding{Kind::Changed, 17, 17}));
    QCOMPARE(verifyMissing({}).finding, (AuditFinding{Kind::Changed, 17, 17}));
}

void tst_AuditVerification::canBeCancelled()
{
    m_log->appendTogether(600);
    const auto cancelled = AuditVerification(m_log->rows.database(), m_log->publicKey()).run([] { return true; });
    QCOMPARE(cancelled.error().kind, FailureKind::Cancelled);
}

void tst_AuditVerification::saysEachFindingInASentence()
{
    QSet<QString> sentences;
    for (int kind = 0; kind <= static_cast<int>(Kind::KeyMissing); ++kind) {
        const QString sentence = auditSentence({20, AuditFinding{static_cast<Kind>(kind), 17, 17}});
        QVERIFY(sentence.contains(QLatin1String(kind != static_cast<int>(Kind::Unguarded) ? "17" : "20")));
        QVERIFY(sentence.endsWith(u'.'));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), static_cast<int>(Kind::KeyMissing) + 1);
}

QTEST_GUILESS_MAIN(tst_AuditVerification)
#include "tst_AuditVerification.moc"
