// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/KeyRing.h"

#include "crypto/KeyWrap.h"
#include "vault/Disk.h"
#include "vault/KeyFile.h"

#include <QFileInfo>
#include <QMutexLocker>

namespace Holdfast {

namespace {

const QLatin1String ownSuffix(".kek");
const QLatin1String firstId("default");

QString ownIdOf(const SecretKey &key)
{
    return QStringLiteral("kek-") + QString::fromLatin1(fingerprintOf(key));
}

QString outsideIdOf(const SecretKey &key)
{
    return QStringLiteral("outside-") + QString::fromLatin1(fingerprintOf(key));
}

} // namespace

KeyRing::KeyRing(QString folder)
    : m_folder(std::move(folder))
{
}

Result<std::unique_ptr<KeyRing>> KeyRing::open(const QString &folder, const OutsideKeys &outside, Folder age)
{
    std::unique_ptr<KeyRing> ring(new KeyRing(folder + QStringLiteral("/keys")));
    if (age == Folder::New)
        if (const Done made = localDisk()->makeFolder(ring->m_folder); !made)
            return fail(made.error());
    const bool mayMake = outside.current.isEmpty() && age == Folder::New;
    const bool hasOutside = !outside.current.isEmpty() || !outside.old.isEmpty();
    if (const Done own = ring->readOwn(mayMake); !own && (!hasOutside || own.error().kind != FailureKind::NotFound))
        return fail(own.error());
    if (const Done read = ring->readOutside(outside); !read)
        return fail(read.error());
    Result<std::unique_ptr<TokenKeys>> tokens = TokenKeys::open(ring->m_folder);
    if (!tokens)
        return fail(tokens.error());
    ring->m_tokens = std::move(*tokens);
    Result<std::unique_ptr<AuditKeys>> audit = AuditKeys::open(ring->m_folder);
    if (!audit)
        return fail(audit.error());
    ring->m_audit = std::move(*audit);
    return ring;
}

/// The folder's own keys. One that can't be used does not keep the others from being used.
Done KeyRing::readOwn(bool mayMake)
{
    const Result<QStringList> names = localDisk()->list(m_folder);
    if (!names)
        return fail(names.error());
    const QFileInfo folder(m_folder);
    if (folder.permission(QFile::ReadGroup) || folder.permission(QFile::ReadOther))
        m_problems.append(
            QStringLiteral("The folder %1 is open to other users. Take their rights away (chmod 700).").arg(m_folder));
    std::optional<Failure> first;
    for (const QString &name : *names) {
        if (!name.endsWith(ownSuffix))
            continue;
        const QString path = m_folder + u'/' + name;
        const QString id = name.chopped(ownSuffix.size());
        Result<SecretKey> key = readKeyFile(path, KeyFileOrigin::Ours);
        if (key && id != firstId && id != ownIdOf(*key))
            key =
                fail(FailureKind::Corrupt,
                     QStringLiteral("The key file %1 does not hold the key that its name says, so it is not used. Put "
                                    "the right one back from your backup.")
                         .arg(path));
        if (key) {
            m_keys.emplace(id, Held{path, std::make_shared<const SecretKey>(std::move(*key)), true});
            continue;
        }
        m_problems.append(key.error().message);
        first = first ? first : key.error();
    }
    if (m_keys.empty() && first)
        return fail(*first);
    const QString firstFile = m_folder + u'/' + firstId + ownSuffix;
    if (m_keys.empty() && !mayMake)
        return fail(
            FailureKind::NotFound,
            QStringLiteral("The key-encryption key %1 is missing, and no other is there. Without it no recording "
                           "can be read. Put it back from your backup, or name one in HOLDFAST_KEK_FILE; nothing "
                           "was changed.")
                .arg(firstFile));
    if (m_keys.empty()) {
        Result<SecretKey> made = makeKeyFile(firstFile);
        if (!made)
            return fail(made.error());
        m_keys.emplace(firstId, Held{firstFile, std::make_shared<const SecretKey>(std::move(*made)), true});
    }
    m_currentId = m_keys.count(firstId) > 0 ? QString(firstId) : m_keys.begin()->first;
    return {};
}

Done KeyRing::readOutside(const OutsideKeys &outside)
{
    for (const QString &path : outside.old + QStringList{outside.current}) {
        if (path.isEmpty())
            continue;
        Result<SecretKey> key = readKeyFile(path, KeyFileOrigin::Outside);
        if (!key && key.error().kind == FailureKind::NotFound)
            return fail(
                FailureKind::NotFound,
                QStringLiteral("The key-encryption key was to come from %1, but there is no such file.").arg(path));
        if (!key)
            return fail(key.error());
        const QString id = outsideIdOf(*key);
        m_keys.insert_or_assign(id, Held{path, std::make_shared<const SecretKey>(std::move(*key)), false});
        if (path == outside.current)
            m_currentId = id;
    }
    return {};
}

std::shared_ptr<const SecretKey> KeyRing::find(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_keys.find(id);
    return held == m_keys.end() ? nullptr : held->second.key;
}

QList<KeyRing::Facts> KeyRing::keys() const
{
    const QMutexLocker lock(&m_mutex);
    QList<Facts> keys;
    for (const auto &[id, held] : m_keys)
        keys.append({id, fingerprintOf(*held.key), QFileInfo(held.path).lastModified().toUTC(), held.isOurs});
    return keys;
}

bool KeyRing::has(const QString &id) const
{
    return find(id) != nullptr;
}

QStringList KeyRing::problems() const
{
    const QMutexLocker lock(&m_mutex);
    return m_problems;
}

QString KeyRing::currentKeyId() const
{
    const QMutexLocker lock(&m_mutex);
    return m_currentId;
}

bool KeyRing::isCurrentFromOutside() const
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_keys.find(m_currentId);
    return held != m_keys.end() && !held->second.isOurs;
}

