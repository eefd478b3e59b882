// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookSignature.h"

#include "crypto/Mac.h"

namespace Holdfast {

QByteArray webhookSignature(QByteArrayView secret, QByteArrayView timestamp, QByteArrayView body)
{
    return "v1=" + hmacSha256(secret, timestamp.toByteArray() + '.' + body.toByteArray()).toHex();
}

} // namespace Holdfast
