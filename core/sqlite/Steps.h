// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Transaction.h"

namespace Holdfast {

/// Runs steps that answer a Done, each only where the ones before have done so; answers the first that failed.
template <class... Steps> Done inOrder(Steps &&...steps)
{
    Done done;
    ((done = done ? steps() : done), ...);
    return done;
}

/// The same in one transaction; the first that fails undoes all.
template <class... Steps> Done inTransaction(Database &database, Steps &&...steps)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    const Done done = inOrder(steps...);
    return done ? transaction->commit() : done;
}

} // namespace Holdfast
