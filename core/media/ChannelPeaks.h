// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/Peaks.h"

#include <span>

namespace Holdfast {

/// Gathers the extremes of one channel while it streams by, in buckets that grow as the sound does: memory stays the
/// same however long it is. One thread.
class ChannelPeaks
{
public:
    void add(std::span<const float> samples);

    /// The buckets, the last of which may be a short one. Ends the gathering.
    QList<Peak> finish();

private:
    void bucketIsFull();
    void append();
    void mergePairs();

    static constexpr float beyondAll = 1e30f;
    QList<Peak> m_peaks;
    qint64 m_bucketFrames = finestBucketFrames;
    qint64 m_inBucket = 0;
    float m_low = beyondAll;
    float m_high = -beyondAll;
};

} // namespace Holdfast
