// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"

namespace Holdfast::Testing {

/// A recording of that lead as a server gives it, with all that the contract asks for.
inline Recording recordingOf(qint64 id, LeadId lead, UserId agent = {3})
{
    Recording recording;
    recording.id = {id};
    recording.callId = {id};
    recording.leadId = lead;
    recording.agentId = agent;
    recording.sha256 = QByteArray(32, 'h');
    recording.originalName = QStringLiteral("call.wav");
    recording.filePath = QStringLiteral("f");
    recording.encryptionKeyId = QStringLiteral("k");
    recording.agentName = QStringLiteral("Alice");
    recording.leadName = QStringLiteral("Dora");
    recording.notes = QStringLiteral("before");
    recording.callDate = recording.uploadedAt = recording.createdAt = recording.retentionUntil =
        QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    recording.retentionReason.appliesTo = QStringLiteral("ALL");
    return recording;
}

} // namespace Holdfast::Testing
