// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UploadPace.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds quick{1'000};
constexpr std::chrono::milliseconds slow{4'000};

} // namespace

void UploadPace::took(std::chrono::milliseconds time)
{
    if (time < quick)
        m_bytes = std::min(largest, m_bytes * 2);
    else if (time > slow)
        lost();
}

void UploadPace::lost()
{
    m_bytes = std::max(smallest, m_bytes / 2);
}

} // namespace Holdfast
