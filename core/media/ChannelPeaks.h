// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/Peaks.h"

namespace Holdfast {

/// Gathers the extremes of one channel while it streams by, in buckets that grow as the sound does: memory stays the
/// same however long it is. One thread.
class ChannelPeaks
{
public:
    /// Every stride-th sample from the first on.
    void add(const float *samples, qsizetype count, qsizetype stride);

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
