// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PolicyChange.h"
#include "domain/PolicyEffects.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// The retention policies, and what a change of them would do. UI thread; goes before the ApiClient.
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
    QFuture<Done> remove(PolicyId id);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
