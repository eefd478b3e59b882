// SPDX-License-Identifier: GPL-3.0-or-later
#include "upkeep/WebhookSecret.h"

#include "crypto/Random.h"
#include "crypto/ShortSeal.h"
#include "records/WrappedRows.h"

namespace Holdfast {

namespace {

constexpr qsizetype secretBytes = 32;

} // namespace

QByteArray newWebhookSecret()
{
    return randomBytes(secretBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<SealedSecret> sealWebhookSecret(const KeyRing &keys, QByteArrayView secret, WebhookId id)
{
    const SecretKey key = SecretKey::random();
    const Result<KeyRing::Wrapped> wrapped = keys.wrap(key, wrapContextOfWebhook(id));
    if (!wrapped)
        return fail(wrapped.error());
    return SealedSecret{sealShort(secret, key, wrapContextOfWebhook(id)), wrapped->bytes, wrapped->keyId};
}

Result<QByteArray> openWebhookSecret(const KeyRing &keys, const SealedSecret &secret, WebhookId id)
{
    const Result<SecretKey> key = keys.unwrap(secret.wrappedKey, secret.encryptionKeyId, wrapContextOfWebhook(id));
    if (!key)
        return fail(key.error().kind,
                    QStringLiteral("The webhook's secret is sealed under the key-encryption key \"%1\", which does not "
                                   "open it here. Give the server that key, or the webhook a new secret.")
                        .arg(secret.encryptionKeyId),
                    key.error().message);
    const std::optional<QByteArray> plain = openShort(secret.sealed, *key, wrapContextOfWebhook(id));
    if (!plain)
        return fail(FailureKind::Corrupt, QStringLiteral("The webhook's secret can't be opened. Give it a new one."));
    return *plain;
}

} // namespace Holdfast
