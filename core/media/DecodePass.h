// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/AudioDecoder.h"

#include <atomic>
#include <span>
#include <vector>

namespace Holdfast {

/// Decodes a sound to its end, a block at a time: `work` is given the number of a channel and a block of its samples,
/// side by side, of one channel after the other. (Apart, they are gone through several at once.)
/// Cancelled when the flag is set from another thread. Answers the number of frames.
template <class Work> Result<qint64> decodeToTheEnd(AudioDecoder &decoder, const std::atomic_bool *cancelled, Work work)
{
    constexpr qsizetype framesPerRead = 16'384;
    const auto channels = static_cast<size_t>(decoder.channels());
    std::vector<float> samples(static_cast<size_t>(framesPerRead) * channels);
    std::vector<float> alone(channels > 1 ? static_cast<size_t>(framesPerRead) : 0);
    for (qint64 done = 0;;) {
        if (cancelled && cancelled->load(std::memory_order_relaxed))
            return fail(FailureKind::Cancelled, QStringLiteral("Reading the sound was cancelled."));
        const Result<qsizetype> frames = decoder.read(samples);
        if (!frames)
            return fail(frames.error());
        if (*frames == 0)
            return done;
        const auto count = static_cast<size_t>(*frames);
        if (channels == 1)
            work(size_t{0}, std::span<const float>(samples.data(), count));
        for (size_t channel = 0; channels > 1 && channel < channels; ++channel) {
            for (size_t i = 0; i < count; ++i)
                alone[i] = samples[i * channels + channel];
            work(channel, std::span<const float>(alone.data(), count));
        }
        done += *frames;
    }
}

} // namespace Holdfast
