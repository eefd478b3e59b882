// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/DueRecordings.h"
#include "upkeep/RetentionSweeper.h"

namespace Holdfast {

/// What a sweep would take, written down as its candidates: it takes those and no others. RetentionSweeper's, in its
/// thread.
class SweepCounting
{
public:
    static constexpr int atOnce = 1000; ///< rows in one write

    /// The surroundings outlive it.
    explicit SweepCounting(const RetentionSweeper::Surroundings &around)
        : m_around(around)
    {
    }

    /// As it is at one moment; for a dry run, to which nobody says yes, without writing it down. Cancelled where the
    /// server stops, NotFound where the sweep is not counting any more.
    Result<RetentionSweeps::Counted> count(const RetentionSweep &sweep);

    /// Of a sweep that was refused, or failed, nobody asks any more what it would have taken.
    Done forgetLeftOver();

private:
    Done writeDown(const RetentionSweep &sweep, DueRecordings due);
    Done forget(SweepId id);

    const RetentionSweeper::Surroundings &m_around;
};

} // namespace Holdfast
