// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Holdfast {

/// The layout of Cobblestone-256, which is c2sp.org/chunked-encryption with AES-256-GCM, HKDF-SHA-512 and key
/// commitment: salt (24) || commitment (32) || chunks. A chunk is 16,384 plain bytes and a tag of 16; the last one is
/// always shorter and may be empty. Plain byte i lies in chunk i / 16384, which starts at 56 + chunk × 16400.
struct SealedLayout
{
    static constexpr qint64 saltSize = 24;
    static constexpr qint64 commitmentSize = 32;
    static constexpr qint64 headerSize = saltSize + commitmentSize;
    static constexpr qint64 chunkSize = 16'384;
    static constexpr qint64 tagSize = 16;
    static constexpr qint64 sealedChunkSize = chunkSize + tagSize;
    /// The format numbers its chunks below 2^38, which is 4 PiB.
    static constexpr qint64 chunkLimit = qint64{1} << 38;

    static constexpr qint64 chunkCount(qint64 plainSize) { return plainSize / chunkSize + 1; }
    static constexpr qint64 plainSizeOfChunk(qint64 chunk, qint64 plainSize)
    {
        return chunk < plainSize / chunkSize ? chunkSize : plainSize % chunkSize;
    }
    static constexpr qint64 startOfChunk(qint64 chunk) { return headerSize + chunk * sealedChunkSize; }
    static constexpr qint64 sealedSize(qint64 plainSize)
    {
        return headerSize + plainSize + chunkCount(plainSize) * tagSize;
    }
};

} // namespace Holdfast
