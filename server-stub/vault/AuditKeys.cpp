// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/AuditKeys.h"

#include "vault/Disk.h"
#include "vault/KeyFile.h"

#include <QFile>
#include <QMutexLocker>

namespace Holdfast {

namespace {

const QLatin1String firstName("audit.key");
const QLatin1String publicName("audit.pub");
const QLatin1String missingName("audit.missing");

QByteArray publicKeyIn(const QString &path)
{
    QFile file(path);
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(256).trimmed() : QByteArray();
    const QByteArray key = QByteArray::fromHex(text);
    return key.size() == SigningKey::publicSize && key.toHex() == text ? key : QByteArray();
}

} // namespace

AuditKeys::AuditKeys(QString folder)
    : m_folder(std::move(folder))
{
}

Result<std::unique_ptr<AuditKeys>> AuditKeys::open(const QString &folder)
{
    std::unique_ptr<AuditKeys> keys(new AuditKeys(folder));
    const Result<QStringList> names = localDisk()->list(folder);
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (!name.startsWith(QStringLiteral("audit")) || !name.endsWith(QStringLiteral(".key")))
            continue;
        const QString path = folder + u'/' + name;
        const Result<SecretKey> seed = readKeyFile(path, KeyFileOrigin::Ours);
        if (!seed) {
            keys->m_problems.append(seed.error().message);
            continue;
        }
        auto key = std::make_shared<const SigningKey>(*seed);
        keys->m_keys.insert_or_assign(key->publicKey(), Held{path, key});
    }
    keys->m_last = publicKeyIn(folder + u'/' + publicName);
    keys->m_wasMissing = names->contains(missingName);
    return keys;
}

AuditKeys::Key AuditKeys::current() const
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_keys.find(m_current);
    return held == m_keys.end() ? nullptr : held->second.key;
}

AuditKeys::Key AuditKeys::find(const QByteArray &publicKey) const
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_keys.find(publicKey);
    return held == m_keys.end() ? nullptr : held->second.key;
}

QList<AuditKeys::Key> AuditKeys::all() const
{
    const QMutexLocker lock(&m_mutex);
    QList<Key> all;
    for (const auto &[publicKey, held] : m_keys)
        all.insert(publicKey == m_current ? 0 : all.size(), held.key);
    return all;
}

QByteArray AuditKeys::lastPublicKey() const
{
    const QMutexLocker lock(&m_mutex);
    return m_last;
}

QStringList AuditKeys::problems() const
{
    const QMutexLocker lock(&m_mutex);
    return m_problems;
}

Result<AuditKeys::Key> AuditKeys::make()
{
    SecretKey seed = SecretKey::random();
    QString path = m_folder + u'/' + firstName;
    if (QFile::exists(path))
        path = m_folder + QStringLiteral("/audit-%1.key").arg(QString::fromLatin1(fingerprintOf(seed)));
    const Result<SecretKey> written = writeKeyFile(path, std::move(seed));
    if (!written)
        return fail(written.error());
    auto key = std::make_shared<const SigningKey>(*written);
    const QMutexLocker lock(&m_mutex);
    m_keys.insert_or_assign(key->publicKey(), Held{path, key});
    return key;
}

Done AuditKeys::use(const QByteArray &publicKey)
{
    const QMutexLocker lock(&m_mutex);
    if (m_keys.find(publicKey) == m_keys.end())
        return fail(FailureKind::NotFound, QStringLiteral("There is no such key for checkpoints."));
    m_current = publicKey;
    if (m_last == publicKey)
        return {};
    m_last = publicKey;
    return writeBeside(publicName, publicKey.toHex() + '\n');
}

Done AuditKeys::discard(const QByteArray &publicKey)
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_keys.find(publicKey);
    if (held == m_keys.end())
        return {};
    if (publicKey == m_current)
        return fail(FailureKind::Conflict, QStringLiteral("Checkpoints are signed with this key. Rotate it first."));
    const QString path = held->second.path;
    m_keys.erase(held);
    return localDisk()->remove(path);
}

bool AuditKeys::wasMissing() const
{
    const QMutexLocker lock(&m_mutex);
    return m_wasMissing;
}

Done AuditKeys::setMissing()
{
    const QMutexLocker lock(&m_mutex);
    m_current.clear();
    m_wasMissing = true;
    if (localDisk()->exists(m_folder + u'/' + missingName))
        return {};
    return writeBeside(missingName, "The key that signs the audit log is missing; what is written is not signed.\n");
}

Done AuditKeys::forgetMissing()
{
    const QMutexLocker lock(&m_mutex);
    m_wasMissing = false;
    return localDisk()->remove(m_folder + u'/' + missingName);
}

/// In the place of what was there; a crash leaves the old one, none or the new one, whole.
Done AuditKeys::writeBeside(const QString &name, const QByteArray &text) const
{
    const std::unique_ptr<Disk> disk = localDisk();
    const QString path = m_folder + u'/' + name;
    const QString unfinished = path + QStringLiteral(".new");
    if (const Done removed = disk->remove(unfinished); !removed)
        return removed;
    const Result<std::unique_ptr<DiskFile>> file = disk->create(unfinished);
    if (!file)
        return fail(file.error());
    if ((*file)->write(text) != text.size())
        return fail((*file)->failure());
    if (const Done synced = (*file)->sync(); !synced)
        return synced;
    if (const Done removed = disk->remove(path); !removed)
        return removed;
    return disk->rename(unfinished, path);
}

} // namespace Holdfast
