// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Transaction.h"
#include "sqlite/WriteQueue.h"

namespace Holdfast {

/// At a start, before there is a writer: writes as one of the writer's groups. What changes nothing writes nothing,
/// which are most starts.
template <class Work> Done inSignedTransaction(Database &database, const GroupWork &group, Work work)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (Done begun = group.begun(database); !begun)
        return begun;
    if (Done done = work(); !done)
        return done;
    if (Done ended = group.ending(database); !ended)
        return ended;
    return transaction->commit();
}

} // namespace Holdfast
