// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/MerkleFrontier.h"

#include "PlainTree.h"

#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_MerkleFrontier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasTheRootOfThePlainTreeAtEverySize()
    {
        const PlainTree plain(300);
        MerkleFrontier frontier;
        QCOMPARE(frontier.root(), plain.root(0, 0));
        for (int size = 1; size <= 300; ++size) {
            frontier.append(merkleLeafHash(plain.leaf(size - 1)));
            QCOMPARE(frontier.size(), size);
            QCOMPARE(frontier.root(), plain.root(0, size));
        }
    }
    void tellsEachCompleteNodeOnceInTheOrderOfItsStoredPosition()
    {
        const PlainTree plain(300);
        MerkleFrontier frontier;
        qint64 position = 0;
        for (int leaf = 0; leaf < 300; ++leaf) {
            QCOMPARE(storedNodes(leaf), position);
            frontier.append(plain.leafHash(leaf), [&](MerkleNode node, const QByteArray &hash) {
                QCOMPARE(storedPosition(node), position++);
                QCOMPARE(hash, plain.root(node.index << node.level, (node.index + 1) << node.level));
            });
        }
        QCOMPARE(storedNodes(300), position);
    }
    void goesOnFromItsBytes()
    {
        const PlainTree plain(70);
        for (int size = 0; size < 69; ++size) {
            MerkleFrontier first;
            for (int leaf = 0; leaf < size; ++leaf)
                first.append(plain.leafHash(leaf));
            Result<MerkleFrontier> second = MerkleFrontier::fromBytes(size, first.bytes());
            QVERIFY(second);
            second->append(plain.leafHash(size));
            QCOMPARE(second->root(), plain.root(0, size + 1));
        }
    }
    void refusesBytesOfAnotherSize()
    {
        QVERIFY(!MerkleFrontier::fromBytes(3, QByteArray(32, 'x')));
        QVERIFY(!MerkleFrontier::fromBytes(-1, QByteArray()));
        QVERIFY(!MerkleFrontier::fromBytes(1, QByteArray(33, 'x')));
    }
};

QTEST_GUILESS_MAIN(tst_MerkleFrontier)
#include "tst_MerkleFrontier.moc"
