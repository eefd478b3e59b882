// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Failure.h"
#include "sync/AfterFailure.h"

#include <QHash>
#include <QList>
#include <QUuid>

#include <chrono>
#include <functional>
#include <optional>

namespace Holdfast {

/// Which outbox entry goes next, and when one that failed may go again: the pauses grow from 1 s to 5 min, each
/// shortened at random by up to half so that many clients do not come back at once. A clock that is put back does not
/// lengthen them. A rule without I/O: the clock and the randomness are passed in.
class OutboxPush
{
public:
    using Randomness = std::function<double()>; ///< 0 ≤ answer < 1

    OutboxPush(Clock clock, Randomness randomness, int sideBySide = 2);

    /// What waits, oldest first; what is no longer in it is forgotten, unless it is under way.
    void setWaiting(const QList<QUuid> &uploadIds);
    void setOnline(bool online); ///< offline only one entry at a time feels its way

    std::optional<QUuid> next() const; ///< the one to start now
    /// How long until next() answers one; none where nothing waits for a time.
    std::optional<std::chrono::milliseconds> pause() const;

    void started(QUuid uploadId);
    void finished(QUuid uploadId); ///< stored, parked or cancelled
    /// Under TryLater its pause starts.
    AfterFailure failed(QUuid uploadId, const Failure &failure);
    void hurry(QUuid uploadId); ///< its pause ends now
    void hurryAll();

    std::optional<QDateTime> dueAt(QUuid uploadId) const; ///< while its pause lasts
    bool isUnderWay(QUuid uploadId) const;

private:
    struct Pause
    {
        int failures = 0;
        QDateTime since;
        std::chrono::milliseconds length{0};
    };
    /// Zero once it is over, also where the clock stands before its beginning: nothing else tells how long that was.
    static std::chrono::milliseconds leftOf(const Pause &pause, const QDateTime &now);
    std::chrono::milliseconds leftOf(QUuid uploadId, const QDateTime &now) const;

    Clock m_clock;
    Randomness m_randomness;
    int m_sideBySide;
    bool m_online = true;
    QList<QUuid> m_waiting;
    QList<QUuid> m_underWay;
    QHash<QUuid, Pause> m_pauses;
};

} // namespace Holdfast
