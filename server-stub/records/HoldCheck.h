// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QString>

#include <functional>

namespace Holdfast {

/// A hold that stands and does not hold what it is for, or a recording that is held by none.
struct HoldFault
{
    enum class Kind {
        NotMarked,   ///< the hold over a recording alone does not hold it
        Gone,        ///< that recording is not there any more
        Fewer,       ///< the hold was placed on more recordings than it holds
        LeftOut,     ///< the hold's rule finds recordings that it does not hold
        WithoutRule, ///< the hold includes what comes later, and what that is has been taken away
        HeldByNone,  ///< the recording is marked as held, and no hold stands over it
    };

    Kind kind = Kind::NotMarked;
    HoldId hold;           ///< not with HeldByNone
    RecordingId recording; ///< of LeftOut the first; not with Fewer and WithoutRule
    qint64 recordings = 1; ///< how many it concerns

    QString sentence() const;
};

/// Whoever takes the database's guards away can take the holds' marks away, too, and leave the holds standing. In the
/// connection's thread. Changes nothing.
class HoldCheck
{
public:
    explicit HoldCheck(Database &database)
        : m_database(database)
    {
    }

    using Tell = std::function<void(const HoldFault &)>;
    /// All; asks every rule for all that it finds: seconds where there are many. A hold that is being placed is not
    /// done, and no fault.
    Done each(const Tell &tell);
    /// Those that show without asking rules: NotMarked, Gone, Fewer and WithoutRule. Quick.
    Done eachPlain(const Tell &tell);

private:
    Done ofOneRecording(const Tell &tell);
    Done ofCounts(const Tell &tell);
    Done ofRules(const Tell &tell);
    Done ofRecordings(const Tell &tell);

    Database &m_database;
};

} // namespace Holdfast
