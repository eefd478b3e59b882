// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <span>
#include <vector>

namespace Holdfast {

/// How loud one channel is in each 20 ms, kept in a byte each. A sound that is longer than a day is kept in stretches
/// of 40 ms, then of 80 ms, so that memory stays the same however long it is. One thread.
class VoiceLevels
{
public:
    explicit VoiceLevels(int sampleRate);

    void add(std::span<const float> samples);
    /// Before what follows: the last stretch may be a short one.
    void finish();

    qsizetype size() const { return qsizetype(m_levels.size()); }
    int stretchMilliseconds() const { return m_stretchMilliseconds; }
    /// For each stretch whether somebody talks.
    std::vector<bool> voice() const;
    /// Whether there is nothing: all of it digital silence or below -70 dBFS.
    bool isDead() const;

private:
    using Level = quint8; // 0: -127.5 dBFS or less; a step is half a decibel

    static Level levelOf(double meanSquare);
    static double meanSquareOf(Level level);
    void endStretch();
    void mergePairs();
    Level threshold() const;

    const qint64 m_sampleRate;
    int m_stretchMilliseconds = 20;
    std::vector<Level> m_levels;
    qint64 m_samples = 0; ///< of all stretches, the one under way included
    qint64 m_end = 0;     ///< where the one under way ends, in samples
    qint64 m_begin = 0;
    double m_squares = 0; ///< summed up since its begin
};

} // namespace Holdfast
