// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackVerification.h"

#include "audit/HashJson.h"
#include "audit/MerkleProof.h"
#include "crypto/Sha256.h"
#include "evidence/Crc32.h"
#include "evidence/PackSignature.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

using Kind = PackFinding::Kind;

constexpr qint64 mostEntriesBytes = 64 * 1024 * 1024; // of one member; packs have far smaller ones, but more of them

QString text(const QByteArray &name)
{
    return QString::fromLatin1(name);
}

/// Which entry a leaf says that it is; 0 where it says none.
qint64 entryOf(const QByteArray &leaf)
{
    constexpr QByteArrayView begin("{\"id\":");
    const qsizetype comma = leaf.indexOf(',');
    if (!leaf.startsWith(begin) || comma < begin.size())
        return 0;
    return leaf.mid(begin.size(), comma - begin.size()).toLongLong();
}

bool provesEntry(const QByteArray &leaf, const QByteArray &proofLine, const Checkpoint &log)
{
    const QJsonObject proof = QJsonDocument::fromJson(proofLine).object();
    const qint64 entry = entryOf(leaf);
    const Result<QList<QByteArray>> hashes = hashesFrom(proof.value(QLatin1String("hashes")));
    return hashes && entry > 0 && entry <= log.size && proof.value(QLatin1String("entry")).toInteger() == entry &&
           provesInclusion(*hashes, entry - 1, log.size, merkleLeafHash(leaf), log.root);
}

