// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CallAnalysis.h"

#include <numeric>

namespace Holdfast {

std::chrono::milliseconds CallAnalysis::length() const
{
    return std::accumulate(talk.begin(), talk.end(), silence - overlap);
}

} // namespace Holdfast
