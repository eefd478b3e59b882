// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditLine.h"
#include "audit/MerkleHash.h"
#include "sqlite/Query.h"

namespace Holdfast {

/// The columns that auditRowOf reads, in its order.
inline constexpr const char *auditColumns =
    "id, at, user_id, username, role, action, recording_id, lead_id, outcome, address, detail";
inline constexpr int auditColumnCount = 11;

inline AuditRow auditRowOf(const Query &query)
{
    return {query.number(0), query.number(1), query.number(2), query.text(3), query.text(4),  query.text(5),
            query.number(6), query.number(7), query.text(8),   query.text(9), query.bytes(10)};
}

/// The leaf in the place of an entry that the server did not write, or that was gone before there was a tree: no entry
/// has it.
inline QByteArray noEntryHash()
{
    return merkleLeafHash({});
}

} // namespace Holdfast
