// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedWriter.h"

#include "crypto/ChunkCipher.h"
#include "crypto/FileKeys.h"
#include "crypto/Random.h"
#include "crypto/SealedLayout.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

namespace Holdfast {

struct SealedWriter::State
{
    State(QIODevice &device, const FileKeys &keys)
        : to(device)
        , cipher(keys.chunkKey, keys.baseNonce, ChunkCipher::Direction::Seal)
    {
    }
    ~State() { sodium_memzero(pending.data(), pending.size()); }

    Done writeToDevice(QByteArrayView bytes);
    Done sealChunk(QByteArrayView plain);
    Done refuse(FailureKind kind, const QString &message, const QString &detail = {});

    QIODevice &to;
    ChunkCipher cipher;
    std::array<char, SealedLayout::chunkSize> pending; // plain bytes that do not fill a chunk yet
    qsizetype pendingSize = 0;
    std::array<char, SealedLayout::sealedChunkSize> sealed;
    qint64 nextChunk = 0;
    qint64 plainSize = 0;
    bool finished = false;
    std::optional<Failure> failure; // the first one; after it the stream is worth nothing
};

Done SealedWriter::State::refuse(FailureKind kind, const QString &message, const QString &detail)
{
    failure = Failure{kind, message, detail, std::nullopt};
    return fail(*failure);
}

Done SealedWriter::State::writeToDevice(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = to.write(bytes.data(), bytes.size());
        if (written <= 0)
            return refuse(FailureKind::Unreachable,
                          QStringLiteral("The sealed file could not be written. Nothing was kept of it; try again."),
                          to.errorString());
        bytes = bytes.sliced(written);
    }
    return {};
}

Done SealedWriter::State::sealChunk(QByteArrayView plain)
{
    if (!cipher.seal(nextChunk, plain, sealed.data()))
        return refuse(FailureKind::TooLarge, QStringLiteral("The file is larger than a sealed file can be (4 PiB)."));
    ++nextChunk;
    return writeToDevice({sealed.data(), plain.size() + SealedLayout::tagSize});
}

SealedWriter::SealedWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

SealedWriter::~SealedWriter() = default;

Result<std::unique_ptr<SealedWriter>> SealedWriter::begin(QIODevice &to, const SecretKey &key, QByteArrayView context)
{
    const QByteArray salt = randomBytes(SealedLayout::saltSize);
    const FileKeys keys = FileKeys::derive(key, salt, context);
    auto state = std::make_unique<State>(to, keys);
    if (Done written = state->writeToDevice(salt + keys.commitment); !written)
        return fail(written.error());
    return std::unique_ptr<SealedWriter>(new SealedWriter(std::move(state)));
}

Done SealedWriter::write(QByteArrayView plain)
{
    State &state = *m_state;
    if (state.failure)
        return fail(*state.failure);
    if (state.finished)
        return fail(FailureKind::Internal, QStringLiteral("The sealed file was already finished."));
    while (!plain.isEmpty()) {
        const bool wholeChunk = state.pendingSize == 0 && plain.size() >= SealedLayout::chunkSize;
        const qsizetype taken = std::min<qsizetype>(plain.size(), SealedLayout::chunkSize - state.pendingSize);
        if (!wholeChunk) {
            std::copy_n(plain.data(), taken, state.pending.data() + state.pendingSize);
            state.pendingSize += taken;
        }
        if (wholeChunk || state.pendingSize == SealedLayout::chunkSize) {
            const QByteArrayView chunk =
                wholeChunk ? plain.first(taken) : QByteArrayView(state.pending.data(), state.pendingSize);
            if (Done sealed = state.sealChunk(chunk); !sealed)
                return sealed;
            state.pendingSize = 0;
        }
        state.plainSize += taken;
        plain = plain.sliced(taken);
    }
    return {};
}

Done SealedWriter::finish()
{
    State &state = *m_state;
    if (state.failure)
        return fail(*state.failure);
    if (state.finished)
        return fail(FailureKind::Internal, QStringLiteral("The sealed file was already finished."));
    state.finished = true;
    return state.sealChunk({state.pending.data(), state.pendingSize});
}

qint64 SealedWriter::plainSize() const
{
    return m_state->plainSize;
}

} // namespace Holdfast
