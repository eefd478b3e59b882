// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EvidenceSubject.h"
#include "domain/Result.h"

#include <QJsonObject>

#include <optional>

namespace Holdfast {

/// What somebody asks to be packed: {recordingId | leadId | matterId, checkpointSize?}.
struct EvidenceRequest
{
    EvidenceSubject subject;
    /// How many entries a checkpoint that was kept has: the pack is to prove that its log goes on from there.
    std::optional<qint64> checkpointSize;

    friend bool operator==(const EvidenceRequest &, const EvidenceRequest &) = default;
};

QJsonObject toJson(const EvidenceRequest &request);
/// Malformed names the field that is missing, wrong, unknown or one too many.
Result<EvidenceRequest> evidenceRequestFromJson(const QJsonObject &json);

} // namespace Holdfast
