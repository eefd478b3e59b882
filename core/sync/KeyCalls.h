// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KeyOverview.h"
#include "sync/ApiClient.h"

namespace Holdfast {

/// What admins ask of the server's keys. UI thread; goes before the ApiClient.
class KeyCalls
{
public:
    explicit KeyCalls(ApiClient &api)
        : m_api(api)
    {
    }

    QFuture<Result<KeyOverview>> overview();
    /// Begins to wrap everything under a new key, and answers how things stand then. Conflict while that goes on.
    QFuture<Result<KeyOverview>> rotate();
    /// Answers what whoever keeps backups should know. Conflict while anything is wrapped under it.
    QFuture<Result<QString>> retire(const QString &id);
    enum class OldTokens { UntilTheyEnd, EndAtOnce };
    QFuture<Result<QString>> rotateTokens(OldTokens old);
    enum class OldCheckpointKey { Vouches, Lost };
    QFuture<Result<QString>> rotateCheckpoints(OldCheckpointKey old);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
