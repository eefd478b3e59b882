// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

namespace Holdfast {

/// A Cobblestone-256 file (SealedLayout.h) whose chunks come in any order: each lies where it belongs from the start,
/// and once all are there SealedReader reads the file like any other. A chunk that is not there yet, or was cut off
/// while it was written, does not authenticate and counts as missing, so nothing else needs to be kept to go on later.
/// A chunk's nonce is its number: the same number must never be given two different contents. Not thread-safe.
class SealedPatchwork
{
public:
    /// Makes a device that is empty into one of that plain size, or goes on with what another run left. Corrupt where
    /// it holds something else: another key, context or size. The device must be open for reading and writing,
    /// unbuffered and random-access.
    static Result<std::unique_ptr<SealedPatchwork>> open(std::unique_ptr<QIODevice> device, const SecretKey &key,
                                                         QByteArrayView context, qint64 plainSize);
    ~SealedPatchwork();

    qint64 chunkCount() const; ///< the last one may be empty
    /// Exactly the chunk's plain bytes.
    Done put(qint64 chunk, QByteArrayView plain);
    /// Room for SealedLayout::chunkSize bytes; false where the chunk is missing.
    Result<bool> get(qint64 chunk, char *plain);

private:
    struct State;
    explicit SealedPatchwork(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
