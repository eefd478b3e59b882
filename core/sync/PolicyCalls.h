// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyChange.h"
#include "domain/PolicyEffects.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// The retention policies, and what a change of them would do. A change or deletion of a revision that is known (not
/// 0) is Outdated, and nothing happens, where somebody changed the policy since. UI thread; goes before the ApiClient.
class PolicyCalls
{
public:
    explicit PolicyCalls(ApiClient &api)
        : m_api(api)
    {
    }

    QFuture<Result<QList<RetentionPolicy>>> all();
    QFuture<Result<PolicyEffects>> preview(const PolicyChange &change);
    QFuture<Result<RetentionPolicy>> save(const RetentionPolicy &policy); ///< makes it where it has no id
    QFuture<Done> remove(PolicyId id, qint64 revision = 0);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
