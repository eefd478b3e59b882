// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditLine.h"
#include "audit/Checkpoint.h"

#include <optional>

namespace Holdfast {

/// What an entry of the log says of the key that signs it: another took over, or the same came back. The checkpoint
/// over an entry by which one takes over is signed by both, unless the one before was lost.
struct KeyChange
{
    enum class Kind {
        HandedOver, ///< the old key signs for the new one
        Lost,       ///< nothing of the old key vouches for the new one
        Back,       ///< the key was missing for a while
    };
    qint64 entry = 0;
    QDateTime at;
    Kind kind = Kind::HandedOver;
    std::optional<CheckpointSigner> from; ///< none where nobody knows any more which key was lost, and for Back
    std::optional<CheckpointSigner> to;   ///< none for Back
    qint64 unsignedFrom = 0;              ///< for Lost and Back: from here to this entry nobody signed in time

    QString action() const;
    QJsonObject detail() const;

    friend bool operator==(const KeyChange &, const KeyChange &) = default;
};

inline constexpr const char *keyRotateAction = "checkpoint-key-rotate";
inline constexpr const char *keyBackAction = "checkpoint-key-back";

/// None for any other entry; a refused attempt changes nothing.
std::optional<KeyChange> keyChangeOf(const AuditRow &row);
/// The same of a leaf.
std::optional<KeyChange> keyChangeOf(const QByteArray &auditLine);

} // namespace Holdfast
