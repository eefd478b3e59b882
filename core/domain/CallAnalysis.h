// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>
#include <optional>

namespace Holdfast {

/// What can be heard of a call without understanding it. Lists have an entry for each channel, of which there are one
/// or two.
struct CallAnalysis
{
    QList<std::chrono::milliseconds> talk; ///< how long somebody talks there
    std::chrono::milliseconds silence{0};  ///< nobody talks
    std::chrono::milliseconds overlap{0};  ///< both talk
    std::chrono::milliseconds longestSilence{0};
    std::chrono::milliseconds longestSilenceStart{0}; ///< 0 where there is none
    QList<std::optional<double>> loudness;            ///< integrated, LUFS (EBU R 128); none where all is too quiet
    std::chrono::milliseconds clipped{0};             ///< cut off at full scale, both channels together
    QList<int> deadChannels; ///< counted from 0: those where there is nothing all the time while the other lives

    /// Of the sound that was heard.
    std::chrono::milliseconds length() const;

    friend bool operator==(const CallAnalysis &, const CallAnalysis &) = default;
};

} // namespace Holdfast
