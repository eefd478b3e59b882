// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local/LocalRecording.h"

#include <QCoreApplication>

#include <optional>

namespace Holdfast {

/// The recording that a lead has already, where a file with the same SHA-256 is to go to it. The one place that says
/// what that means: whoever takes files in asks it.
struct EarlierCopy
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::EarlierCopy)
public:
    TransferState state = TransferState::Waiting;
    QUuid uploadId;                ///< null for what only the server has
    std::optional<RecordingId> id; ///< where the server has it
    QString problem;               ///< a sentence while Parked

    bool isStored() const { return state == TransferState::Stored; }
    /// The lead has it, or gets it without anyone doing anything: to send the file as well stores it twice.
    bool isThereOrComes() const { return state != TransferState::Parked; }
    QString sentence() const; ///< that it is there, in what state, and whether the file is still needed

    friend bool operator==(const EarlierCopy &, const EarlierCopy &) = default;
};

} // namespace Holdfast
