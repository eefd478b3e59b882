// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>

#include <array>
#include <atomic>

namespace Holdfast::Http {

/// How many answers there were of each status. From any thread.
class ReplyTally
{
public:
    void add(int status);
    QMap<int, qint64> counts() const; ///< of those that occurred

private:
    static constexpr int statuses = 600;
    std::array<std::atomic<qint64>, statuses> m_counts{};
};

} // namespace Holdfast::Http
