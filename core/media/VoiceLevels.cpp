// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/VoiceLevels.h"

#include <algorithm>
#include <cmath>

namespace Holdfast {

namespace {

constexpr size_t mostLevels = 24 * 3600 * 50; // a day of 20 ms
constexpr int stepsPerDecibel = 2;
constexpr int aboveBackground = 9 * stepsPerDecibel;
constexpr double backgroundPart = 0.1; // so much of the time is taken for background
constexpr int hangoverMilliseconds = 200;

constexpr quint8 atDecibels(int decibels)
{
    return quint8(255 + decibels * stepsPerDecibel);
}

constexpr quint8 quietestVoice = atDecibels(-50);
constexpr quint8 loudestDead = atDecibels(-70);

/// In four lanes: in one, each addition would wait for the one before.
double sumOfSquares(std::span<const float> samples)
{
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    size_t i = 0;
    for (; i + 4 <= samples.size(); i += 4) {
        first += samples[i] * samples[i];
        second += samples[i + 1] * samples[i + 1];
        third += samples[i + 2] * samples[i + 2];
        fourth += samples[i + 3] * samples[i + 3];
    }
    for (; i < samples.size(); ++i)
        first += samples[i] * samples[i];
    return double(first) + double(second) + double(third) + double(fourth);
}

} // namespace

VoiceLevels::VoiceLevels(int sampleRate)
    : m_sampleRate(sampleRate)
    , m_end(qint64(sampleRate) * m_stretchMilliseconds / 1000)
{
}

VoiceLevels::Level VoiceLevels::levelOf(double meanSquare)
{
    if (!(meanSquare > 0)) // what is no number is no sound
        return 0;
    const double steps = 255 + stepsPerDecibel * 10 * std::log10(meanSquare);
    return Level(std::lround(std::clamp(steps, 0.0, 255.0)));
}

double VoiceLevels::meanSquareOf(Level level)
{
    return level == 0 ? 0 : std::pow(10.0, (level - 255) / (10.0 * stepsPerDecibel));
}

void VoiceLevels::add(std::span<const float> samples)
{
    while (!samples.empty()) {
        const size_t take = std::min(samples.size(), static_cast<size_t>(m_end - m_samples));
        m_squares += sumOfSquares(samples.first(take));
        m_samples += static_cast<qint64>(take);
        samples = samples.subspan(take);
        if (m_samples == m_end)
            endStretch();
    }
}

void VoiceLevels::finish()
{
    if (m_samples > m_begin)
        endStretch();
}

/// Ends of stretches are reckoned from the start of all: a rate of which 20 ms are no whole number of samples does not
/// drift.
void VoiceLevels::endStretch()
{
    const qint64 samples = m_samples - m_begin;
    m_levels.push_back(samples > 0 ? levelOf(m_squares / double(samples)) : Level(0));
    m_squares = 0;
    m_begin = m_samples;
    if (m_levels.size() == mostLevels)
        mergePairs();
    m_end = (qint64(m_levels.size()) + 1) * m_sampleRate * m_stretchMilliseconds / 1000;
}

void VoiceLevels::mergePairs()
{
    for (size_t i = 0; i < mostLevels / 2; ++i)
        m_levels[i] = levelOf((meanSquareOf(m_levels[2 * i]) + meanSquareOf(m_levels[2 * i + 1])) / 2);
    m_levels.resize(mostLevels / 2);
    m_stretchMilliseconds *= 2;
}

VoiceLevels::Level VoiceLevels::threshold() const
{
    std::array<qint64, 256> counts{};
    for (const Level level : m_levels)
        ++counts[level];
    const auto wanted = qint64(std::ceil(backgroundPart * double(m_levels.size())));
    size_t background = 0;
    for (qint64 seen = counts[0]; seen < wanted; seen += counts[background])
        ++background;
    return Level(std::clamp<int>(int(background) + aboveBackground, quietestVoice, 255));
}

std::vector<bool> VoiceLevels::voice() const
{
    const Level least = threshold();
    const int hangover = std::max(hangoverMilliseconds / m_stretchMilliseconds, 1);
    std::vector<bool> voice(m_levels.size());
    int left = 0; // of the last word's hangover
    for (size_t i = 0; i < m_levels.size(); ++i) {
        left = m_levels[i] >= least ? hangover + 1 : std::max(left - 1, 0);
        voice[i] = left > 0;
    }
    return voice;
}

bool VoiceLevels::isDead() const
{
    return std::all_of(m_levels.begin(), m_levels.end(), [](Level level) { return level < loudestDead; });
}

} // namespace Holdfast
