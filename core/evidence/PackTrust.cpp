// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackVerification.h"

#include "audit/HashJson.h"
#include "audit/MerkleProof.h"

#include <QJsonDocument>

/// A pack against what somebody has of the server besides: its keys, a checkpoint that was kept.
namespace Holdfast {

namespace {

using Kind = PackFinding::Kind;

constexpr qint64 mostConsistencyBytes = 64 * 1024;

} // namespace

/// The keys that signed the log before the pack's, if there were any. They prove themselves, or nothing.
Done PackVerification::readKeys()
{
    if (!m_members.contains(PackMember::keys))
        return {};
    const Result<QByteArray> content = contentOf(PackMember::keys, mostKeyChainBytes);
    if (!content && content.error().kind == FailureKind::Unreachable)
        return fail(content.error());
    const Result<KeyChain> keys = content ? KeyChain::fromText(*content) : fail(content.error());
    if (keys)
        m_keys = *keys;
    else
        m_report.add(Kind::Contradicts, PackMember::keys, keys.error().message);
    return {};
}

void PackVerification::checkKey()
{
    if (!m_report.signer)
        return;
    if (m_trust.keys)
        return checkKeyAgainst(*m_trust.keys);
    if (!m_trust.key)
        return;
    m_report.isKeyTheGiven = *m_trust.key == *m_report.signer;
    m_report.isKeyALaterOne = !m_report.isKeyTheGiven && m_keys && m_keys->leads(*m_trust.key, *m_report.signer);
    if (!m_report.isKeyTheGiven && !m_report.isKeyALaterOne)
        m_report.add(Kind::OtherKey, PackMember::signature,
                     QStringLiteral("The pack was signed by another key than the one that was given, and that one has "
                                    "not signed for it: by %1")
                         .arg(QString::fromUtf8(m_report.signer->text())));
}

void PackVerification::checkKeyAgainst(const KeyChain &given)
{
    const qint64 logSize = m_report.manifest ? m_report.manifest->logSize : 0;
    m_report.isKeyTheGiven = given.had(*m_report.signer, logSize);
    m_report.isKeyALaterOne = !m_report.isKeyTheGiven && m_keys && m_keys->leads(given.current, *m_report.signer);
    if (m_report.isKeyTheGiven || m_report.isKeyALaterOne)
        return;
    const bool wasIt = given.signers().contains(*m_report.signer);
    m_report.add(Kind::OtherKey, PackMember::signature,
                 (wasIt ? QStringLiteral("The pack was signed by a key of the log that another had taken over from by "
                                         "then: by %1")
                        : QStringLiteral("The pack was signed by another key than those that were given: by %1"))
                     .arg(QString::fromUtf8(m_report.signer->text())));
}

/// The pack's own, or one from which the pack's took over.
std::optional<CheckpointSigner> PackVerification::signerOfKept() const
{
    QList<CheckpointSigner> signers{*m_report.signer};
    if (m_keys)
        signers += m_keys->signers();
    for (const CheckpointSigner &signer : std::as_const(signers))
        if (openCheckpoint(m_trust.checkpoint, signer) &&
            (signer == *m_report.signer || m_keys->leads(signer, *m_report.signer)))
            return signer;
    return std::nullopt;
}

Done PackVerification::checkKept()
{
    if (m_trust.checkpoint.isEmpty() || !m_report.signer || !m_report.manifest)
        return {};
    const Result<Checkpoint> kept = openCheckpoint(m_trust.checkpoint, signerOfKept().value_or(*m_report.signer));
    if (kept)
        return compareWith(*kept);
    if (kept.error().kind != FailureKind::Forbidden)
        return fail(kept.error());
    m_report.add(Kind::OtherKey, PackMember::signature,
                 QStringLiteral("The pack was signed by another key than the checkpoint that was kept, and that one "
                                "has not signed for it; or that checkpoint was changed."));
    return {};
}

Done PackVerification::compareWith(const Checkpoint &kept)
{
    const PackManifest &manifest = *m_report.manifest;
    const Result<QByteArray> content = contentOf(PackMember::consistency, mostConsistencyBytes);
    if (!content && content.error().kind == FailureKind::Unreachable)
        return fail(content.error());
    const QJsonObject proof = QJsonDocument::fromJson(content.value_or(QByteArray())).object();
    const Result<QList<QByteArray>> hashes = hashesFrom(proof.value(QLatin1String("hashes")));
    const bool joinsThem = hashes && proof.value(QLatin1String("from")).toInteger() == kept.size &&
                           proof.value(QLatin1String("to")).toInteger() == manifest.logSize;
    if (kept.size == manifest.logSize)
        m_report.isCheckpointTheKept = kept.root == manifest.logRoot;
    else if (joinsThem)
        m_report.isCheckpointTheKept =
            provesConsistency(*hashes, kept.size, manifest.logSize, kept.root, manifest.logRoot);
    else if (kept.size > manifest.logSize) {
        m_report.add(Kind::NotCompared, PackMember::consistency,
                     QStringLiteral("The checkpoint that was kept is newer than the pack: it is of %1 entries, and the "
                                    "pack's log of %2. A pack joins its log to earlier checkpoints alone, so the two "
                                    "can't be compared; that says nothing against the pack. Give a checkpoint from "
                                    "before it, or make the pack anew with this one (holdfastctl evidence "
                                    "--checkpoint).")
                         .arg(kept.size)
                         .arg(manifest.logSize));
        return {};
    } else {
        m_report.add(Kind::NotCompared, PackMember::consistency,
                     QStringLiteral("Nothing in the pack joins its log of %1 entries to the checkpoint of %2 that was "
                                    "kept. Make the pack with that checkpoint (holdfastctl evidence --checkpoint).")
                         .arg(manifest.logSize)
                         .arg(kept.size));
        return {};
    }
    if (!m_report.isCheckpointTheKept)
        m_report.add(Kind::NotTheSame, PackMember::checkpoint,
                     QStringLiteral("The log of the pack is not the one of the checkpoint that was kept: entries were "
                                    "changed or removed between the two."));
    return {};
}

} // namespace Holdfast
