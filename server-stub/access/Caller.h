// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>

namespace Holdfast {

/// Who is asking, as the gate found out; in Http::Request::caller.
struct Caller
{
    User user; ///< as the row says at this moment, not as the token does
    QByteArray tokenId;
    QDateTime tokenIssuedAt;
    QDateTime tokenExpiresAt;
    QHostAddress address;
};

} // namespace Holdfast
