// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/MediaFacts.h"
#include "domain/Result.h"

#include <QIODevice>

#include <atomic>

namespace Holdfast {

/// How long a probe may take at most, so that no file can hold one up.
struct ProbeLimits
{
    std::chrono::milliseconds time{2000};
    const std::atomic_bool *cancelled = nullptr; ///< set from another thread to stop early; may be null
};

/// Reads a file and tells what it is, by its content alone; names play no part. M4A, MP4 and MOV look alike: the brand
/// of QuickTime makes a MOV, that of a telephone a 3GP; else moving pictures make an MP4, and sound alone an M4A.
/// UnsupportedMedia for what is none of the formats that are kept or has nothing that can be decoded, Malformed for an
/// empty file, Cancelled, and Unreachable or, where it says so itself, Corrupt where the device fails. A media file
/// whose duration can't be told, or not in time, succeeds without a duration. The device must be open and
/// random-access; its position is not kept. Memory does not grow with the file. Slow (milliseconds): call it in a pool
/// thread.
Result<MediaFacts> probeMedia(QIODevice &file, const ProbeLimits &limits = {});

} // namespace Holdfast
