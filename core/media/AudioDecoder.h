// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>

#include <chrono>
#include <memory>
#include <optional>
#include <span>

namespace Holdfast {

/// The sound of a file as interleaved 32-bit float samples at the file's own rate, in 1 or 2 channels (more are mixed
/// down to 2). Reads through the device only, seeks to the sample. Not thread-safe; any one thread at a time, not an
/// event loop's.
class AudioDecoder
{
public:
    /// UnsupportedMedia where nothing in it can be decoded to sound. Shares the device, which must be open and
    /// random-access, and moves its position.
    /// wholeDuration: given where the device's bytes come from far away, as the probe told it. What has no index (MP3,
    /// ADTS) is then sought in proportion, not gone through from its start: right to a frame where the bit rate is
    /// constant, near where it is not. The others are sought to the sample all the same, as long as they are unbroken.
    static Result<std::unique_ptr<AudioDecoder>> open(std::shared_ptr<QIODevice> file,
                                                      std::optional<std::chrono::milliseconds> wholeDuration = {});
    ~AudioDecoder();

    int channels() const;   ///< 1 or 2
    int sampleRate() const; ///< Hz

    /// Fills as much of the buffer as there is, in whole frames; answers the number of frames, 0 at the end. A damaged
    /// stretch is skipped where the codec can go on; Corrupt or Unreachable where the device itself fails, and from
    /// then on: open anew to try again.
    Result<qsizetype> read(std::span<float> interleaved);

    /// The next read starts with this frame (counted from 0 at the start of the sound); past the end the next read
    /// answers 0.
    Done seek(qint64 frame);

    /// The device failed or was interrupted at some time: it decodes nothing more, whatever the last read answered.
    bool hasStopped() const;

private:
    struct State;
    explicit AudioDecoder(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