/// The lines of a text that ends with a line's end.
QList<QByteArray> linesOf(const QByteArray &content)
{
    QList<QByteArray> lines = content.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

PackVerification::PackVerification(const ZipReader &zip, const PackTrust &trust)
    : m_zip(zip)
    , m_trust(trust)
{
    for (const ZipMember &member : zip.members())
        m_members.insert(member.name, member);
}

Result<PackReport> PackVerification::run(QIODevice &pack, const PackTrust &trust)
{
    const Result<ZipReader> zip = ZipReader::open(pack);
    if (!zip)
        return fail(zip.error());
    PackVerification verification(*zip, trust);
    if (!verification.m_members.contains(PackMember::manifest) &&
        !verification.m_members.contains(PackMember::signature))
        return fail(FailureKind::Malformed,
                    QStringLiteral("This is no evidence pack: it has no manifest and no signature."));
    if (const Done done = verification.checkSignature(); !done)
        return fail(done.error());
    if (const Done done = verification.checkMembers(); !done)
        return fail(done.error());
    verification.checkRecordings();
    if (const Done done = verification.checkCheckpoint(); !done)
        return fail(done.error());
    if (const Done done = verification.readKeys(); !done)
        return fail(done.error());
    verification.checkKey();
    if (const Done done = verification.checkKept(); !done)
        return fail(done.error());
    return verification.m_report;
}

/// NotFound where there is no such member.
Result<QByteArray> PackVerification::contentOf(const char *name, qint64 bound)
{
    const auto found = m_members.constFind(name);
    if (found == m_members.constEnd())
        return fail(FailureKind::NotFound, QStringLiteral("“%1” is missing.").arg(QLatin1String(name)));
    return m_zip.readAll(*found, bound);
}

Done PackVerification::checkSignature()
{
    const auto isUnreadable = [](const auto &content) {
        return !content && content.error().kind == FailureKind::Unreachable;
    };
    const Result<QByteArray> manifest = contentOf(PackMember::manifest, mostManifestBytes);
    const Result<QByteArray> text = contentOf(PackMember::signature, mostSignatureBytes);
    if (isUnreadable(manifest) || isUnreadable(text))
        return fail(isUnreadable(manifest) ? manifest.error() : text.error());
    if (!manifest)
        m_report.add(Kind::Missing, PackMember::manifest, manifest.error().message);
    if (!text)
        m_report.add(Kind::NotSigned, PackMember::signature, text.error().message);
    if (!manifest || !text)
        return {};
    const Result<PackSignature> signature = PackSignature::fromText(*text);
    if (!signature)
        m_report.add(Kind::NotSigned, PackMember::signature,
                     QStringLiteral("“signature.txt” was changed: it is no signature."));
    else if (!signature->isOver(*manifest))
        m_report.add(Kind::NotSigned, PackMember::manifest,
                     QStringLiteral("“manifest.json” does not bear the signature in “signature.txt”: one of the two "
                                    "was changed."));
    else
        m_report.signer = signature->signer;
    const Result<PackManifest> read = manifestFromText(*manifest);
    if (read)
        m_report.manifest = *read;
    else
        m_report.add(Kind::Contradicts, PackMember::manifest, read.error().message);
    return {};
}

Done PackVerification::checkMembers()
{
    QHash<QByteArray, PackManifest::Member> promised;
    if (m_report.manifest)
        for (const PackManifest::Member &member : m_report.manifest->members)
            promised.insert(member.name, member);
    for (const ZipMember &member : m_zip.members()) {
        const auto found = promised.constFind(member.name);
        if (const Done checked = checkMember(member, found == promised.constEnd() ? nullptr : &*found); !checked)
            return checked;
    }
    if (m_report.manifest)
        for (const PackManifest::Member &member : m_report.manifest->members)
            if (!m_members.contains(member.name))
                m_report.add(Kind::Missing, member.name, QStringLiteral("“%1” is missing.").arg(text(member.name)));
    return {};
}

Done PackVerification::checkMember(const ZipMember &member, const PackManifest::Member *promised)
{
    Sha256 hash;
    Crc32 crc;
    const Done read = m_zip.read(member, [&](QByteArrayView piece) {
        hash.add(piece);
        crc.add(piece);
    });
    if (!read)
        return read;
    const QByteArray sha256 = hash.result();
    m_hashes.insert(member.name, sha256);
    ++m_report.members;
    m_report.bytes += member.size;
    const bool isNamedNowhere = member.name == PackMember::manifest || member.name == PackMember::signature;
    const bool isAsPromised = promised && promised->sha256 == sha256 && promised->size == member.size;
    if (crc.result() != member.crc || (promised && !isAsPromised))
        m_report.add(Kind::Changed, member.name, QStringLiteral("“%1” was changed.").arg(text(member.name)));
    else if (!promised && !isNamedNowhere && m_report.manifest)
        m_report.add(Kind::Added, member.name,
                     QStringLiteral("“%1” was added: the manifest does not name it.").arg(text(member.name)));
    return {};
}

/// What the manifest says of each recording is what it says of its member.
void PackVerification::checkRecordings()
{
    if (!m_report.manifest)
        return;
    for (const PackedRecording &one : m_report.manifest->recordings) {
        if (one.state != PackedState::Included || !m_members.contains(one.member))
            continue; // missing members were told
        if (m_hashes.value(one.member) != one.sha256)
            m_report.add(Kind::Contradicts, one.member,
                         QStringLiteral("“%1” does not have the SHA-256 that recording %2 was stored with.")
                             .arg(text(one.member))
                             .arg(one.id.value));
    }
}

Done PackVerification::checkCheckpoint()
{
    if (!m_report.signer || !m_report.manifest)
        return {};
    const Result<QByteArray> note = contentOf(PackMember::checkpoint, mostCheckpointBytes);
    if (!note && note.error().kind == FailureKind::Unreachable)
        return fail(note.error());
    if (!note) {
        m_report.add(Kind::NotProven, PackMember::checkpoint,
                     QStringLiteral("The pack has no checkpoint of the audit log, so nothing proves its entries."));
        return {};
    }
    const Result<Checkpoint> checkpoint = openCheckpoint(*note, *m_report.signer);
    const Checkpoint said{m_report.manifest->origin, m_report.manifest->logSize, m_report.manifest->logRoot};
    if (!checkpoint)
        m_report.add(Kind::NotSigned, PackMember::checkpoint, checkpoint.error().message);
    else if (*checkpoint != said)
        m_report.add(Kind::Contradicts, PackMember::checkpoint,
                     QStringLiteral("The checkpoint is not the one that the manifest tells of."));
    else
        return checkEntries();
    return {};
}

Done PackVerification::checkEntries()
{
    for (const ZipMember &member : m_zip.members()) {
        if (!member.name.endsWith(PackMember::entriesEnding) || member.name.endsWith(PackMember::proofsEnding))
            continue;
        const QByteArray base = member.name.chopped(qsizetype(strlen(PackMember::entriesEnding)));
        const auto proofs = m_members.constFind(base + PackMember::proofsEnding);
        if (proofs == m_members.constEnd())
            m_report.add(Kind::NotProven, member.name,
                         QStringLiteral("The entries in “%1” have no proofs.").arg(text(member.name)));
        else if (const Done checked = checkEntries(member, *proofs); !checked)
            return checked;
    }
    return {};
}

Done PackVerification::checkEntries(const ZipMember &entries, const ZipMember &proofs)
{
    const Result<QByteArray> leaves = m_zip.readAll(entries, mostEntriesBytes);
    const Result<QByteArray> proving = leaves ? m_zip.readAll(proofs, mostEntriesBytes) : fail(leaves.error());
    if (!proving)
        return fail(proving.error());
    const Checkpoint log{m_report.manifest->origin, m_report.manifest->logSize, m_report.manifest->logRoot};
    const QList<QByteArray> lines = linesOf(*leaves);
    const QList<QByteArray> proofLines = linesOf(*proving);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (provesEntry(lines[i], proofLines.value(i), log))
            ++m_report.entries;
        else
            m_report.add(Kind::NotProven, entries.name,
                         QStringLiteral("Line %1 of “%2” is not proven to be an entry of the audit log.")
                             .arg(i + 1)
                             .arg(text(entries.name)));
    }
    if (proofLines.size() > lines.size())
        m_report.add(Kind::Missing, entries.name,
                     QStringLiteral("“%1” has fewer entries than there are proofs for.").arg(text(entries.name)));
    return {};
}

} // namespace Holdfast
