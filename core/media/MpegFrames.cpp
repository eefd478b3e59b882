// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MpegFrames.h"

#include <QtEndian>

#include <array>

namespace Holdfast {

namespace {

constexpr int framesInARow = 3;

quint32 word(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

std::optional<MpegFrame> mp3Frame(QByteArrayView bytes, qsizetype at)
{
    static constexpr std::array<int, 16> kbitsVersion1{0,   32,  40,  48,  56,  64,  80,  96,
                                                       112, 128, 160, 192, 224, 256, 320, 0};
    static constexpr std::array<int, 16> kbitsVersion2{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    static constexpr std::array<int, 3> rates{44100, 48000, 32000};
    if (at + 4 > bytes.size())
        return std::nullopt;
    const quint32 header = word(bytes, at);
    const quint32 version = (header >> 19) & 3; // 0 is 2.5, 2 is 2, 3 is 1
    const quint32 layer = (header >> 17) & 3;   // 1 is III
    const quint32 bitrate = (header >> 12) & 15;
    const quint32 rate = (header >> 10) & 3;
    if ((header >> 21) != 0x7ff || version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || rate == 3)
        return std::nullopt;
    const bool first = version == 3;
    const int hertz = rates[rate] >> (first ? 0 : version == 2 ? 1 : 2);
    const int kbits = (first ? kbitsVersion1 : kbitsVersion2)[bitrate];
    const int padding = int((header >> 9) & 1);
    const bool mono = ((header >> 6) & 3) == 3;
    return MpegFrame{(first ? 144'000 : 72'000) * kbits / hertz + padding, first ? 1152 : 576, hertz, mono ? 1 : 2,
                     header & 0xfffe0c00};
}

std::optional<MpegFrame> adtsFrame(QByteArrayView bytes, qsizetype at)
{
    static constexpr std::array<int, 13> rates{96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                               22050, 16000, 12000, 11025, 8000,  7350};
    if (at + mpegHeaderBytes > bytes.size())
        return std::nullopt;
    const quint32 header = word(bytes, at);
    const quint32 rate = (header >> 10) & 15;
    if ((header >> 20) != 0xfff || ((header >> 17) & 3) != 0 || rate > 12)
        return std::nullopt;
    const int length = int((header & 3) << 11 | (word(bytes, at + 3) >> 13 & 0x7ff));
    if (length < 7)
        return std::nullopt;
    const int blocks = 1 + (bytes[at + 6] & 3);
    const int channels = int((header >> 6) & 7);
    return MpegFrame{length, 1024 * blocks, rates[rate], channels == 7 ? 8 : channels, header & 0xfffefdc0};
}

template <class Parse> bool framesFrom(QByteArrayView bytes, qsizetype at, Parse parse)
{
    std::optional<MpegFrame> first = parse(bytes, at);
    for (int count = 1; first && count < framesInARow; ++count) {
        const std::optional<MpegFrame> next = parse(bytes, at + first->length);
        if (!next || next->constant != first->constant)
            return false;
        at += first->length;
        first = next;
    }
    return first.has_value();
}

} // namespace

std::optional<MpegFrames> findMpegFrames(QByteArrayView bytes)
{
    for (qsizetype at = 0; at + 1 < bytes.size(); ++at) {
        if (uchar(bytes[at]) != 0xff || (uchar(bytes[at + 1]) & 0xe0) != 0xe0)
            continue;
        if (framesFrom(bytes, at, mp3Frame))
            return MpegFrames::Mp3;
        if (framesFrom(bytes, at, adtsFrame))
            return MpegFrames::Adts;
    }
    return std::nullopt;
}

std::optional<MpegFrame> mpegFrameAt(MpegFrames kind, QByteArrayView bytes)
{
    return kind == MpegFrames::Mp3 ? mp3Frame(bytes, 0) : adtsFrame(bytes, 0);
}

qsizetype indexOfMpegFrames(MpegFrames kind, QByteArrayView bytes)
{
    const auto starts = [kind, bytes](qsizetype at) {
        return kind == MpegFrames::Mp3 ? framesFrom(bytes, at, mp3Frame) : framesFrom(bytes, at, adtsFrame);
    };
    for (qsizetype at = bytes.indexOf('\xff'); at >= 0; at = bytes.indexOf('\xff', at + 1))
        if (starts(at))
            return at;
    return -1;
}

qint64 id3TagLength(QByteArrayView bytes)
{
    if (bytes.size() < 10 || !bytes.startsWith("ID3") || uchar(bytes[3]) == 0xff || uchar(bytes[4]) == 0xff)
        return 0;
    qint64 length = 0;
    for (qsizetype i = 6; i < 10; ++i) {
        if (uchar(bytes[i]) & 0x80)
            return 0;
        length = length << 7 | uchar(bytes[i]);
    }
    const bool footer = uchar(bytes[5]) & 0x10;
    return 10 + length + (footer ? 10 : 0);
}

} // namespace Holdfast
