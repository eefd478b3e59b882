// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Query.h"

namespace Holdfast {

/// Runs a statement that is for the row of one id; NotFound, with the sentence, where there is no such row.
inline Done changedOne(Query &query, const QString &sentence)
{
    if (Done done = query.run(); !done)
        return done;
    if (query.changedRows() == 0)
        return fail(FailureKind::NotFound, sentence);
    return {};
}

} // namespace Holdfast
