// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/TokenKeys.h"

#include "vault/Disk.h"
#include "vault/KeyFile.h"

#include <QMutexLocker>

namespace Holdfast {

TokenKeys::TokenKeys(QString folder)
    : m_folder(std::move(folder))
{
}

Result<std::unique_ptr<TokenKeys>> TokenKeys::open(const QString &folder)
{
    std::unique_ptr<TokenKeys> keys(new TokenKeys(folder));
    const Result<QStringList> names = localDisk()->list(folder);
    if (!names)
        return fail(names.error());
    QStringList paths;
    for (const QString &name : *names)
        if (name.startsWith(QStringLiteral("token")) && name.endsWith(QStringLiteral(".key")))
            paths.append(folder + u'/' + name);
    const QString first = folder + QStringLiteral("/token.key");
    if (paths.isEmpty()) {
        Result<SecretKey> made = makeKeyFile(first);
        if (!made)
            return fail(made.error());
        paths.append(first);
    }
    for (const QString &path : paths) {
        Result<SecretKey> key = readKeyFile(path, KeyFileOrigin::Ours);
        if (!key)
            return fail(key.error());
        const QByteArray id = fingerprintOf(*key);
        if (keys->m_currentId.isEmpty() || path == first)
            keys->m_currentId = id;
        keys->m_keys.insert_or_assign(id, Held{path, std::make_shared<const SecretKey>(std::move(*key))});
    }
    return keys;
}

TokenKeys::Key TokenKeys::current() const
{
    const QMutexLocker lock(&m_mutex);
    return {m_currentId, m_keys.at(m_currentId).key->clone()};
}

QList<QByteArray> TokenKeys::ids() const
{
    const QMutexLocker lock(&m_mutex);
    QList<QByteArray> ids;
    for (const auto &[id, held] : m_keys)
        ids.append(id);
    return ids;
}

std::map<QByteArray, SecretKey> TokenKeys::all() const
{
    const QMutexLocker lock(&m_mutex);
    std::map<QByteArray, SecretKey> all;
    for (const auto &[id, held] : m_keys)
        all.emplace(id, held.key->clone());
    return all;
}

Result<QByteArray> TokenKeys::make()
{
    SecretKey key = SecretKey::random();
    const QByteArray id = fingerprintOf(key);
    const QString path = m_folder + QStringLiteral("/token-%1.key").arg(QString::fromLatin1(id));
    Result<SecretKey> written = writeKeyFile(path, std::move(key));
    if (!written)
        return fail(written.error());
    const QMutexLocker lock(&m_mutex);
    m_keys.insert_or_assign(id, Held{path, std::make_shared<const SecretKey>(std::move(*written))});
    return id;
}

Done TokenKeys::use(const QByteArray &id)
{
    const QMutexLocker lock(&m_mutex);
    if (m_keys.find(id) == m_keys.end())
        return fail(FailureKind::NotFound, QStringLiteral("There is no such key for tokens."));
    m_currentId = id;
    return {};
}

Done TokenKeys::discard(const QByteArray &id)
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_keys.find(id);
    if (held == m_keys.end())
        return {};
    if (id == m_currentId)
        return fail(FailureKind::Conflict, QStringLiteral("Tokens are signed with this key. Rotate it first."));
    const QString path = held->second.path;
    m_keys.erase(held);
    return localDisk()->remove(path);
}

} // namespace Holdfast
