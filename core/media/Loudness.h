// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <optional>
#include <span>

namespace Holdfast {

/// The integrated loudness of one channel by EBU R 128, in memory that does not grow with the sound. One thread.
class Loudness
{
public:
    explicit Loudness(int sampleRate);
    ~Loudness();
    Loudness(Loudness &&other) noexcept;

    void add(std::span<const float> samples);
    /// LUFS; none where nothing is loud and long enough (-70 LUFS, 400 ms), and where the rate is beyond the measure.
    std::optional<double> integrated() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
