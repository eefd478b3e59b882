// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"

namespace Holdfast {

/// Changing one's own password. UI thread; goes before the ApiClient.
class PasswordCalls
{
public:
    explicit PasswordCalls(ApiClient &api)
        : m_api(api)
    {
    }

    /// The server ends all of this person's other sign-ins; this one goes on with the new token, which the ApiClient
    /// has once this is answered. Forbidden where `current` is not the password.
    QFuture<Result<SignedIn>> change(const QByteArray &current, const QByteArray &wanted);

private:
    ApiClient &m_api;
};

} // namespace Holdfast
