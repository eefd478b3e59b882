// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

namespace Holdfast {

/// Makes sound faster or slower at its own pitch (SoundTouch, with windows chosen for speech). Samples are interleaved
/// floats. Not thread-safe; any one thread at a time.
class TimeStretch
{
public:
    static constexpr double slowest = 0.5;
    static constexpr double fastest = 3.0;

    TimeStretch(int sampleRate, int channels);
    ~TimeStretch();

    void setSpeed(double speed); ///< kept within slowest…fastest; affects what is put afterwards
    void put(std::span<const float> interleaved);
    /// Everything that is ready now. flush pushes out the rest once nothing more will be put.
    std::vector<float> take();
    void flush();
    void clear();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
