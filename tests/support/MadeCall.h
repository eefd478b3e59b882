// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/SampleWav.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace Holdfast::Testing {

/// The sound of a call of which is known who talks when: put together channel by channel.
class MadeCall
{
public:
    MadeCall(int channels, double seconds, int rate = 8000)
        : m_rate(rate)
        , m_channels(static_cast<size_t>(channels), std::vector<double>(static_cast<size_t>(seconds * rate)))
    {
    }

    /// Noise of so many dBFS (of its mean square), the same each time.
    MadeCall &noise(int channel, double from, double until, double decibels)
    {
        const double amplitude = std::sqrt(3.0) * std::pow(10.0, decibels / 20);
        forEach(channel, from, until, [&](double &sample, size_t) {
            m_random = m_random * 1664525u + 1013904223u;
            sample += amplitude * (2.0 * m_random / 4294967295.0 - 1);
        });
        return *this;
    }
    MadeCall &sine(int channel, double from, double until, double hertz, double amplitude)
    {
        forEach(channel, from, until, [&](double &sample, size_t at) {
            sample += amplitude * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(at) / m_rate);
        });
        return *this;
    }
    /// Cuts off what is beyond.
    MadeCall &cutAt(double ceiling)
    {
        for (auto &channel : m_channels)
            for (double &sample : channel)
                sample = std::clamp(sample, -ceiling, ceiling);
        return *this;
    }

    QByteArray wav() const
    {
        QList<qint16> samples;
        samples.reserve(qsizetype(m_channels.size() * m_channels[0].size()));
        for (size_t frame = 0; frame < m_channels[0].size(); ++frame)
            for (const auto &channel : m_channels)
                samples.append(static_cast<qint16>(std::lround(std::clamp(channel[frame], -1.0, 1.0) * 32767)));
        return wavOf(samples, static_cast<int>(m_channels.size()), m_rate);
    }

private:
    template <class Work> void forEach(int channel, double from, double until, Work work)
    {
        auto &samples = m_channels[static_cast<size_t>(channel)];
        const auto end = std::min(static_cast<size_t>(std::lround(until * m_rate)), samples.size());
        for (auto at = static_cast<size_t>(std::lround(from * m_rate)); at < end; ++at)
            work(samples[at], at);
    }

    int m_rate;
    std::vector<std::vector<double>> m_channels;
    quint32 m_random = 7;
};

} // namespace Holdfast::Testing
