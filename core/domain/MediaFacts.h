// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/MediaFormat.h"

#include <chrono>
#include <optional>

namespace Holdfast {

/// What a probe found out about a file by reading it; never what its name or its sender says.
struct MediaFacts
{
    MediaFormat format = MediaFormat::Wav;
    std::optional<std::chrono::milliseconds> duration; ///< none where it can't be told
    int channels = 0;                                  ///< of the first sound stream; 0 where there is none
    int sampleRate = 0;                                ///< Hz
    QString codec;                                     ///< FFmpeg's name of the codec: "pcm_s16le"
    bool hasVideo = false;
    bool truncated = false; ///< the container promises more than is there

    friend bool operator==(const MediaFacts &, const MediaFacts &) = default;
};

} // namespace Holdfast
