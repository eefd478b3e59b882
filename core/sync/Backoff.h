// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace Holdfast {

/// How long to wait after so many failures in a row (from 1): doubled with each up to the longest, and shortened by up
/// to half so that many clients do not come back at once. 0 ≤ random < 1.
inline std::chrono::milliseconds pauseAfter(int failures, std::chrono::milliseconds shortest,
                                            std::chrono::milliseconds longest, double random)
{
    constexpr int mostDoublings = 10;
    const auto full = std::min(longest, shortest * (1 << std::clamp(failures - 1, 0, mostDoublings)));
    return std::chrono::milliseconds(static_cast<long long>(static_cast<double>(full.count()) * (1.0 - random / 2)));
}

} // namespace Holdfast
