// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedPatchwork.h"

#include "crypto/ChunkCipher.h"
#include "crypto/FileKeys.h"
#include "crypto/Mac.h"
#include "crypto/Random.h"
#include "crypto/SealedLayout.h"

#include <array>

namespace Holdfast {

namespace {

Failure notWritten(const QIODevice &device)
{
    return {FailureKind::Unreachable,
            QStringLiteral("A part of the recording could not be kept on this computer's disk."), device.errorString(),
            std::nullopt};
}

bool writeAll(QIODevice &device, qint64 at, QByteArrayView bytes)
{
    if (!device.seek(at))
        return false;
    while (!bytes.isEmpty()) {
        const qint64 written = device.write(bytes.data(), bytes.size());
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/// The bytes of that place, as many as there are.
qint64 readAll(QIODevice &device, qint64 at, char *to, qint64 size)
{
    if (!device.seek(at))
        return -1;
    qint64 done = 0;
    while (done < size) {
        const qint64 got = device.read(to + done, size - done);
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

} // namespace

struct SealedPatchwork::State
{
    State(std::unique_ptr<QIODevice> theDevice, const FileKeys &keys, qint64 size)
        : device(std::move(theDevice))
        , sealing(keys.chunkKey, keys.baseNonce, ChunkCipher::Direction::Seal)
        , opening(keys.chunkKey, keys.baseNonce, ChunkCipher::Direction::Open)
        , plainSize(size)
    {
    }

    std::unique_ptr<QIODevice> device;
    ChunkCipher sealing;
    ChunkCipher opening;
    const qint64 plainSize;
    std::array<char, SealedLayout::sealedChunkSize> sealed;
};

SealedPatchwork::SealedPatchwork(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

SealedPatchwork::~SealedPatchwork() = default;

Result<std::unique_ptr<SealedPatchwork>> SealedPatchwork::open(std::unique_ptr<QIODevice> device, const SecretKey &key,
                                                               QByteArrayView context, qint64 plainSize)
{
    const bool isNew = device->size() < SealedLayout::headerSize;
    QByteArray header(SealedLayout::headerSize, '\0');
    if (isNew)
        header.replace(0, SealedLayout::saltSize, randomBytes(SealedLayout::saltSize));
    else if (readAll(*device, 0, header.data(), header.size()) != header.size())
        return fail(FailureKind::Unreachable,
                    QStringLiteral("The part of the recording that is here could not be read."), device->errorString());
    const FileKeys keys = FileKeys::derive(key, QByteArrayView(header).first(SealedLayout::saltSize), context);
    if (isNew) {
        header.replace(SealedLayout::saltSize, SealedLayout::commitmentSize, keys.commitment);
        // The header last: what lies here without its whole header is begun anew.
        const qint64 lastByte = SealedLayout::sealedSize(plainSize) - 1;
        if (!writeAll(*device, lastByte, QByteArrayView("\0", 1)) || !writeAll(*device, 0, header))
            return fail(notWritten(*device));
    } else if (device->size() != SealedLayout::sealedSize(plainSize) ||
               !equalInConstantTime(QByteArrayView(header).last(SealedLayout::commitmentSize), keys.commitment)) {
        return fail(FailureKind::Corrupt,
                    QStringLiteral("The part of the recording that is here belongs to another recording or key."));
    }
    std::unique_ptr<SealedPatchwork> patchwork(
        new SealedPatchwork(std::make_unique<State>(std::move(device), keys, plainSize)));
    const qint64 last = patchwork->chunkCount() - 1;
    if (SealedLayout::plainSizeOfChunk(last, plainSize) == 0) // nobody else will bring it
        if (Done put = patchwork->put(last, {}); !put)
            return fail(put.error());
    return patchwork;
}

qint64 SealedPatchwork::chunkCount() const
{
    return SealedLayout::chunkCount(m_state->plainSize);
}

Done SealedPatchwork::put(qint64 chunk, QByteArrayView plain)
{
    State &state = *m_state;
    if (chunk < 0 || chunk >= chunkCount() || plain.size() != SealedLayout::plainSizeOfChunk(chunk, state.plainSize) ||
        !state.sealing.seal(chunk, plain, state.sealed.data()))
        return fail(FailureKind::Internal, QStringLiteral("These bytes are no chunk of this recording."));
    if (!writeAll(*state.device, SealedLayout::startOfChunk(chunk),
                  {state.sealed.data(), plain.size() + SealedLayout::tagSize}))
        return fail(notWritten(*state.device));
    return {};
}

Result<bool> SealedPatchwork::get(qint64 chunk, char *plain)
{
    State &state = *m_state;
    const qint64 size = SealedLayout::plainSizeOfChunk(chunk, state.plainSize) + SealedLayout::tagSize;
    const qint64 got = readAll(*state.device, SealedLayout::startOfChunk(chunk), state.sealed.data(), size);
    if (got < 0)
        return fail(FailureKind::Unreachable,
                    QStringLiteral("The part of the recording that is here could not be read."),
                    state.device->errorString());
    return got == size && state.opening.open(chunk, {state.sealed.data(), size}, plain);
}

} // namespace Holdfast
