// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>
#include <QList>

#include <algorithm>
#include <atomic>
#include <memory>

namespace Holdfast {

/// The lowest and the highest sample of a stretch of sound, full scale ±127.
struct Peak
{
    qint8 low = 0;
    qint8 high = 0;

    friend bool operator==(Peak, Peak) = default;
};

inline Peak merged(Peak a, Peak b)
{
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

/// What a waveform is drawn from: for each channel one Peak per bucket of equal length over the whole sound.
struct Peaks
{
    qint64 frames = 0;           ///< length of the sound
    int sampleRate = 0;          ///< Hz
    QList<QList<Peak>> channels; ///< 1 or 2 lists of the same length

    friend bool operator==(const Peaks &, const Peaks &) = default;
};

/// At most this many buckets per channel, whatever the length: memory does not grow with the file. Where there are
/// fewer, each is of 64 frames, and of twice as many each time that there would be more.
inline constexpr int finestPeaksPerChannel = 262'144;
inline constexpr int finestBucketFrames = 64;
/// As many as a screen shows of a whole sound.
inline constexpr int overviewPeaksPerChannel = 4096;

/// The finest level. Decodes the whole file once. Cancelled when the flag is set from another thread. Pool thread.
Result<Peaks> computePeaks(std::unique_ptr<QIODevice> file, const std::atomic_bool *cancelled = nullptr);

/// The same sound in at most so many buckets, at least one, by merging as many neighbours as that takes. Pure.
Peaks coarser(const Peaks &peaks, int mostBuckets);

/// A compact form for keeping and sending ("HFP2", little-endian), and back; Malformed where it is not one.
QByteArray toBytes(const Peaks &peaks);
Result<Peaks> peaksFromBytes(QByteArrayView bytes);

} // namespace Holdfast
