// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedReader.h"

#include "crypto/ChunkCipher.h"
#include "crypto/FileKeys.h"
#include "crypto/Mac.h"
#include "crypto/SealedLayout.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

namespace Holdfast {

namespace {

// One read of the device takes at most so many chunks (256 KiB): more gains nothing and costs memory per reader.
constexpr qint64 chunksPerRead = 16;

/// None for a length that no complete sealed file has.
std::optional<qint64> plainSizeOf(qint64 sealedSize)
{
    const qint64 body = sealedSize - SealedLayout::headerSize;
    if (body < SealedLayout::tagSize)
        return std::nullopt;
    const qint64 lastChunk = body % SealedLayout::sealedChunkSize;
    const qint64 fullChunks = body / SealedLayout::sealedChunkSize;
    if (lastChunk < SealedLayout::tagSize || fullChunks >= SealedLayout::chunkLimit)
        return std::nullopt;
    return fullChunks * SealedLayout::chunkSize + lastChunk - SealedLayout::tagSize;
}

Failure corruptFile(const QString &message)
{
    return {FailureKind::Corrupt, message, {}, std::nullopt};
}

} // namespace

struct SealedReader::State
{
    State(std::unique_ptr<QIODevice> device, const FileKeys &keys, qint64 size)
        : from(std::move(device))
        , cipher(keys.chunkKey, keys.baseNonce, ChunkCipher::Direction::Open)
        , plainSize(size)
    {
    }
    ~State() { sodium_memzero(opened.data(), opened.size()); }

    static Done readExactly(QIODevice &from, qint64 at, char *to, qint64 size);
    Done fetch(qint64 firstChunk, qint64 count);
    QByteArrayView fetchedChunk(qint64 chunk) const;
    Done openInto(qint64 chunk, char *plain);
    Done keepOpened(qint64 chunk);
    Result<qint64> readSome(char *to, qint64 wanted);

    std::unique_ptr<QIODevice> from;
    ChunkCipher cipher;
    const qint64 plainSize;
    qint64 position = 0;
    bool corrupt = false;

