// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

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

/// The strong entity tag of a revision: `"7"`.
QByteArray revisionTag(qint64 revision);

} // namespace Holdfast
