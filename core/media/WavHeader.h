// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaFile.h"

#include <QLatin1String>

#include <optional>

namespace Holdfast {

/// The `fmt ` and `data` chunks of a WAV file (RIFF, RF64 or BW64), read by ourselves: exact, a hundred times faster
/// than a demuxer, and not put off by junk behind the sound. Internal to media.
struct WavHeader
{
    quint16 tag = 0; ///< the kind of samples; of an extensible format its sub-format
    int channels = 0;
    int sampleRate = 0; ///< Hz
    int blockBytes = 0;
    int bitsPerSample = 0;
    qint64 dataFrom = 0;
    qint64 dataBytes = 0;     ///< that are there
    bool truncated = false;   ///< more were promised
    bool isOpenEnded = false; ///< how many there are was not written, or not yet: all that follows counts

    /// FFmpeg's name where samples are stored one by one; empty for compressed sound.
    QLatin1String sampleCodec() const;
    qint64 frames() const { return blockBytes > 0 ? dataBytes / blockBytes : 0; } ///< where sampleCodec() is not empty
};

/// None where there is no `fmt ` or no `data` chunk, or it makes no sense, or reading stopped.
std::optional<WavHeader> readWavHeader(MediaFile &file);

} // namespace Holdfast
