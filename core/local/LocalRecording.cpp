// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalRecording.h"

namespace Holdfast {

LocalRecording keptByServer(const Recording &remote)
{
    LocalRecording recording;
    recording.leadId = remote.leadId;
    recording.name = remote.originalName;
    recording.fileSize = remote.fileSize;
    recording.facts.format = remote.format;
    recording.facts.duration = remote.duration;
    recording.facts.channels = remote.channels;
    recording.facts.sampleRate = remote.sampleRate;
    recording.sha256 = remote.sha256;
    recording.callAt = remote.callDate.isValid() ? remote.callDate : remote.uploadedAt;
    recording.state = TransferState::Stored;
    recording.notes = remote.notes;
    recording.disposition = remote.disposition;
    recording.agentChannel = remote.agentChannel;
    recording.remote = remote;
    return recording;
}

} // namespace Holdfast
