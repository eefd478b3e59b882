// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/ClippedRuns.h"

#include <cmath>

namespace Holdfast {

namespace {

constexpr float fullScale = 0.9999f; // the last steps of 16 bits
constexpr float codeEnd = 0.98f;     // of G.711
constexpr float still = 1e-6f;       // less than a step of 16 bits
constexpr qint64 shortestRun = 3;

} // namespace

void ClippedRuns::add(std::span<const float> samples)
{
    for (const float sample : samples) {
        const float height = std::abs(sample);
        if (!(height >= codeEnd)) { // nearly always, and for what is no number
            m_run = 0;
            m_before = sample;
            continue;
        }
        // The first sample of a stretch that stands still can't be told from a loud one; its second speaks for both.
        const bool stands = std::abs(sample - m_before) < still;
        const bool cut = height >= fullScale || stands;
        m_run = cut ? m_run + (stands && m_run == 0 ? 2 : 1) : 0;
        if (m_run >= shortestRun)
            m_samples += m_run == shortestRun ? shortestRun : 1;
        m_before = sample;
    }
}

} // namespace Holdfast
