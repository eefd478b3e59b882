// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"
#include "domain/CallAnalysis.h"
#include "domain/Ids.h"
#include "domain/MediaFormat.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace Holdfast {

/// Why a recording ends when it does (contract.md, retentionReason). policyId is invalid where no policy applies and
/// DEFAULT_RETENTION_DAYS decides.
struct RetentionReason
{
    PolicyId policyId;
    QString policyName;
    QString appliesTo; ///< "CAMPAIGN", "AGENT" or "ALL"
    int days = 0;
    /// Where the cooling-off after a hold ends later than those days: its end.
    std::optional<QDateTime> coolingOffUntil = {};

    friend bool operator==(const RetentionReason &, const RetentionReason &) = default;
};

/// One media file of one call, as the server keeps it: the contract's CallRecording with its added fields.
struct Recording
{
    RecordingId id;
    CallId callId;
    LeadId leadId;
    UserId agentId;
    std::optional<CampaignId> campaignId;
    QString filePath;    ///< of the sealed file, relative to the server's recordings folder
    qint64 fileSize = 0; ///< plain bytes
    std::optional<std::chrono::milliseconds> duration;
    MediaFormat format = MediaFormat::Wav;
    int channels = 0;
    int sampleRate = 0; ///< Hz
    AgentChannel agentChannel = AgentChannel::Unknown;
    QByteArray sha256;    ///< 32 bytes, of the plain file
    QString originalName; ///< as cleanFileName made it
    QString encryptionKeyId;
    QString agentName;
    QString leadName;
    QString campaignName;
    QString disposition;
    QString notes;
    QDateTime callDate;
    QDateTime uploadedAt;
    QDateTime retentionUntil;
    RetentionReason retentionReason;
    bool complianceHold = false;
    std::optional<QDateTime> holdReleasedAt; ///< when the last of its holds let go; none where none ever did
    int annotationCount = 0;
    std::optional<CallAnalysis> analysis; ///< none until it is known, and where it can't be
    qint64 revision = 1;                  ///< grows with each change; what If-Match compares
    QDateTime createdAt;

    /// One that was taken over from another system may have none: the server keeps what is known about it.
    bool hasFile() const { return fileSize > 0 || !encryptionKeyId.isEmpty(); }
    friend bool operator==(const Recording &, const Recording &) = default;
};

/// Whole seconds as the contract gives them: rounded to the nearest.
std::optional<qint64> durationSeconds(std::optional<std::chrono::milliseconds> duration);

/// "3:07", or "1:02:09" from an hour on; an en dash where the duration is not known.
QString durationText(std::optional<std::chrono::milliseconds> duration);

} // namespace Holdfast
