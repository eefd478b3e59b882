// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QtEndian>

#include <cmath>
#include <numbers>
#include <span>

namespace Holdfast::Testing {

/// A 16-bit stereo WAV with a sine of one frequency on the left and another on the right, both in Hz.
inline QByteArray toneWav(double seconds, double left, double right, int sampleRate = 8000)
{
    const auto frames = static_cast<int>(seconds * sampleRate);
    QByteArray wav(44 + frames * 4, '\0');
    const auto put32 = [&](int at, int value) { qToLittleEndian(static_cast<quint32>(value), wav.data() + at); };
    const auto put16 = [&](int at, int value) { qToLittleEndian(static_cast<quint16>(value), wav.data() + at); };
    wav.replace(0, 4, "RIFF");
    put32(4, 36 + frames * 4);
    wav.replace(8, 8, "WAVEfmt ");
    put32(16, 16);
    put16(20, 1);
    put16(22, 2);
    put32(24, sampleRate);
    put32(28, sampleRate * 4);
    put16(32, 4);
    put16(34, 16);
    wav.replace(36, 4, "data");
    put32(40, frames * 4);
    const auto sample = [&](int frame, double frequency) {
        return static_cast<int>(std::lround(16000 * std::sin(2 * std::numbers::pi * frequency * frame / sampleRate)));
    };
    for (int frame = 0; frame < frames; ++frame) {
        put16(44 + frame * 4, sample(frame, left));
        put16(46 + frame * 4, sample(frame, right));
    }
    return wav;
}

/// The frequency of one channel by its upward zero crossings, in Hz; 0 where there are fewer than two.
inline double frequencyOf(std::span<const float> interleaved, int channels, int channel, int sampleRate)
{
    const auto step = static_cast<size_t>(channels);
    double first = -1;
    double last = -1;
    int crossings = 0;
    for (size_t at = static_cast<size_t>(channel) + step; at < interleaved.size(); at += step) {
        const float before = interleaved[at - step];
        const float now = interleaved[at];
        if (before < 0 && now >= 0) {
            const double place = static_cast<double>(at / step) - now / (now - before);
            if (first < 0)
                first = place;
            last = place;
            ++crossings;
        }
    }
    return crossings < 2 ? 0 : (crossings - 1) * sampleRate / (last - first);
}

inline double loudnessOf(std::span<const float> interleaved, int channels, int channel)
{
    double sum = 0;
    size_t count = 0;
    for (size_t at = static_cast<size_t>(channel); at < interleaved.size();
         at += static_cast<size_t>(channels), ++count)
        sum += static_cast<double>(interleaved[at]) * interleaved[at];
    return count == 0 ? 0 : std::sqrt(sum / static_cast<double>(count));
}

/// A call of about so many bytes that no other is equal to.
inline QByteArray distinctCall(qint64 size, QRandomGenerator &chance)
{
    QByteArray wav = toneWav(static_cast<double>(size) / (8000 * 4), 440, 880);
    for (qsizetype at = 44; at < wav.size(); at += 61)
        wav[at] = static_cast<char>(chance.generate());
    return wav;
}

} // namespace Holdfast::Testing
