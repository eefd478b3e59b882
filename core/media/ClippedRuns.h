// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace Holdfast {

/// Counts the samples of one channel that were cut off at full scale. One sample up there is a loud one; three in a row
/// were cut. Full scale is that of 16 bits, whatever lies beyond it (where a lossy codec swings over what was cut), and
/// where samples stand still a little below it: the telephone's codes end at 0.98. One thread.
class ClippedRuns
{
public:
    void add(std::span<const float> samples);

    qint64 samples() const { return m_samples; }

private:
    float m_before = 0;
    qint64 m_run = 0;
    qint64 m_samples = 0;
};

} // namespace Holdfast
