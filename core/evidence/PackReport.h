// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Checkpoint.h"
#include "evidence/PackManifest.h"

#include <QJsonObject>

#include <optional>

namespace Holdfast {

/// One thing about a pack that is not as it must be.
struct PackFinding
{
    enum class Kind {
        Changed,     ///< a member's bytes are not those that were signed for
        Missing,     ///< the manifest names a member that is not there
        Added,       ///< a member that the manifest does not name
        NotSigned,   ///< the manifest, or the checkpoint, does not bear the signature
        NotProven,   ///< an entry of the audit log that its proof does not lead to the checkpoint
        Contradicts, ///< what is signed contradicts itself
        OtherKey,    ///< another key signed it than the one that was given
        NotTheSame,  ///< another log than the one of the checkpoint that was kept
        NotCompared, ///< nothing in the pack joins it to the checkpoint that was kept
    };
    Kind kind = Kind::Changed;
    QByteArray member; ///< empty where it is the pack as a whole
    QString sentence;

    friend bool operator==(const PackFinding &, const PackFinding &) = default;
};

/// What was found out about a pack from itself, and from what somebody has of the server besides.
struct PackReport
{
    static constexpr qsizetype mostFindings = 1000; ///< after that it is enough

    std::optional<CheckpointSigner> signer; ///< who signed it; none where nobody did
    std::optional<PackManifest> manifest;   ///< none where it can't be read
    qint64 members = 0;                     ///< that were looked at
    qint64 bytes = 0;                       ///< of these
    qint64 entries = 0;                     ///< of the audit log that were proven
    bool isKeyTheGiven = false;             ///< the key that was given signed it
    bool isKeyALaterOne = false;            ///< the key that was given signed for the next, and so on to this one
    bool isCheckpointTheKept = false;       ///< its log goes on from the checkpoint that was kept
    QList<PackFinding> findings;

    void add(PackFinding::Kind kind, const QByteArray &member, const QString &sentence);
    bool isIntact() const { return findings.isEmpty(); }
};

QLatin1String packFindingName(PackFinding::Kind kind); ///< "changed"

/// For people, a line each: what is proven, what the pack itself says is missing, and what is not proven.
QStringList packSentences(const PackReport &report);
/// For programs.
QJsonObject packReportJson(const PackReport &report);

} // namespace Holdfast
