// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/CallAnalysis.h"

#include "media/ChannelPeaks.h"
#include "media/ClippedRuns.h"
#include "media/DecodePass.h"
#include "media/Loudness.h"
#include "media/VoiceLevels.h"

#include <cmath>

namespace Holdfast {

namespace {

using std::chrono::milliseconds;

/// All that is gathered of one channel.
struct Channel
{
    explicit Channel(int sampleRate)
        : levels(sampleRate)
        , loudness(sampleRate)
    {
    }

    void add(std::span<const float> samples)
    {
        peaks.add(samples);
        levels.add(samples);
        clipped.add(samples);
        loudness.add(samples);
    }

    ChannelPeaks peaks;
    VoiceLevels levels;
    ClippedRuns clipped;
    Loudness loudness;
};

milliseconds roundedUp(qint64 samples, int sampleRate)
{
    return milliseconds((samples * 1000 + sampleRate - 1) / sampleRate);
}

/// Who talks when, added up.
class Turns
{
public:
    explicit Turns(CallAnalysis &analysis)
        : m_analysis(analysis)
    {
    }

    void add(milliseconds from, milliseconds until, const std::vector<bool> &talks)
    {
        const milliseconds length = until - from;
        qsizetype talking = 0;
        for (size_t i = 0; i < talks.size(); ++i)
            if (talks[i]) {
                m_analysis.talk[qsizetype(i)] += length;
                ++talking;
            }
        if (talking > 1)
            m_analysis.overlap += length;
        if (talking > 0) {
            m_silentFrom = until;
            return;
        }
        m_analysis.silence += length;
        if (until - m_silentFrom > m_analysis.longestSilence) {
            m_analysis.longestSilence = until - m_silentFrom;
            m_analysis.longestSilenceStart = m_silentFrom;
        }
    }

private:
    CallAnalysis &m_analysis;
    milliseconds m_silentFrom{0};
};

void addTurns(CallAnalysis &analysis, const std::vector<Channel> &channels, milliseconds length)
{
    std::vector<std::vector<bool>> voices;
    for (const Channel &channel : channels)
        voices.push_back(channel.levels.voice());
    const milliseconds stretch(channels.front().levels.stretchMilliseconds());
    std::vector<bool> talks(channels.size());
    Turns turns(analysis);
    for (size_t i = 0; i < voices.front().size(); ++i) {
        for (size_t channel = 0; channel < voices.size(); ++channel)
            talks[channel] = voices[channel][i];
        const auto from = std::min<milliseconds>(stretch * static_cast<qint64>(i), length);
        turns.add(from, std::min<milliseconds>(from + stretch, length), talks);
    }
}

QList<int> deadOf(const std::vector<Channel> &channels)
{
    QList<int> dead;
    for (size_t i = 0; i < channels.size(); ++i)
        if (channels[i].levels.isDead())
            dead.append(int(i));
    // Where nothing lives, nothing is wrong with one channel.
    return dead.size() < qsizetype(channels.size()) ? dead : QList<int>();
}

} // namespace

Result<AnalysedCall> analyseCall(std::unique_ptr<QIODevice> file, const std::atomic_bool *cancelled)
{
    const auto opened = AudioDecoder::open(std::move(file));
    if (!opened)
        return fail(opened.error());
    AudioDecoder &decoder = **opened;
    const int sampleRate = decoder.sampleRate();
    std::vector<Channel> channels;
    for (int i = 0; i < decoder.channels(); ++i)
        channels.emplace_back(sampleRate);
    const Result<qint64> frames = decodeToTheEnd(
        decoder, cancelled, [&](size_t channel, std::span<const float> samples) { channels[channel].add(samples); });
    if (!frames)
        return fail(frames.error());

    AnalysedCall call{{*frames, sampleRate, {}}, {}};
    CallAnalysis &analysis = call.analysis;
    qint64 clipped = 0;
    for (Channel &channel : channels) {
        channel.levels.finish();
        call.peaks.channels.append(channel.peaks.finish());
        analysis.talk.append(milliseconds(0));
        analysis.loudness.append(channel.loudness.integrated());
        clipped += channel.clipped.samples();
    }
    analysis.clipped = roundedUp(clipped, sampleRate);
    analysis.deadChannels = deadOf(channels);
    addTurns(analysis, channels, milliseconds((*frames * 1000 + sampleRate / 2) / sampleRate));
    return call;
}

} // namespace Holdfast
