// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RecordingDeletionCalls.h"

#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

QFuture<Done> RecordingDeletionCalls::remove(RecordingId id)
{
    return sendOver<void>(m_api.wire(), "DELETE", pathFor(Routes::recording, id.value), std::nullopt,
                          [](const QByteArray &) { return Done(); });
}

} // namespace Holdfast
