// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"

namespace Holdfast {

/// Deleting recordings on the server, for good. UI thread; goes before the ApiClient.
class RecordingDeletionCalls
{
public:
    explicit RecordingDeletionCalls(ApiClient &api)
        : m_api(api)
    {
    }

    /// Forbidden where it is held, or where this person may not; NotFound where it is gone already.
    QFuture<Done> remove(RecordingId id);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
