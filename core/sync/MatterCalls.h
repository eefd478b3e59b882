// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Matter.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// The matters that holds are placed for. A change or deletion that names the revision it is of is Outdated, and
/// nothing happens, where somebody changed the matter since. UI thread; goes before the ApiClient.
class MatterCalls
{
public:
    explicit MatterCalls(ApiClient &api)
        : m_api(api)
    {
    }

    QFuture<Result<QList<Matter>>> all(); ///< the closed ones, too
    QFuture<Result<Matter>> make(const MatterRequest &request);
    QFuture<Result<Matter>> change(MatterId id, const MatterRequest &request, qint64 revision = 0);
    QFuture<Done> remove(MatterId id, qint64 revision = 0); ///< Conflict where holds were ever placed for it

private:
    ApiClient &m_api;
};

} // namespace Holdfast
