// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "records/KeyRotations.h"
#include "records/TokenKeyRows.h"
#include "records/WrappedRows.h"
#include "records/WrappingKeys.h"

namespace Holdfast {

/// What is known of a key that signs, or signed, the audit log's checkpoints.
struct CheckpointKeyFacts
{
    QString signer; ///< CheckpointSigner::text(); empty where nobody knows any more which it was
    bool isAvailable = false;
    qint64 fromEntry = 1;                ///< of the log, which brought it
    std::optional<QDateTime> since;      ///< none for the first one
    std::optional<QDateTime> replacedAt; ///< none: it signs, or would if it were there
    bool wasLost = false;                ///< it was replaced without having signed for the next
};

/// Which keys there are, and what each is needed for; never a key.
struct KeyReport
{
    QList<WrappingKey> keys; ///< the oldest first, the retired ones too, and those that only rows know
    WrappedCounts wraps;
    QSet<QString> available;                ///< of which the server has the key
    std::optional<KeyRotationRow> rotation; ///< the newest
    qint64 left = 0;                        ///< what is wrapped under other keys than the current one
    QList<TokenKeyRow> tokenKeys;
    QList<CheckpointKeyFacts> checkpointKeys; ///< the newest first; none before the log's first entry
};

/// Counts rows: some 50 ms for a million recordings. Pool thread.
Result<KeyReport> reportKeys(DataFolder &data);

} // namespace Holdfast
