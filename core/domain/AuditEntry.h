// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Role.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Holdfast {

enum class AuditOutcome { Allowed, Refused };
QLatin1String outcomeName(AuditOutcome outcome); ///< the contract's word: "refused"
std::optional<AuditOutcome> outcomeFromName(QStringView name);

/// Who did, or tried, what, when and from where. Invalid ids name nothing: a failed sign-in has no user id.
struct AuditEntry
{
    qint64 id = 0; ///< given by append: 1, 2, 3 …; the entry's place among the leaves is one less
    QDateTime at;
    UserId userId;
    QString username;
    std::optional<Role> role;
    QString action; ///< "upload", "stream", "download", "sign-in"
    RecordingId recordingId;
    LeadId leadId;
    AuditOutcome outcome = AuditOutcome::Allowed;
    QString address;
    QJsonObject detail; ///< what else; what was changed as {"before": …, "after": …}

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

} // namespace Holdfast
