// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>

namespace Holdfast {

/// What Cobblestone-256 derives for one file from its input key, its salt and its context. Of this folder and its tests
/// only: a salt that repeats under one key breaks the seal, so the public classes draw their own.
struct FileKeys
{
    SecretKey chunkKey;
    QByteArray baseNonce;  ///< 12 bytes
    QByteArray commitment; ///< 32 bytes, stored in the header

    static FileKeys derive(const SecretKey &inputKey, QByteArrayView salt, QByteArrayView context);
};

} // namespace Holdfast
