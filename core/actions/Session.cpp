// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/Session.h"

#include <QThreadPool>

namespace Holdfast {

Session::~Session()
{
    close();
}

/// Where the cache goes with the session, its files are removed in the pool, which the program waits for at its end.
void Session::close()
{
    upkeep.reset();
    sync.reset();
    store.reset();
    lock.reset();
    if (cache)
        QThreadPool::globalInstance()->start([last = std::move(cache)]() mutable { last.reset(); });
}

} // namespace Holdfast
