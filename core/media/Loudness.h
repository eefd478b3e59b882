// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <optional>
#include <vector>

namespace Holdfast {

/// The integrated loudness of one channel by EBU R 128, in memory that does not grow with the sound. One thread.
class Loudness
{
public:
    explicit Loudness(int sampleRate);
    ~Loudness();
    Loudness(Loudness &&other) noexcept;

    /// Every stride-th sample from the first on.
    void add(const float *samples, qsizetype count, qsizetype stride);
    /// LUFS; none where nothing is loud and long enough (-70 LUFS, 400 ms), and where the rate is beyond the measure.
    std::optional<double> integrated() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
    std::vector<float> m_alone; ///< the channel's samples side by side
};

} // namespace Holdfast
