// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/ChannelPeaks.h"

#include <algorithm>
#include <cmath>

namespace Holdfast {

namespace {

qint8 toPeak(float sample)
{
    return qint8(std::lround(std::clamp(sample, -1.0f, 1.0f) * 127));
}

} // namespace

void ChannelPeaks::add(const float *samples, qsizetype count, qsizetype stride)
{
    for (qsizetype i = 0; i < count;) {
        const auto take = qsizetype(std::min<qint64>(count - i, m_bucketFrames - m_inBucket));
        float low = m_low;
        float high = m_high;
        for (const qsizetype end = i + take; i < end; ++i) {
            const float sample = samples[i * stride];
            low = std::min(low, sample);
            high = std::max(high, sample);
        }
        m_low = low;
        m_high = high;
        m_inBucket += take;
        if (m_inBucket == m_bucketFrames)
            bucketIsFull();
    }
}

QList<Peak> ChannelPeaks::finish()
{
    if (m_inBucket > 0) {
        if (m_peaks.size() == finestPeaksPerChannel)
            mergePairs();
        append();
    }
    return std::move(m_peaks);
}

void ChannelPeaks::bucketIsFull()
{
    // Where there is no more room, the bucket becomes the first half of one twice as long.
    if (m_peaks.size() == finestPeaksPerChannel)
        mergePairs();
    else
        append();
}

void ChannelPeaks::append()
{
    const bool hasSamples = m_low <= m_high; // and not only what is no number
    m_peaks.append(hasSamples ? Peak{toPeak(m_low), toPeak(m_high)} : Peak{});
    m_inBucket = 0;
    m_low = beyondAll;
    m_high = -beyondAll;
}

void ChannelPeaks::mergePairs()
{
    for (qsizetype i = 0; i < finestPeaksPerChannel / 2; ++i)
        m_peaks[i] = merged(m_peaks[2 * i], m_peaks[2 * i + 1]);
    m_peaks.resize(finestPeaksPerChannel / 2);
    m_bucketFrames *= 2;
}

} // namespace Holdfast
