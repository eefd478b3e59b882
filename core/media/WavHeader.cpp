// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/WavHeader.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace Holdfast {

namespace {

constexpr int maxChunks = 1000;
constexpr int maxChannels = 64;
constexpr int maxSampleRate = 768'000;
constexpr quint16 tagPcm = 1;
constexpr quint16 tagFloat = 3;
constexpr quint16 tagALaw = 6;
constexpr quint16 tagMuLaw = 7;
constexpr quint16 tagExtensible = 0xfffe;
constexpr quint32 unknownSize = 0xffffffff;

template <class T> T little(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.constData() + at);
}

bool readFormat(const QByteArray &chunk, WavHeader &header)
{
    if (chunk.size() < 14)
        return false;
    header.tag = little<quint16>(chunk, 0);
    header.channels = little<quint16>(chunk, 2);
    const quint32 rate = little<quint32>(chunk, 4);
    header.blockBytes = little<quint16>(chunk, 12);
    header.bitsPerSample = chunk.size() >= 16 ? little<quint16>(chunk, 14) : 8;
    if (header.tag == tagExtensible && chunk.size() >= 26)
        header.tag = little<quint16>(chunk, 24);
    header.sampleRate = int(std::min<quint32>(rate, std::numeric_limits<int>::max()));
    return header.channels > 0 && header.channels <= maxChannels && header.sampleRate > 0 &&
           header.sampleRate <= maxSampleRate;
}

void placeData(WavHeader &header, qint64 from, quint32 size, qint64 longSize, qint64 fileSize)
{
    const qint64 there = fileSize - from;
    // Recorders that were not closed, or that wrote into a pipe, leave 0 or all ones: then all that follows is sound.
    const qint64 promised = size == unknownSize ? longSize : qint64(size);
    header.dataFrom = from;
    header.dataBytes = promised > 0 ? std::min(promised, there) : there;
    header.truncated = promised > there;
    header.isOpenEnded = promised <= 0;
}

} // namespace

QLatin1String WavHeader::sampleCodec() const
{
    if (blockBytes * 8 != channels * bitsPerSample)
        return {};
    switch (tag) {
    case tagPcm:
        return bitsPerSample == 8    ? QLatin1String("pcm_u8")
               : bitsPerSample == 16 ? QLatin1String("pcm_s16le")
               : bitsPerSample == 24 ? QLatin1String("pcm_s24le")
               : bitsPerSample == 32 ? QLatin1String("pcm_s32le")
                                     : QLatin1String();
    case tagFloat:
        return bitsPerSample == 32   ? QLatin1String("pcm_f32le")
               : bitsPerSample == 64 ? QLatin1String("pcm_f64le")
                                     : QLatin1String();
    case tagALaw:
        return bitsPerSample == 8 ? QLatin1String("pcm_alaw") : QLatin1String();
    case tagMuLaw:
        return bitsPerSample == 8 ? QLatin1String("pcm_mulaw") : QLatin1String();
    default: // a number from the file, not an enum of ours
        return {};
    }
}

std::optional<WavHeader> readWavHeader(MediaFile &file)
{
    WavHeader header;
    bool hasFormat = false;
    qint64 longSize = 0; // of the data chunk, in a file of more than 4 GiB or one that was prepared to become so
    qint64 at = 12;
    for (int chunks = 0; chunks < maxChunks; ++chunks) {
        const QByteArray head = file.bytesAt(at, 8);
        if (head.size() < 8)
            return std::nullopt;
        const auto size = little<quint32>(head, 4);
        at += 8;
        if (head.startsWith("data")) {
            placeData(header, at, size, longSize, file.size());
            return hasFormat ? std::optional(header) : std::nullopt;
        }
        if (head.startsWith("ds64")) {
            const QByteArray sizes = file.bytesAt(at, 16);
            if (sizes.size() == 16)
                longSize = std::max<qint64>(0, little<qint64>(sizes, 8));
        } else if (head.startsWith("fmt ")) {
            hasFormat = readFormat(file.bytesAt(at, std::min<quint32>(size, 40)), header);
        }
        at += qint64(size) + (size & 1);
    }
    return std::nullopt;
}

} // namespace Holdfast
