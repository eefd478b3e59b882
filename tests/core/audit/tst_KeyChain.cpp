// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleHandover.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

/// Three keys of one log: a signed for b, and b for c.
class tst_KeyChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void provesWhichKeyTookOver()
    {
        const auto proven = m_ab.check();
        QVERIFY(proven);
        QCOMPARE(proven->change.entry, 5);
        QCOMPARE(proven->logSize, 5);
        QCOMPARE(proven->change.from, m_a);
        QCOMPARE(proven->change.to, m_b);
        QVERIFY(chain().leads(m_a, m_b) && chain().leads(m_a, m_c) && chain().leads(m_b, m_c));
        QVERIFY(chain().leads(m_c, m_c));
    }
    void theNewKeyDoesNotLeadToTheOldOne()
    {
        QVERIFY(!chain().leads(m_c, m_b));
        QVERIFY(!chain().leads({m_a.name, someKey('x').publicKey()}, m_c));
    }
    void anOldKeyIsTheLogsUntilAnotherTookOver()
    {
        QVERIFY(chain().had(m_a, 5) && chain().had(m_b, 12) && chain().had(m_c, 1000));
        QVERIFY(!chain().had(m_a, 6) && !chain().had(m_b, 13));
        QVERIFY(!chain().had({m_a.name, someKey('x').publicKey()}, 1));
        QCOMPARE(chain().signers(), (QList<CheckpointSigner>{m_c, m_b, m_a}));
    }
    void aLostKeyVouchesForNothing()
    {
        const KeyHandover lost = handover(m_a.name, 9, someKey('a'), someKey('b'), KeyChange::Kind::Lost);
        QVERIFY(lost.check());
        const KeyChain chain{m_b, {lost}};
        QVERIFY(!chain.leads(m_a, m_b));
        QVERIFY(chain.had(m_a, 9)); // which the server told whoever trusts it
    }
    void withoutBothSignaturesItProvesNothing()
    {
        const QByteArray note = m_ab.checkpoint;
        const qsizetype second = note.lastIndexOf("\xe2\x80\x94 ");
        const qsizetype first = note.lastIndexOf("\xe2\x80\x94 ", second - 1);
        KeyHandover one = m_ab;
        one.checkpoint = note.first(second);
        QVERIFY(!one.check());
        one.checkpoint = note.first(first) + note.mid(second);
        QVERIFY(!one.check());
        one.checkpoint = note.first(first) + note.mid(second) + note.mid(first, second - first);
        QVERIFY(one.check()); // in whatever order
    }
    void eachChangedPartIsFound()
    {
        for (qsizetype at = 0; at < m_ab.line.size(); ++at) {
            KeyHandover changed = m_ab;
            changed.line[at] ^= 1;
            QVERIFY2(!changed.check(), changed.line.constData());
        }
        for (qsizetype hash = 0; hash < m_ab.hashes.size(); ++hash) {
            KeyHandover changed = m_ab;
            changed.hashes[hash][3] ^= 1;
            QVERIFY(!changed.check());
        }
        KeyHandover other = m_ab;
        other.checkpoint = m_bc.checkpoint;
        QVERIFY(!other.check());
    }
    /// Whoever may only write entries can't hand over: the word of the key is needed.
    void anEntryOfSomebodyWithoutTheKeyHandsNothingOver()
    {
        const SigningKey thief = someKey('t');
        KeyHandover forged = handover(m_a.name, 7, someKey('a'), thief);
        const Checkpoint log = readCheckpoint(forged.checkpoint).value();
        forged.checkpoint = signCheckpoint(log, thief);
        QVERIFY(!forged.check());
        QVERIFY(!KeyChain({{m_a.name, thief.publicKey()}, {forged}}).leads(m_a, {m_a.name, thief.publicKey()}));
    }
    void aRefusedAttemptIsNoChange()
    {
        QByteArray line = m_ab.line;
        QVERIFY(keyChangeOf(line));
        QVERIFY(!keyChangeOf(line.replace("\"allowed\"", "\"refused\"")));
    }
    void isReadAsItWasWritten()
    {
        QCOMPARE(KeyChain::fromText(chain().text()), Result<KeyChain>(chain()));
        QVERIFY(!KeyChain::fromText(chain().text().chopped(3)));
        QVERIFY(!KeyChain::fromText(m_a.text()));
        QVERIFY(!KeyChain::fromText("{}"));
    }

private:
    KeyChain chain() const { return {m_c, {m_ab, m_bc}}; }

    const CheckpointSigner m_a{"log.example", someKey('a').publicKey()};
    const CheckpointSigner m_b{"log.example", someKey('b').publicKey()};
    const CheckpointSigner m_c{"log.example", someKey('c').publicKey()};
    const KeyHandover m_ab = handover(m_a.name, 5, someKey('a'), someKey('b'));
    const KeyHandover m_bc = handover(m_a.name, 12, someKey('b'), someKey('c'));
};

QTEST_GUILESS_MAIN(tst_KeyChain)
#include "tst_KeyChain.moc"
