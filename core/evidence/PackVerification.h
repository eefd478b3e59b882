// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/KeyChain.h"
#include "evidence/PackReport.h"
#include "evidence/ZipReader.h"

#include <QHash>

namespace Holdfast {

/// What somebody has of a server besides a pack.
struct PackTrust
{
    std::optional<CheckpointSigner> key; ///< that signs the log, or signed it once
    QByteArray checkpoint;               ///< the text of one that was kept elsewhere; empty: none
    std::optional<KeyChain> keys = {};   ///< all that have signed it, as the server told somebody; goes before key
};

/// Checks a pack with nothing but itself, and what is given besides. Reads every byte, writes nothing. Any thread, one
/// at a time.
class PackVerification
{
public:
    /// Malformed where it is no evidence pack, or none that anybody should unpack; Unreachable where it can't be read.
    /// What is wrong with a pack is in the report.
    static Result<PackReport> run(QIODevice &pack, const PackTrust &trust);

private:
    PackVerification(const ZipReader &zip, const PackTrust &trust);

    Done readKeys();
    Done checkSignature();
    Done checkMembers();
    Done checkMember(const ZipMember &member, const PackManifest::Member *promised);
    void checkRecordings();
    Done checkCheckpoint();
    Done checkEntries();
    Done checkEntries(const ZipMember &entries, const ZipMember &proofs);
    void checkKey();
    void checkKeyAgainst(const KeyChain &given);
    std::optional<CheckpointSigner> signerOfKept() const;
    Done checkKept();
    Done compareWith(const Checkpoint &kept);
    Result<QByteArray> contentOf(const char *name, qint64 bound);

    const ZipReader &m_zip;
    const PackTrust &m_trust;
    QHash<QByteArray, ZipMember> m_members;
    QHash<QByteArray, QByteArray> m_hashes; ///< of what is in the pack
    std::optional<KeyChain> m_keys;         ///< that the pack tells of
    PackReport m_report;
};

} // namespace Holdfast
