// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "domain/Recording.h"
#include "domain/Result.h"

#include <QJsonObject>
#include <QList>

#include <initializer_list>

namespace Holdfast {

/// One change that the server tells of: what it is about, and what that is now.
struct FeedChange
{
    enum class Kind { Lead, Recording, Annotations, Campaign, User, Policy, Matter, Hold, Other };

    Kind kind = Kind::Other;
    qint64 id = 0;     ///< of Annotations: the recording's
    bool gone = false; ///< deleted, or no longer the caller's to see
    std::optional<Lead> lead;
    std::optional<Recording> recording;
    std::optional<int> leadRecordingCount; ///< of the recording's lead; a server may leave it out

    friend bool operator==(const FeedChange &, const FeedChange &) = default;
};

/// Whether one of them is of one of these kinds.
bool tellOf(const QList<FeedChange> &changes, std::initializer_list<FeedChange::Kind> kinds);

/// A page of the change feed, as the client reads it.
struct FeedPage
{
    QString cursor; ///< from which to go on
    QList<FeedChange> changes;
    bool more = false; ///< there are more already
};

/// Malformed names the field that is missing or wrong. What is of a kind that is not known here is Other: the contract
/// may grow.
Result<FeedPage> feedPageFromJson(const QJsonObject &json);

} // namespace Holdfast
