// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ReplyTally.h"

namespace Holdfast::Http {

void ReplyTally::add(int status)
{
    if (status >= 0 && status < statuses)
        m_counts[static_cast<size_t>(status)].fetch_add(1, std::memory_order_relaxed);
}

QMap<int, qint64> ReplyTally::counts() const
{
    QMap<int, qint64> counts;
    for (int status = 0; status < statuses; ++status)
        if (const qint64 count = m_counts[static_cast<size_t>(status)].load(std::memory_order_relaxed))
            counts.insert(status, count);
    return counts;
}

} // namespace Holdfast::Http
