// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaStream.h"

#include <chrono>
#include <optional>

namespace Holdfast {

/// What one pass over the packets of a stream found. Internal to media.
struct PacketTally
{
    qint64 packets = 0;
    qint64 bytes = 0;                                  ///< in packets that have the form of their codec
    int channels = 0;                                  ///< of the first frame, 0 where none decodes
    int sampleRate = 0;                                ///< Hz, likewise
    bool decodes = false;                              ///< at least one frame came out of the decoder
    bool incomplete = false;                           ///< a packet ended with the file
    std::optional<std::chrono::milliseconds> duration; ///< of what can be decoded; none if it can't be told
    std::optional<std::chrono::milliseconds> promised; ///< what the container said, where it says so itself
};

/// The duration where it can be one: damaged headers also promise nothing and thousands of years.
std::optional<std::chrono::milliseconds> believable(std::chrono::milliseconds duration);

/// Whether a file lasts less long than it says.
bool fallsShort(std::optional<std::chrono::milliseconds> duration, std::optional<std::chrono::milliseconds> promised);

/// Reads the packets of the stream to the end, decodes until the first frame comes, and adds up how long they last,
/// without what a player leaves out at the start and the end. Headers are not trusted: what counts is what is there.
PacketTally scanPackets(MediaStream &stream, const AVStream &of);

} // namespace Holdfast
