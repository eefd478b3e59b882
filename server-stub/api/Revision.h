// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"
#include "http/Reply.h"
#include "records/Edits.h"

#include <QList>

#include <optional>

namespace Holdfast {

/// The revisions of which one must be the present one (If-Match, RFC 9110 §13.1.1). Tags of another form match none.
struct RevisionCondition
{
    bool any = false; ///< "*"
    QList<qint64> revisions;

    bool holdsFor(qint64 revision) const { return any || revisions.contains(revision); }
};

/// None where the request has no If-Match. Pure.
std::optional<RevisionCondition> ifMatchOf(const Http::Headers &headers);

/// Whether it is still at a revision that was asked for, inside the transaction that would change it; whoever asked for
/// none changes whatever is there. Outdated, with who changed it and when, where it has moved on; NotFound where there
/// is none of that id.
Done stillAt(Database &database, Edited what, qint64 id, const std::optional<RevisionCondition> &condition);

/// The strong entity tag of a revision: `"7"`.
QByteArray revisionTag(qint64 revision);
Http::Reply tagged(Http::Reply reply, qint64 revision); ///< with that ETag

} // namespace Holdfast
