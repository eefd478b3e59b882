// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Webhooks.h"
#include "vault/KeyRing.h"

namespace Holdfast {

QByteArray newWebhookSecret(); ///< 32 unpredictable bytes as text

Result<SealedSecret> sealWebhookSecret(const KeyRing &keys, QByteArrayView secret, WebhookId id);
/// Unreachable where its key-encryption key was not given to this server, Corrupt where it does not open.
Result<QByteArray> openWebhookSecret(const KeyRing &keys, const SealedSecret &secret, WebhookId id);

} // namespace Holdfast
