// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/MerkleProof.h"

#include "PlainTree.h"
#include "audit/MerkleFrontier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int mostLeaves = 130;

QByteArray hashField(const QJsonObject &vector, const char *name)
{
    return QByteArray::fromBase64(vector[QLatin1String(name)].toString().toLatin1());
}

QList<QByteArray> proofField(const QJsonObject &vector)
{
    QList<QByteArray> proof;
    for (const QJsonValue &hash : vector[QLatin1String("proof")].toArray())
        proof.append(QByteArray::fromBase64(hash.toString().toLatin1()));
    return proof;
}

/// Numbers beyond what a size can be are none.
qint64 numberField(const QJsonObject &vector, const char *name)
{
    return vector[QLatin1String(name)].toInteger(-1);
}

} // namespace

class tst_MerkleProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void judgesInclusionAsTheVectorsSay_data() { addVectors("merkle_inclusion.json"); }
    void judgesInclusionAsTheVectorsSay();
    void judgesConsistencyAsTheVectorsSay_data() { addVectors("merkle_consistency.json"); }
    void judgesConsistencyAsTheVectorsSay();
    void rootsAndProofsAreThoseOfThePlainTree();
    void everyProofProves();
    void noProofThatWasChangedProves();
    void passesOnWhyANodeCouldNotBeRead();

private:
    static void addVectors(const char *file);
    QByteArray node(MerkleNode node) { return m_nodes.at(storedPosition(node)); }

    const PlainTree m_plain{mostLeaves};
    std::map<qint64, QByteArray> m_nodes;
    MerkleReader m_read = [this](MerkleNode node) -> Result<QByteArray> { return this->node(node); };
};

void tst_MerkleProof::addVectors(const char *fileName)
{
    QFile file(QStringLiteral(HOLDFAST_VECTORS "/") + QLatin1String(fileName));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(vectors.size(), 98);
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonValue &vector : vectors)
        QTest::newRow(qPrintable(vector[QLatin1String("name")].toString())) << vector.toObject();
}

void tst_MerkleProof::initTestCase()
{
    MerkleFrontier frontier;
    for (int leaf = 0; leaf < mostLeaves; ++leaf)
        frontier.append(m_plain.leafHash(leaf), [this](MerkleNode node, const QByteArray &hash) {
            m_nodes.emplace(storedPosition(node), hash);
        });
}

void tst_MerkleProof::judgesInclusionAsTheVectorsSay()
{
    QFETCH(QJsonObject, vector);
    QCOMPARE(!provesInclusion(proofField(vector), numberField(vector, "leafIdx"), numberField(vector, "treeSize"),
                              hashField(vector, "leafHash"), hashField(vector, "root")),
             vector[QLatin1String("wantErr")].toBool());
}

void tst_MerkleProof::judgesConsistencyAsTheVectorsSay()
{
    QFETCH(QJsonObject, vector);
    QCOMPARE(!provesConsistency(proofField(vector), numberField(vector, "size1"), numberField(vector, "size2"),
                                hashField(vector, "root1"), hashField(vector, "root2")),
             vector[QLatin1String("wantErr")].toBool());
}

void tst_MerkleProof::rootsAndProofsAreThoseOfThePlainTree()
{
    for (qint64 size = 0; size <= mostLeaves; ++size) {
        QCOMPARE(merkleRoot(size, m_read), m_plain.root(0, size));
        for (qint64 index = 0; index < size; index += 1 + size / 16)
            QCOMPARE(inclusionProof(index, size, m_read), m_plain.path(index, 0, size));
        for (qint64 from = 1; from <= size; from += 1 + size / 16)
            QCOMPARE(consistencyProof(from, size, m_read), m_plain.consistency(from, size));
    }
}

void tst_MerkleProof::everyProofProves()
{
    for (qint64 size = 1; size <= mostLeaves; ++size) {
        const QByteArray root = m_plain.root(0, size);
        for (qint64 index = 0; index < size; ++index) {
            QVERIFY(provesInclusion(*inclusionProof(index, size, m_read), index, size, m_plain.leafHash(index), root));
            QVERIFY(provesConsistency(*consistencyProof(index + 1, size, m_read), index + 1, size,
                                      *merkleRoot(index + 1, m_read), root));
        }
    }
}

void tst_MerkleProof::noProofThatWasChangedProves()
{
    QRandomGenerator random(7);
    for (int attempt = 0; attempt < 2000; ++attempt) {
        const qint64 size = 2 + random.bounded(mostLeaves - 1);
        const qint64 index = random.bounded(static_cast<int>(size));
        const QByteArray root = m_plain.root(0, size);
        QList<QByteArray> inclusion = *inclusionProof(index, size, m_read);
        const QList<QByteArray> whole = inclusion;
        inclusion[random.bounded(static_cast<int>(inclusion.size()))][random.bounded(32)] ^= 1;
        QVERIFY(!provesInclusion(inclusion, index, size, m_plain.leafHash(index), root));
        QVERIFY(!provesInclusion(whole.first(whole.size() - 1), index, size, m_plain.leafHash(index), root));
        QVERIFY(!provesInclusion(whole, (index + 1) % size, size, m_plain.leafHash(index), root));
        const qint64 from = 1 + random.bounded(static_cast<int>(size) - 1);
        QList<QByteArray> consistency = *consistencyProof(from, size, m_read);
        QByteArray otherRoot = m_plain.root(0, from);
        otherRoot[0] ^= 1;
        QVERIFY(!provesConsistency(consistency, from, size, otherRoot, root));
        consistency[random.bounded(static_cast<int>(consistency.size()))][random.bounded(32)] ^= 1;
        QVERIFY(!provesConsistency(consistency, from, size, m_plain.root(0, from), root));
    }
}

void tst_MerkleProof::passesOnWhyANodeCouldNotBeRead()
{
    const MerkleReader broken = [](MerkleNode) { return fail(FailureKind::Corrupt, QStringLiteral("gone")); };
    QCOMPARE(inclusionProof(3, 9, broken).error().kind, FailureKind::Corrupt);
    QCOMPARE(consistencyProof(3, 9, broken).error().kind, FailureKind::Corrupt);
    QCOMPARE(merkleRoot(9, broken).error().kind, FailureKind::Corrupt);
}

QTEST_GUILESS_MAIN(tst_MerkleProof)
#include "tst_MerkleProof.moc"
