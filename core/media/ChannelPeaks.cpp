// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/ChannelPeaks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Holdfast {

namespace {

qint8 toPeak(float sample)
{
    return qint8(std::lround(std::clamp(sample, -1.0f, 1.0f) * 127));
}

struct Extremes
{
    float low;
    float high;

    void add(float sample) // what is no number is passed over
    {
        low = std::min(low, sample);
        high = std::max(high, sample);
    }
};

/// In four lanes: in one, each comparison would wait for the one before.
Extremes extremesOf(std::span<const float> samples, Extremes first)
{
    Extremes second = first;
    Extremes third = first;
    Extremes fourth = first;
    size_t i = 0;
    for (; i + 4 <= samples.size(); i += 4) {
        first.add(samples[i]);
        second.add(samples[i + 1]);
        third.add(samples[i + 2]);
        fourth.add(samples[i + 3]);
    }
    for (; i < samples.size(); ++i)
        first.add(samples[i]);
    return {std::min({first.low, second.low, third.low, fourth.low}),
            std::max({first.high, second.high, third.high, fourth.high})};
}

} // namespace

void ChannelPeaks::add(std::span<const float> samples)
{
    while (!samples.empty()) {
        const size_t take = std::min(samples.size(), static_cast<size_t>(m_bucketFrames - m_inBucket));
        const Extremes extremes = extremesOf(samples.first(take), {m_low, m_high});
        m_low = extremes.low;
        m_high = extremes.high;
        m_inBucket += static_cast<qint64>(take);
        samples = samples.subspan(take);
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
