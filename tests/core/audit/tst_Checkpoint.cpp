// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Checkpoint.h"

#include <QTest>

using namespace Holdfast;

class tst_Checkpoint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isASignedNoteOfThreeLines()
    {
        const QList<QByteArray> lines = m_note.split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines.mid(0, 4), (QList<QByteArray>{"log.example/calls", "1234", QByteArray(32, 'r').toBase64(), ""}));
        QVERIFY(lines[4].startsWith("\xe2\x80\x94 log.example/calls "));
        const QByteArray signature = QByteArray::fromBase64(lines[4].mid(22));
        QCOMPARE(signature.size(), 68);
        QCOMPARE(signature.first(4).toHex(), m_signer.text().split('+')[1]);
        QVERIFY(isSignedBy(m_key.publicKey(), m_note.first(m_note.indexOf("\n\n") + 1), signature.mid(4)));
    }
    void readsWhatWasSigned()
    {
        QCOMPARE(openCheckpoint(m_note, m_signer), m_checkpoint);
        QCOMPARE(readCheckpoint(m_note), m_checkpoint);
    }
    void passesOverTheSignaturesOfOthers()
    {
        QCOMPARE(openCheckpoint(m_note + "\xe2\x80\x94 witness.example AAAAAA==\n", m_signer), m_checkpoint);
    }
    void findsEachChangedByte()
    {
        for (qsizetype at = 0; at < m_note.size(); ++at) {
            QByteArray changed = m_note;
            changed[at] ^= 1;
            QVERIFY2(!openCheckpoint(changed, m_signer), changed.constData());
        }
    }
    void isNotOpenedForAnotherSigner()
    {
        const SigningKey other(SecretKey::random());
        QCOMPARE(openCheckpoint(m_note, {m_signer.name, other.publicKey()}).error().kind, FailureKind::Forbidden);
        QCOMPARE(openCheckpoint(m_note, {"log.example/other", m_key.publicKey()}).error().kind, FailureKind::Forbidden);
    }
    void refusesWhatIsNoCheckpoint_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray root = QByteArray(32, 'r').toBase64();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one line") << QByteArray("hello\n");
        QTest::newRow("no signatures") << "origin\n1\n" + root + "\n";
        QTest::newRow("no size") << "origin\n\n" + root + "\n\n";
        QTest::newRow("leading zero") << "origin\n01\n" + root + "\n\nx\n";
        QTest::newRow("negative") << "origin\n-1\n" + root + "\n\nx\n";
        QTest::newRow("beyond all numbers") << "origin\n99999999999999999999\n" + root + "\n\nx\n";
        QTest::newRow("short root") << "origin\n1\n" + QByteArray(31, 'r').toBase64() + "\n\nx\n";
        QTest::newRow("loose base64") << "origin\n1\n" + root.chopped(1) + "\n\nx\n";
        QTest::newRow("origin with a plus") << "ori+gin\n1\n" + root + "\n\nx\n";
        QTest::newRow("carriage returns") << "origin\r\n1\r\n" + root + "\r\n\r\n\n\nx\n";
        QTest::newRow("endless") << "origin\n1\n" + root + "\n\n" + QByteArray(mostCheckpointBytes, 'x') + "\n";
    }
    void refusesWhatIsNoCheckpoint()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(readCheckpoint(text).error().kind, FailureKind::Malformed);
    }
    void namesKeysAsOtherProgramsDo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("checksums of Go modules")
            << QByteArray("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
        QTest::newRow("the note package's own")
            << QByteArray("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }
    void namesKeysAsOtherProgramsDo()
    {
        QFETCH(QByteArray, text);
        const Result<CheckpointSigner> signer = CheckpointSigner::fromText(text + '\n');
        QVERIFY(signer);
        QCOMPARE(signer->text(), text);
        QByteArray changed = text;
        changed[changed.size() - 2] = changed[changed.size() - 2] == 'A' ? 'B' : 'A';
        QVERIFY(!CheckpointSigner::fromText(changed));
    }

private:
    const SigningKey m_key{SecretKey::fromBytes(QByteArray(32, 'k')).value()};
    const CheckpointSigner m_signer{"log.example/calls", m_key.publicKey()};
    const Checkpoint m_checkpoint{"log.example/calls", 1234, QByteArray(32, 'r')};
    const QByteArray m_note = signCheckpoint(m_checkpoint, m_key);
};

QTEST_GUILESS_MAIN(tst_Checkpoint)
#include "tst_Checkpoint.moc"
