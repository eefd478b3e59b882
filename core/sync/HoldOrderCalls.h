// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/HoldOrder.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// Holding and letting go of many recordings at once. UI thread; goes before the ApiClient.
class HoldOrderCalls
{
public:
    explicit HoldOrderCalls(ApiClient &api)
        : m_api(api)
    {
    }

    /// An outcome for each recording; what is not Refused is so from now on.
    QFuture<Result<QList<HoldOutcome>>> carryOut(const HoldOrder &order);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
