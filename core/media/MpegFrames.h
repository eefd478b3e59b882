// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Holdfast {

/// Finding the frames of MP3 and of AAC in ADTS, neither of which has a header that tells them from noise: a sync word
/// comes about every 2,000 bytes of anything, so only frames that follow upon each other count. Internal to media.
enum class MpegFrames { Mp3, Adts };

struct MpegFrame
{
    int length = 0;       ///< bytes, header included
    int samples = 0;      ///< per channel; of AAC without what the decoder may add to it
    int sampleRate = 0;   ///< Hz, likewise
    int channels = 0;     ///< likewise; 0 where the frames say it within
    quint32 constant = 0; ///< the header's bits that are the same in every frame of a stream
};

/// Bytes that a header takes, and two frames of the largest size with the header of a third.
inline constexpr qsizetype mpegHeaderBytes = 7;
inline constexpr qsizetype threeMpegFrames = 2 * 8191 + mpegHeaderBytes;

/// The frame whose header stands at the start of these bytes, whether it is there to its end or not.
std::optional<MpegFrame> mpegFrameAt(MpegFrames kind, QByteArrayView bytes);

/// Which kind of frames starts in these bytes, of which three in a row agree in all that may not change within a
/// stream; none where there is no such place. A piece of a file that ends before the third frame has none either.
std::optional<MpegFrames> findMpegFrames(QByteArrayView bytes);

/// Where three such frames of the kind start, at or after the first byte; -1 where they do nowhere.
qsizetype indexOfMpegFrames(MpegFrames kind, QByteArrayView bytes);

/// Length in bytes of the ID3v2 tag that starts here, header and footer included; 0 where none does.
qint64 id3TagLength(QByteArrayView bytes);

} // namespace Holdfast
