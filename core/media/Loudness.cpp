// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/Loudness.h"

#include <ebur128.h>

#include <cmath>

namespace Holdfast {

struct Loudness::State
{
    ebur128_state *meter = nullptr;

    State() = default;
    Q_DISABLE_COPY_MOVE(State)
    ~State()
    {
        if (meter)
            ebur128_destroy(&meter);
    }
};

Loudness::Loudness(int sampleRate)
    : m_state(std::make_unique<State>())
{
    // The histogram is what keeps memory the same; its steps are of a tenth of a decibel.
    m_state->meter = ebur128_init(1, static_cast<unsigned long>(sampleRate), EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM);
}

Loudness::~Loudness() = default;
Loudness::Loudness(Loudness &&other) noexcept = default;

void Loudness::add(std::span<const float> samples)
{
    if (m_state->meter && ebur128_add_frames_float(m_state->meter, samples.data(), samples.size()) != EBUR128_SUCCESS)
        ebur128_destroy(&m_state->meter); // out of memory: no loudness rather than a wrong one
}

std::optional<double> Loudness::integrated() const
{
    double loudness = 0;
    if (!m_state->meter || ebur128_loudness_global(m_state->meter, &loudness) != EBUR128_SUCCESS ||
        !std::isfinite(loudness))
        return std::nullopt;
    return loudness;
}

} // namespace Holdfast
