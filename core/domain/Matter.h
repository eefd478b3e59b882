// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace Holdfast {

/// The named case that holds are placed for.
struct Matter
{
    MatterId id;
    QString name; ///< no other matter has it, whatever the case of its letters
    QString reference;
    QString reason;
    std::optional<UserId> ownerId;
    QString ownerName; ///< empty where nobody owns it
    std::optional<QDate> reviewDate;
    std::optional<QDateTime> closedAt; ///< none: open
    QDateTime createdAt;
    QDateTime updatedAt;
    qint64 standingHolds = 0; ///< that were not released
    qint64 revision = 0;      ///< grows with each change, from 1; 0: not known

    friend bool operator==(const Matter &, const Matter &) = default;
};

/// What somebody asks a matter to be.
struct MatterRequest
{
    QString name;
    QString reference;
    QString reason;
    std::optional<UserId> ownerId;
    std::optional<QDate> reviewDate;
    bool closed = false;
};

/// Under which holds stand that name no matter. It is always there, and always open.
inline constexpr MatterId defaultMatter{1};

} // namespace Holdfast
