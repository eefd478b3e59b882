// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>

#include <functional>
#include <memory>
#include <span>

namespace Holdfast {

/// Decodes in a thread of its own, a little ahead of what is heard, so that sound never waits for slow bytes. Gives
/// stereo frames at the file's own rate (mono is put on both sides), stretched to the speed asked for. The calls below
/// are for one consumer thread and never wait for the decoder.
class DecodeAhead
{
public:
    struct Opened
    {
        int sampleRate = 0; ///< Hz
    };
    /// Starts the thread, which takes the device. opened is called there, once, with the rate or the reason.
    DecodeAhead(std::shared_ptr<QIODevice> file, std::function<void(const Result<Opened> &)> opened);
    ~DecodeAhead(); ///< waits for the read that is under way

    /// From here on, at that speed; what was decoded ahead is dropped. frame counts at speed 1 from the start of the
    /// sound.
    void restart(qint64 frame, double speed);

    struct Taken
    {
        qsizetype frames = 0;         ///< put into the buffer
        bool ended = false;           ///< nothing will follow
        qint64 sourceFrame = 0;       ///< where the sound stands after the last frame taken
        std::optional<Failure> broke; ///< why it ended early
    };
    /// Takes what is there, at most what fits: two floats a frame.
    Taken take(std::span<float> stereo);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
