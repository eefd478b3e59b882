// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"
#include "domain/MediaFacts.h"
#include "domain/Recording.h"

#include <QUuid>

namespace Holdfast {

/// How far a recording of this computer has come.
enum class TransferState {
    Waiting, ///< sealed here, in the outbox
    Sending,
    Stored, ///< the server has stored it, measured it, and its SHA-256 is ours
    Parked, ///< will not go by itself; problem says why
};

/// A recording as the client knows it: one that waits here, or one that the server keeps, or both.
struct LocalRecording
{
    QUuid uploadId; ///< chosen here; names the outbox entry, the sealed file and the Idempotency-Key. Null for what
                    ///< only the server has
    LeadId leadId;
    QString name;         ///< cleanFileName of the file, or originalName
    QString originalPath; ///< where the file was when it was attached; empty otherwise
    qint64 fileSize = 0;
    MediaFacts facts; ///< what the probe here or the server found
    QByteArray sha256;
    QDateTime attachedAt;
    QDateTime callAt; ///< when the call was: as the server or the file's name has it, else when it was attached
    TransferState state = TransferState::Waiting;
    QString notes;                                     ///< what the person wrote when attaching it
    QString disposition;                               ///< what the person chose when attaching it
    AgentChannel agentChannel = AgentChannel::Unknown; ///< as the server has it, else as told when attaching it
    QString problem;                                   ///< a sentence while Parked, or while a retry is due
    std::optional<Recording> remote;                   ///< what the server answered

    friend bool operator==(const LocalRecording &, const LocalRecording &) = default;
};

/// One that the server keeps and of which nothing is on this computer.
LocalRecording keptByServer(const Recording &remote);

} // namespace Holdfast