    QByteArray fetched; // sealed chunks as they came in the last read of the device
    qint64 firstFetched = 0;
    qint64 fetchedCount = 0;
    std::array<char, SealedLayout::chunkSize> opened; // the plain bytes of openedChunk
    qint64 openedChunk = -1;
};

Done SealedReader::State::readExactly(QIODevice &from, qint64 at, char *to, qint64 size)
{
    if (from.pos() != at && !from.seek(at))
        return fail(FailureKind::Unreachable, QStringLiteral("The sealed file could not be read. Try again."),
                    from.errorString());
    while (size > 0) {
        const qint64 got = from.read(to, size);
        if (got < 0)
            return fail(FailureKind::Unreachable, QStringLiteral("The sealed file could not be read. Try again."),
                        from.errorString());
        if (got == 0)
            return fail(corruptFile(QStringLiteral("The sealed file ends before its last byte.")));
        to += got;
        size -= got;
    }
    return {};
}

Done SealedReader::State::fetch(qint64 firstChunk, qint64 count)
{
    const qint64 lastChunk = firstChunk + count - 1;
    const qint64 size = (count - 1) * SealedLayout::sealedChunkSize +
                        SealedLayout::plainSizeOfChunk(lastChunk, plainSize) + SealedLayout::tagSize;
    fetchedCount = 0;
    if (fetched.size() < size)
        fetched.resize(size);
    if (Done read = readExactly(*from, SealedLayout::startOfChunk(firstChunk), fetched.data(), size); !read)
        return read;
    firstFetched = firstChunk;
    fetchedCount = count;
    return {};
}

QByteArrayView SealedReader::State::fetchedChunk(qint64 chunk) const
{
    return QByteArrayView(fetched).sliced((chunk - firstFetched) * SealedLayout::sealedChunkSize,
                                          SealedLayout::plainSizeOfChunk(chunk, plainSize) + SealedLayout::tagSize);
}

Done SealedReader::State::openInto(qint64 chunk, char *plain)
{
    if (!cipher.open(chunk, fetchedChunk(chunk), plain))
        return fail(corruptFile(QStringLiteral("The sealed file holds bytes that are not the ones that were stored.")));
    return {};
}

Done SealedReader::State::keepOpened(qint64 chunk)
{
    openedChunk = -1;
    Done done = openInto(chunk, opened.data());
    if (done)
        openedChunk = chunk;
    return done;
}

/// At least one byte, at most the rest of one chunk; there is one at `position`.
Result<qint64> SealedReader::State::readSome(char *to, qint64 wanted)
{
    const qint64 chunk = position / SealedLayout::chunkSize;
    const qint64 offset = position % SealedLayout::chunkSize;
    const qint64 inChunk = SealedLayout::plainSizeOfChunk(chunk, plainSize);
    const qint64 taken = std::min(wanted, inChunk - offset);
    if (chunk != openedChunk) {
        if (chunk < firstFetched || chunk >= firstFetched + fetchedCount) {
            const qint64 lastWanted = (position + wanted - 1) / SealedLayout::chunkSize;
            if (Done done = fetch(chunk, std::min(chunksPerRead, lastWanted - chunk + 1)); !done)
                return fail(done.error());
        }
        if (taken == inChunk) { // straight to its place, without a copy
            if (Done done = openInto(chunk, to); !done)
                return fail(done.error());
            return taken;
        }
        if (Done done = keepOpened(chunk); !done)
            return fail(done.error());
    }
    std::copy_n(opened.data() + offset, taken, to);
    return taken;
}

SealedReader::SealedReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
    QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

SealedReader::~SealedReader() = default;

Result<std::unique_ptr<SealedReader>> SealedReader::open(std::unique_ptr<QIODevice> from, const SecretKey &key,
                                                         QByteArrayView context)
{
    const std::optional<qint64> plainSize = plainSizeOf(from->size());
    if (!plainSize)
        return fail(corruptFile(QStringLiteral("The sealed file is not complete: its end is missing.")));
    QByteArray header(SealedLayout::headerSize, Qt::Uninitialized);
    if (Done read = State::readExactly(*from, 0, header.data(), header.size()); !read)
        return fail(read.error());
    const QByteArrayView salt = QByteArrayView(header).first(SealedLayout::saltSize);
    const FileKeys keys = FileKeys::derive(key, salt, context);
    if (!equalInConstantTime(QByteArrayView(header).last(SealedLayout::commitmentSize), keys.commitment))
        return fail(corruptFile(
            QStringLiteral("The sealed file does not belong to this recording and its key, or its beginning was "
                           "changed.")));

    auto state = std::make_unique<State>(std::move(from), keys, *plainSize);
    const qint64 lastChunk = SealedLayout::chunkCount(*plainSize) - 1;
    Done checked = state->fetch(lastChunk, 1);
    if (checked)
        checked = state->keepOpened(lastChunk);
    if (!checked)
        return fail(checked.error());
    return std::unique_ptr<SealedReader>(new SealedReader(std::move(state)));
}

qint64 SealedReader::size() const
{
    return m_state->plainSize;
}

bool SealedReader::isSequential() const
{
    return false;
}

bool SealedReader::seek(qint64 position)
{
    if (!QIODevice::seek(position))
        return false;
    m_state->position = position;
    return true;
}

bool SealedReader::corrupt() const
{
    return m_state->corrupt;
}

qint64 SealedReader::readData(char *data, qint64 maxSize)
{
    qint64 done = 0;
    const qint64 wanted = std::min(maxSize, m_state->plainSize - m_state->position);
    const qint64 start = m_state->position;
    while (done < wanted) {
        const Result<qint64> got = m_state->readSome(data + done, wanted - done);
        if (!got) {
            // What was read before the fault is given up too, so that no caller takes a part for the whole.
            std::fill_n(data, done, '\0');
            m_state->position = start;
            m_state->corrupt = m_state->corrupt || got.error().kind == FailureKind::Corrupt;
            setErrorString(got.error().message);
            return -1;
        }
        done += *got;
        m_state->position += *got;
    }
    return done;
}

qint64 SealedReader::writeData(const char *, qint64)
{
    setErrorString(QStringLiteral("A sealed file is read-only once it was written."));
    return -1;
}

} // namespace Holdfast