Result<KeyRing::Wrapped> KeyRing::wrap(const SecretKey &dataKey, QByteArrayView context) const
{
    const QString id = currentKeyId();
    const std::shared_ptr<const SecretKey> key = find(id);
    if (!key)
        return fail(FailureKind::Internal, QStringLiteral("There is no key-encryption key to seal under."));
    return Wrapped{id, wrapKey(dataKey, *key, context)};
}

Result<SecretKey> KeyRing::unwrap(QByteArrayView wrapped, const QString &keyId, QByteArrayView context) const
{
    const std::shared_ptr<const SecretKey> key = find(keyId);
    if (!key)
        return fail(
            FailureKind::Unreachable,
            QStringLiteral("The recording is safe, but it was sealed under the key-encryption key \"%1\", which "
                           "this server was not given.")
                .arg(keyId));
    return unwrapKey(wrapped, *key, context);
}

Result<QString> KeyRing::make()
{
    SecretKey key = SecretKey::random();
    const QString id = ownIdOf(key);
    const QString path = m_folder + u'/' + id + ownSuffix;
    Result<SecretKey> written = writeKeyFile(path, std::move(key));
    if (!written)
        return fail(written.error());
    const QMutexLocker lock(&m_mutex);
    m_keys.insert_or_assign(id, Held{path, std::make_shared<const SecretKey>(std::move(*written)), true});
    return id;
}

Done KeyRing::use(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    if (m_keys.find(id) == m_keys.end())
        return fail(FailureKind::NotFound, QStringLiteral("There is no such key-encryption key."));
    m_currentId = id;
    return {};
}

Done KeyRing::discard(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_keys.find(id);
    if (held == m_keys.end())
        return {};
    if (id == m_currentId)
        return fail(FailureKind::Conflict,
                    QStringLiteral("New recordings are sealed under this key-encryption key. Rotate it first."));
    if (held->second.isOurs)
        if (Done removed = localDisk()->remove(held->second.path); !removed)
            return removed;
    m_keys.erase(held);
    return {};
}

void KeyRing::leaveOut(const QString &id, const QString &problem)
{
    const QMutexLocker lock(&m_mutex);
    m_keys.erase(id);
    m_problems.append(problem);
}

} // namespace Holdfast
