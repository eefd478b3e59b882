// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "records/RecordingFilter.h"
#include "sqlite/Database.h"

#include <QList>

namespace Holdfast {

/// Marking what a hold over a great many holds, portion by portion, and letting it go again. Each portion is a write of
/// its own and leaves behind where it came to, so that it goes on after a kill. Nothing escapes in between: the rule
/// refuses deletions from the start, and what is changed so that the rule no longer finds it is marked with that change
/// (009-holds.sql). In the connection's thread; writes inside WriteQueue.
class HoldProgress
{
public:
    explicit HoldProgress(Database &database)
        : m_database(database)
    {
    }

    struct Step
    {
        HoldId hold;
        bool placing = false;                  ///< otherwise releasing
        std::optional<RecordingPlace> reached; ///< placing: that far from the newest; none: not begun
    };
    /// The oldest that is not done.
    Result<std::optional<Step>> next();

    /// Marks those that a walk found after `reached`, and comes to the last of them; with none of them it is done, and
    /// the hold active. Nothing where the hold is not being placed any more.
    Done mark(HoldId hold, const QList<RecordingPlace> &found);
    /// Lets go of up to `most`, where no other hold stands for them; answers whether that was the last of them, and the
    /// hold is released.
    Result<bool> letGo(HoldId hold, int most);

private:
    Database &m_database;
};

} // namespace Holdfast
