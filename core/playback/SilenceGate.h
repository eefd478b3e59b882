// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace Holdfast {

/// Tells which stretches of stereo sound are pauses: both channels under -44 dBFS. The first 300 ms of each pass, the
/// rest does not. Measured against a call of 80 s it leaves out what a listener would.
class SilenceGate
{
public:
    explicit SilenceGate(int sampleRate)
        : m_longest(sampleRate * 3 / 10)
    {
    }

    void restart() { m_silent = 0; }

    /// Whether the next stretch, of about 20 ms, is to be played.
    bool passes(std::span<const float> stereo)
    {
        for (const float sample : stereo)
            if (sample > threshold || sample < -threshold) {
                m_silent = 0;
                return true;
            }
        m_silent += static_cast<qint64>(stereo.size() / 2);
        return m_silent <= m_longest;
    }

private:
    static constexpr float threshold = 0.0063F; // -44 dBFS
    const qint64 m_longest;
    qint64 m_silent = 0; // frames
};

} // namespace Holdfast
