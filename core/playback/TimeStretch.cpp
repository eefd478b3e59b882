// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/TimeStretch.h"

#include <SoundTouch.h>

#include <algorithm>

namespace Holdfast {

struct TimeStretch::State
{
    soundtouch::SoundTouch engine;
    size_t channels = 1;
};

TimeStretch::TimeStretch(int sampleRate, int channels)
    : m_state(std::make_unique<State>())
{
    m_state->channels = static_cast<size_t>(channels);
    m_state->engine.setSampleRate(static_cast<unsigned>(sampleRate));
    m_state->engine.setChannels(static_cast<unsigned>(channels));
    // Shorter windows than the library's own, which are made for music: speech stays crisp.
    m_state->engine.setSetting(SETTING_SEQUENCE_MS, 40);
    m_state->engine.setSetting(SETTING_SEEKWINDOW_MS, 15);
    m_state->engine.setSetting(SETTING_OVERLAP_MS, 8);
}

TimeStretch::~TimeStretch() = default;

void TimeStretch::setSpeed(double speed)
{
    m_state->engine.setTempo(std::clamp(speed, slowest, fastest));
}

void TimeStretch::put(std::span<const float> interleaved)
{
    m_state->engine.putSamples(interleaved.data(), static_cast<unsigned>(interleaved.size() / m_state->channels));
}

std::vector<float> TimeStretch::take()
{
    const unsigned frames = m_state->engine.numSamples();
    std::vector<float> samples(frames * m_state->channels);
    const unsigned received = m_state->engine.receiveSamples(samples.data(), frames);
    samples.resize(received * m_state->channels);
    return samples;
}

void TimeStretch::flush()
{
    m_state->engine.flush();
}

void TimeStretch::clear()
{
    m_state->engine.clear();
}

} // namespace Holdfast
