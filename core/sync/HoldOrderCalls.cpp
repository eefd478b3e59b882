// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/HoldOrderCalls.h"

#include "contract/HoldOrderJson.h"
#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

QFuture<Result<QList<HoldOutcome>>> HoldOrderCalls::carryOut(const HoldOrder &order)
{
    return sendOver<QList<HoldOutcome>>(
        m_api.wire(), "POST", Routes::recordingsHold, toJson(order),
        [](const QByteArray &body) { return listFrom<HoldOutcome>(body, holdOutcomeFromJson); });
}

} // namespace Holdfast
