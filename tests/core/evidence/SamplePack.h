// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditLine.h"
#include "audit/MerkleFrontier.h"
#include "audit/MerkleProof.h"
#include "evidence/PackWriter.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace Holdfast::Testing {

/// A log of entries that tell nothing, and packs about a recording that it tells of.
class SamplePack
{
public:
    explicit SamplePack(qint64 logSize = 21, const QByteArray &seed = QByteArray(32, 's'))
        : m_key(*SecretKey::fromBytes(seed))
    {
        for (qint64 id = 1; id <= logSize; ++id) {
            AuditRow row;
            row.id = id;
            row.at = 1'700'000'000'000 + id;
            row.username = QStringLiteral("alice");
            row.action = QStringLiteral("stream");
            row.outcome = QStringLiteral("allowed");
            row.detail = "{}";
            m_leaves.append(auditLine(row));
            m_tree.append(merkleLeafHash(m_leaves.last()), [this](MerkleNode node, const QByteArray &hash) {
                m_nodes.insert(storedPosition(node), hash);
            });
        }
        entries = entryLine(3) + entryLine(17);
        proofs = proofLine(3) + proofLine(17);
    }

    qint64 size() const { return m_leaves.size(); }
    CheckpointSigner signer() const { return {origin, m_key.publicKey()}; }
    QByteArray checkpoint(qint64 size) const
    {
        return signCheckpoint({origin, size, *merkleRoot(size, reader())}, m_key);
    }

    QByteArray entryLine(qint64 entry) const { return m_leaves.at(entry - 1) + '\n'; }
    QByteArray proofLine(qint64 entry) const
    {
        return line({{QLatin1String("entry"), entry},
                     {QLatin1String("hashes"), hashes(*inclusionProof(entry - 1, size(), reader()))}});
    }
    QByteArray consistency(qint64 from) const
    {
        return line({{QLatin1String("from"), from},
                     {QLatin1String("to"), size()},
                     {QLatin1String("hashes"), hashes(*consistencyProof(from, size(), reader()))}});
    }

    /// A whole pack, with what is set below.
    QByteArray zip() const
    {
        PackWriter writer(madeAt());
        PackManifest manifest;
        manifest.pack = QStringLiteral("0d9f9c5e-0000-4000-8000-000000000001");
        manifest.madeAt = madeAt();
        manifest.madeBy = QStringLiteral("sam");
        manifest.origin = origin;
        manifest.logSize = size();
        manifest.logRoot = *merkleRoot(size(), reader());
        manifest.about = {{QLatin1String("kind"), QLatin1String("lead")},
                          {QLatin1String("id"), 2},
                          {QLatin1String("name"), QLatin1String("Dora")}};
        Sha256 hash;
        hash.add(sound);
        manifest.recordings = recordings;
        manifest.recordings.append({{7}, PackedState::Included, "recordings/7/original.wav", hash.result(), QString()});
        writer.add("about.json", "{}\n");
        writer.add("recordings/7/original.wav", sound);
        writer.add("recordings/7/recording.json", "{\"id\":7}\n");
        writer.add("recordings/7/audit-1.jsonl", entries);
        writer.add("recordings/7/audit-1.proofs.jsonl", proofs);
        writer.add(PackMember::checkpoint, checkpoint(size()));
        if (!keys.isEmpty())
            writer.add(PackMember::keys, keys);
        if (!joined.isEmpty())
            writer.add(PackMember::consistency, joined);
        writer.add(PackMember::index, "<!doctype html>\n");
        writer.seal(manifest, m_key);
        writer.end();
        return writer.take();
    }

    static inline const QByteArray origin{"holdfast.example/log"};
    QList<PackedRecording> recordings; ///< besides the one that is included
    QByteArray entries;                ///< the third and the seventeenth, unless set otherwise
    QByteArray proofs;
    QByteArray keys;   ///< the content of keys.json
    QByteArray joined; ///< the content of consistency.json
    QByteArray sound = QByteArray(3000, 'x');

private:
    static QDateTime madeAt() { return QDateTime(QDate(2026, 11, 22), QTime(4, 0), Qt::UTC); }
    static QByteArray line(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    static QJsonArray hashes(const QList<QByteArray> &list)
    {
        QJsonArray array;
        for (const QByteArray &hash : list)
            array.append(QString::fromLatin1(hash.toBase64()));
        return array;
    }
    MerkleReader reader() const
    {
        return [this](MerkleNode node) -> Result<QByteArray> { return m_nodes.value(storedPosition(node)); };
    }

    SigningKey m_key;
    QList<QByteArray> m_leaves;
    QHash<qint64, QByteArray> m_nodes;
    MerkleFrontier m_tree;
};

} // namespace Holdfast::Testing
