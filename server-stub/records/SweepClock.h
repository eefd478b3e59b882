// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <QDateTime>

namespace Holdfast {

/// Whether the clock is to be believed. Nothing is deleted by a clock that went back, or forward by more than a server
/// stands still for: who deletes by a wrong date deletes what nobody meant to lose. In the connection's thread; writes
/// inside WriteQueue.
class SweepClock
{
public:
    static constexpr int mostUnseenDays =
        7; ///< since it was last seen; a longer pause is believed once an admin says so

    explicit SweepClock(Database &database)
        : m_database(database)
    {
    }

    /// When it was first looked at; null: never.
    Result<QDateTime> firstSeen();
    /// The latest plausible time that it showed; null: never looked at.
    Result<QDateTime> seen();

    /// Conflict with a sentence where the clock is not to be believed.
    Done check(const QDateTime &now);
    /// Remembers a plausible time, once an hour; leaves one that is not alone. Answers whether there was something to
    /// write.
    Result<bool> isWorthNoting(const QDateTime &now);
    Done note(const QDateTime &now);

    /// An admin says that it shows the right time.
    Done trust(const QDateTime &now);

private:
    Result<QDateTime> column(const QByteArray &name);

    Database &m_database;
};

} // namespace Holdfast
