// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/KeyRing.h"

#include "crypto/KeyWrap.h"
#include "crypto/Mac.h"
#include "vault/Disk.h"
#include "vault/KeyFile.h"

#include <map>

namespace Holdfast {

namespace {

/// Tells keys apart and tells nothing of them.
QByteArray fingerprint(const SecretKey &key)
{
    return hmacSha256(key.bytes(), "holdfast key id").first(6).toHex();
}

Result<SecretKey> readOrMake(const QString &path)
{
    Result<SecretKey> key = readKeyFile(path, KeyFileOrigin::Ours);
    if (key || key.error().kind != FailureKind::NotFound)
        return key;
    return makeKeyFile(path);
}

} // namespace

struct KeyRing::State
{
    std::map<QString, SecretKey> wrappingKeys;
    QString currentId;
    SecretKey tokenKey;
    QByteArray tokenKeyId;
    SecretKey auditKey;
};

KeyRing::KeyRing(std::shared_ptr<const State> state)
    : m_state(std::move(state))
{
}

Result<std::unique_ptr<KeyRing>> KeyRing::open(const QString &folder, const QString &outsideKekFile, Folder age)
{
    const QString keys = folder + QStringLiteral("/keys");
    std::map<QString, SecretKey> wrappingKeys;
    QString currentId = QStringLiteral("default");
    const QString ownFile = keys + QStringLiteral("/default.kek");
    if (age == Folder::New)
        if (const Done made = localDisk()->makeFolder(keys); !made)
            return fail(made.error());
    const bool mayMake = outsideKekFile.isEmpty() && age == Folder::New;
    Result<SecretKey> own = mayMake ? readOrMake(ownFile) : readKeyFile(ownFile, KeyFileOrigin::Ours);
    if (!own && own.error().kind == FailureKind::NotFound && outsideKekFile.isEmpty())
        return fail(FailureKind::NotFound,
                    QStringLiteral("The key-encryption key %1 is missing. Without it no recording can be read. Put it "
                                   "back from your backup, or name one in HOLDFAST_KEK_FILE; nothing was changed.")
                        .arg(ownFile));
    if (own)
        wrappingKeys.emplace(currentId, std::move(*own));
    else if (outsideKekFile.isEmpty() || own.error().kind != FailureKind::NotFound)
        return fail(own.error());

    if (!outsideKekFile.isEmpty()) {
        Result<SecretKey> outside = readKeyFile(outsideKekFile, KeyFileOrigin::Outside);
        if (!outside && outside.error().kind == FailureKind::NotFound)
            return fail(FailureKind::NotFound,
                        QStringLiteral("The key-encryption key was to come from %1, but there is no such file.")
                            .arg(outsideKekFile));
        if (!outside)
            return fail(outside.error());
        currentId = QStringLiteral("outside-") + QString::fromLatin1(fingerprint(*outside));
        wrappingKeys.emplace(currentId, std::move(*outside));
    }

    Result<SecretKey> token = readOrMake(keys + QStringLiteral("/token.key"));
    if (!token)
        return fail(token.error());
    const QByteArray tokenKeyId = fingerprint(*token);
    Result<SecretKey> audit = readOrMake(keys + QStringLiteral("/audit.key"));
    if (!audit)
        return fail(audit.error());
    auto state = std::make_shared<const State>(
        State{std::move(wrappingKeys), currentId, std::move(*token), tokenKeyId, std::move(*audit)});
    return std::unique_ptr<KeyRing>(new KeyRing(std::move(state)));
}

QString KeyRing::currentKeyId() const
{
    return m_state->currentId;
}

Result<QByteArray> KeyRing::wrap(const SecretKey &dataKey, QByteArrayView context) const
{
    return wrapKey(dataKey, m_state->wrappingKeys.at(m_state->currentId), context);
}

Result<SecretKey> KeyRing::unwrap(QByteArrayView wrapped, const QString &keyId, QByteArrayView context) const
{
    const auto under = m_state->wrappingKeys.find(keyId);
    if (under == m_state->wrappingKeys.end())
        return fail(
            FailureKind::Unreachable,
            QStringLiteral("The recording is safe, but it was sealed under the key-encryption key \"%1\", which "
                           "this server was not given.")
                .arg(keyId));
    return unwrapKey(wrapped, under->second, context);
}

const SecretKey &KeyRing::tokenKey() const
{
    return m_state->tokenKey;
}

const SecretKey &KeyRing::auditKey() const
{
    return m_state->auditKey;
}

QByteArray KeyRing::tokenKeyId() const
{
    return m_state->tokenKeyId;
}

} // namespace Holdfast
