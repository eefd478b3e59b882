// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QIODevice>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace Holdfast {

/// How a recording is played. Frames count at speed 1 from the start of the sound.
struct PlaybackManner
{
    struct Loop
    {
        qint64 from = 0;
        qint64 to = 0; ///< the first frame that is not played; after `from`

        friend bool operator==(const Loop &, const Loop &) = default;
    };

    double speed = 1.0;
    bool skipSilence = false;      ///< of a pause only its first third of a second is played
    std::optional<Loop> loop = {}; ///< begins again at `from` each time it comes to `to`
};

/// Decodes in a thread of its own, a little ahead of what is heard, so that sound never waits for slow bytes. Gives
/// stereo frames at the file's own rate (mono is put on both sides), in the manner asked for. The calls below are for
/// one consumer thread and never wait for the decoder.
class DecodeAhead
{
public:
    struct Opened
    {
        int sampleRate = 0; ///< Hz
    };
    /// Starts the thread, which takes the device. opened is called there, once, with the rate or the reason.
    /// expected: the duration as the probe found it, where that is known.
    DecodeAhead(std::shared_ptr<QIODevice> file, std::chrono::milliseconds expected,
                std::function<void(const Result<Opened> &)> opened);
    ~DecodeAhead(); ///< waits for the read that is under way, unless the device is Interruptible

    /// From here on, in that manner; what was decoded ahead is dropped, and a read that waits is given up.
    void restart(qint64 frame, const PlaybackManner &manner);

    struct Taken
    {
        qsizetype frames = 0;         ///< put into the buffer
        bool ended = false;           ///< nothing will follow
        std::optional<Failure> broke; ///< why it ended early
    };
    /// Takes what is there, at most what fits: two floats a frame.
    Taken take(std::span<float> stereo);

    /// Where in the recording the frame stands that was taken so many frames before the last one.
    qint64 sourceFrame(qint64 framesBeforeLast = 0) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
