// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/PasswordHash.h"

#include "crypto/SodiumStart.h"

#include <sodium.h>

#include <cerrno>
#include <new>

namespace Holdfast {

namespace {

struct Work
{
    unsigned long long passes;
    std::size_t memory; // bytes
};

/// An empty view may have no address, which libsodium does not take.
const char *addressOf(QByteArrayView password)
{
    return password.isEmpty() ? "" : password.data();
}

Work workOf(PasswordCost cost)
{
    switch (cost) {
    case PasswordCost::Minimal:
        return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
    case PasswordCost::Interactive:
        return {3, std::size_t{42} * 1024 * 1024};
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray hashPassword(QByteArrayView password, PasswordCost cost)
{
    startSodium();
    const Work work = workOf(cost);
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(text, addressOf(password), static_cast<unsigned long long>(password.size()), work.passes,
                              work.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc(); // the only thing that can go wrong with fixed costs
    return QByteArray(text);
}

bool verifyPassword(QByteArrayView hash, QByteArrayView password)
{
    startSodium();
    if (hash.size() >= crypto_pwhash_STRBYTES)
        return false;
    const QByteArray text = hash.toByteArray(); // libsodium wants the ending zero byte
    errno = 0;
    const bool right = crypto_pwhash_str_verify(text.constData(), addressOf(password),
                                                static_cast<unsigned long long>(password.size())) == 0;
    if (!right && errno == ENOMEM)
        throw std::bad_alloc(); // not to be told as a wrong password
    return right;
}

} // namespace Holdfast
