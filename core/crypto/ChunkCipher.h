// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArrayView>

#include <array>
#include <memory>

namespace Holdfast {

/// Seals or opens the numbered chunks of one Cobblestone-256 file; one libcrypto context serves them all, so a chunk
/// costs no allocation. Of this folder and its tests only. Not thread-safe.
class ChunkCipher
{
public:
    enum class Direction { Seal, Open };

    ChunkCipher(const SecretKey &chunkKey, QByteArrayView baseNonce, Direction direction);
    ~ChunkCipher();

    /// Writes plain.size() + SealedLayout::tagSize bytes. False for a chunk number that the format does not have.
    [[nodiscard]] bool seal(qint64 chunk, QByteArrayView plain, char *sealed);
    /// Writes sealed.size() - SealedLayout::tagSize bytes, and zeros there where it answers false: the bytes are not
    /// the ones that were sealed as this chunk.
    [[nodiscard]] bool open(qint64 chunk, QByteArrayView sealed, char *plain);

private:
    struct Free
    {
        void operator()(void *context) const;
    };
    bool startChunk(qint64 chunk);

    std::unique_ptr<void, Free> m_context;
    std::array<unsigned char, 12> m_baseNonce;
};

} // namespace Holdfast
