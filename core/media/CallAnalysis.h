// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CallAnalysis.h"
#include "media/Peaks.h"

namespace Holdfast {

/// What one pass over a call's sound gives.
struct AnalysedCall
{
    Peaks peaks; ///< the finest level
    CallAnalysis analysis;
};

/// Decodes the whole file once, in memory that does not grow with it. Somebody talks where 20 ms are 9 dB louder than
/// the quietest tenth of the channel, and at least -50 dBFS, and for 200 ms after. Cancelled when the flag is set from
/// another thread. Pool thread.
Result<AnalysedCall> analyseCall(std::unique_ptr<QIODevice> file, const std::atomic_bool *cancelled = nullptr);

} // namespace Holdfast
