// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "records/KeyRotations.h"
#include "records/TokenKeyRows.h"
#include "records/WrappedRows.h"
#include "records/WrappingKeys.h"

namespace Holdfast {

/// Which keys there are, and what each is needed for; never a key.
struct KeyReport
{
    QList<WrappingKey> keys; ///< the oldest first, the retired ones too, and those that only rows know
    WrappedCounts wraps;
    QSet<QString> available;                ///< of which the server has the key
    std::optional<KeyRotationRow> rotation; ///< the newest
    qint64 left = 0;                        ///< what is wrapped under other keys than the current one
    QList<TokenKeyRow> tokenKeys;
};

/// Counts rows: some 50 ms for a million recordings. Pool thread.
Result<KeyReport> reportKeys(DataFolder &data);

} // namespace Holdfast
