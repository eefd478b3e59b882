// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ChunkCipher.h"

#include "crypto/SealedLayout.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <new>

namespace Holdfast {

namespace {

EVP_CIPHER_CTX *evp(void *context)
{
    return static_cast<EVP_CIPHER_CTX *>(context);
}

const unsigned char *unsignedBytes(const char *bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes);
}

unsigned char *unsignedBytes(char *bytes)
{
    return reinterpret_cast<unsigned char *>(bytes);
}

} // namespace

void ChunkCipher::Free::operator()(void *context) const
{
    EVP_CIPHER_CTX_free(evp(context));
}

ChunkCipher::ChunkCipher(const SecretKey &chunkKey, QByteArrayView baseNonce, Direction direction)
    : m_context(EVP_CIPHER_CTX_new())
{
    if (!m_context)
        throw std::bad_alloc();
    Q_ASSERT(baseNonce.size() == static_cast<qsizetype>(m_baseNonce.size()));
    std::copy_n(baseNonce.begin(), m_baseNonce.size(), m_baseNonce.begin());
    const int seals = direction == Direction::Seal ? 1 : 0;
    if (EVP_CipherInit_ex(evp(m_context.get()), EVP_aes_256_gcm(), nullptr, unsignedBytes(chunkKey.bytes().data()),
                          m_baseNonce.data(), seals) != 1)
        qFatal("libcrypto offers no AES-256-GCM.");
}

ChunkCipher::~ChunkCipher() = default;

bool ChunkCipher::startChunk(qint64 chunk)
{
    if (chunk < 0 || chunk >= SealedLayout::chunkLimit)
        return false;
    std::array<unsigned char, 12> nonce = m_baseNonce;
    auto number = static_cast<quint64>(chunk);
    for (auto byte = nonce.rbegin(); number != 0; ++byte, number >>= 8)
        *byte = static_cast<unsigned char>(*byte ^ (number & 0xff));
    return EVP_CipherInit_ex(evp(m_context.get()), nullptr, nullptr, nullptr, nonce.data(), -1) == 1;
}

bool ChunkCipher::seal(qint64 chunk, QByteArrayView plain, char *sealed)
{
    EVP_CIPHER_CTX *context = evp(m_context.get());
    int written = 0;
    int last = 0;
    return plain.size() <= SealedLayout::chunkSize && startChunk(chunk) &&
           EVP_CipherUpdate(context, unsignedBytes(sealed), &written, unsignedBytes(plain.data()),
                            static_cast<int>(plain.size())) == 1 &&
           EVP_CipherFinal_ex(context, unsignedBytes(sealed + plain.size()), &last) == 1 &&
           EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, static_cast<int>(SealedLayout::tagSize),
                               sealed + plain.size()) == 1;
}

bool ChunkCipher::open(qint64 chunk, QByteArrayView sealed, char *plain)
{
    if (sealed.size() < SealedLayout::tagSize || sealed.size() > SealedLayout::sealedChunkSize)
        return false;
    EVP_CIPHER_CTX *context = evp(m_context.get());
    const qsizetype plainSize = sealed.size() - SealedLayout::tagSize;
    std::array<unsigned char, SealedLayout::tagSize> tag;
    std::copy_n(sealed.begin() + plainSize, tag.size(), tag.begin());
    unsigned char nothing = 0; // GCM has nothing left to write at the end, but libcrypto wants a place for it
    int written = 0;
    int last = 0;
    const bool authentic =
        startChunk(chunk) &&
        EVP_CipherUpdate(context, unsignedBytes(plain), &written, unsignedBytes(sealed.data()),
                         static_cast<int>(plainSize)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, static_cast<int>(tag.size()), tag.data()) == 1 &&
        EVP_CipherFinal_ex(context, &nothing, &last) == 1;
    if (!authentic)
        OPENSSL_cleanse(plain, static_cast<size_t>(plainSize));
    return authentic;
}

} // namespace Holdfast
