// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <chrono>
#include <optional>

namespace Holdfast {

/// An annotation as the waveform shows it.
struct WaveformMark
{
    std::chrono::milliseconds start{0};
    std::optional<std::chrono::milliseconds> end; ///< none: a point in time
    std::optional<int> channel;                   ///< none: all
    QColor color;
    QString text;

    friend bool operator==(const WaveformMark &, const WaveformMark &) = default;
};

/// A stretch of a recording.
struct TimeSpan
{
    std::chrono::milliseconds from{0};
    std::chrono::milliseconds to{0};

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

} // namespace Holdfast
