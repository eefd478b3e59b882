// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Sha256.h"

#include <openssl/evp.h>

#include <new>

namespace Holdfast {

namespace {

EVP_MD_CTX *evp(void *context)
{
    return static_cast<EVP_MD_CTX *>(context);
}

} // namespace

void Sha256::Free::operator()(void *context) const
{
    EVP_MD_CTX_free(evp(context));
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    if (!m_context)
        throw std::bad_alloc();
    if (EVP_DigestInit_ex(evp(m_context.get()), EVP_sha256(), nullptr) != 1)
        qFatal("libcrypto offers no SHA-256.");
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView bytes)
{
    if (EVP_DigestUpdate(evp(m_context.get()), bytes.data(), static_cast<size_t>(bytes.size())) != 1)
        qFatal("SHA-256 was given bytes after its end.");
}

QByteArray Sha256::result()
{
    QByteArray digest(32, Qt::Uninitialized);
    if (EVP_DigestFinal_ex(evp(m_context.get()), reinterpret_cast<unsigned char *>(digest.data()), nullptr) != 1)
        qFatal("SHA-256 was ended twice.");
    return digest;
}

} // namespace Holdfast
