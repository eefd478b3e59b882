// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/KeyFile.h"

#include "crypto/Mac.h"
#include "vault/Disk.h"
#include "vault/DiskFailure.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Holdfast {

namespace {

constexpr qsizetype hexSize = 2 * SecretKey::size;

mode_t refusedModes(KeyFileOrigin origin)
{
    switch (origin) {
    case KeyFileOrigin::Ours:
        return S_IRWXG | S_IRWXO;
    case KeyFileOrigin::Outside:
        return S_IWGRP | S_IRWXO;
    }
    Q_UNREACHABLE();
}

int refusedLinks(KeyFileOrigin origin)
{
    switch (origin) {
    case KeyFileOrigin::Ours:
        return O_NOFOLLOW;
    case KeyFileOrigin::Outside:
        return 0;
    }
    Q_UNREACHABLE();
}

/// The descriptor, closed when it goes.
class OpenFile
{
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)
    int descriptor() const { return m_descriptor; }

private:
    const int m_descriptor;
};

void wipe(QByteArray &bytes)
{
    ::explicit_bzero(bytes.data(), static_cast<size_t>(bytes.size()));
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

Result<SecretKey> keyFromText(QByteArrayView text)
{
    if (text.size() == SecretKey::size)
        return SecretKey::fromBytes(text);
    QByteArray digits = (text.endsWith('\n') ? text.chopped(1) : text).toByteArray();
    const bool whole = digits.size() == hexSize && std::all_of(digits.begin(), digits.end(), isHexDigit);
    QByteArray bytes = QByteArray::fromHex(digits); // which passes over what is no digit
    Result<SecretKey> key = SecretKey::fromBytes(whole ? QByteArrayView(bytes) : QByteArrayView());
    wipe(digits);
    wipe(bytes);
    return key;
}

Done checkModes(int descriptor, const QString &path, KeyFileOrigin origin)
{
    struct stat facts;
    if (::fstat(descriptor, &facts) != 0)
        return fail(diskFailure(errno, "look at", path));
    if (!S_ISREG(facts.st_mode))
        return fail(FailureKind::Malformed, QStringLiteral("The key file %1 is not a file.").arg(path));
    if ((facts.st_mode & refusedModes(origin)) != 0)
        return fail(FailureKind::Forbidden,
                    QStringLiteral("The key file %1 is open to other users, so it is not used. Take their rights away "
                                   "(chmod 600), and think about who may have read it.")
                        .arg(path));
    return {};
}

} // namespace

Result<SecretKey> readKeyFile(const QString &path, KeyFileOrigin origin)
{
    const OpenFile file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | refusedLinks(origin)));
    if (file.descriptor() < 0)
        return fail(diskFailure(errno, "open key file", path));
    if (const Done checked = checkModes(file.descriptor(), path, origin); !checked)
        return fail(checked.error());
    std::array<char, hexSize + 2> text; // one more than a key needs, so that a longer file shows
    const ssize_t size = ::read(file.descriptor(), text.data(), text.size());
    if (size < 0)
        return fail(diskFailure(errno, "read key file", path));
    Result<SecretKey> key = keyFromText({text.data(), size});
    ::explicit_bzero(text.data(), text.size());
    if (!key)
        return fail(FailureKind::Malformed,
                    QStringLiteral("The key file %1 holds no key: 32 bytes, or 64 hexadecimal digits, are expected.")
                        .arg(path));
    return key;
}

Result<SecretKey> writeKeyFile(const QString &path, SecretKey key)
{
    const std::unique_ptr<Disk> disk = localDisk();
    const QString unfinished = path + QStringLiteral(".new");
    if (const Done removed = disk->remove(unfinished); !removed)
        return fail(removed.error());
    const Result<std::unique_ptr<DiskFile>> file = disk->create(unfinished);
    if (!file)
        return fail(file.error());
    QByteArray text = key.bytes().toByteArray().toHex() + '\n';
    const bool written = (*file)->write(text) == text.size();
    wipe(text);
    Done done = written ? (*file)->sync() : Done(fail((*file)->failure()));
    if (done)
        done = disk->rename(unfinished, path);
    if (done)
        return key;
    if (const Done removed = disk->remove(unfinished); !removed)
        done.error().detail += QStringLiteral("; and ") + removed.error().detail;
    if (done.error().kind == FailureKind::Conflict)
        return readKeyFile(path, KeyFileOrigin::Ours);
    return fail(done.error());
}

Result<SecretKey> makeKeyFile(const QString &path)
{
    return writeKeyFile(path, SecretKey::random());
}

QByteArray fingerprintOf(const SecretKey &key)
{
    return hmacSha256(key.bytes(), "holdfast key id").first(6).toHex();
}

} // namespace Holdfast
