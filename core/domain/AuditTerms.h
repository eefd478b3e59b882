// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditEntry.h"

#include <QStringList>

namespace Holdfast {

/// Which entries of the audit log are asked for; times are inclusive. What is not named is not looked at.
struct AuditTerms
{
    std::optional<UserId> user;
    QStringList actions; ///< any of them; empty: all
    std::optional<RecordingId> recording;
    std::optional<LeadId> lead;
    std::optional<AuditOutcome> outcome;
    std::optional<QDateTime> from;
    std::optional<QDateTime> to;

    friend bool operator==(const AuditTerms &, const AuditTerms &) = default;
};

} // namespace Holdfast
