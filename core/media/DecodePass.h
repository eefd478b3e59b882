// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/AudioDecoder.h"

#include <atomic>
#include <vector>

namespace Holdfast {

/// Decodes a sound to its end, a block at a time: `work` is given interleaved samples and the number of frames.
/// Cancelled when the flag is set from another thread. Answers the number of frames.
template <class Work> Result<qint64> decodeToTheEnd(AudioDecoder &decoder, const std::atomic_bool *cancelled, Work work)
{
    constexpr qsizetype framesPerRead = 16'384;
    std::vector<float> samples(static_cast<size_t>(framesPerRead * decoder.channels()));
    for (qint64 done = 0;;) {
        if (cancelled && cancelled->load(std::memory_order_relaxed))
            return fail(FailureKind::Cancelled, QStringLiteral("Reading the sound was cancelled."));
        const Result<qsizetype> frames = decoder.read(samples);
        if (!frames)
            return fail(frames.error());
        if (*frames == 0)
            return done;
        work(samples.data(), *frames);
        done += *frames;
    }
}

} // namespace Holdfast
