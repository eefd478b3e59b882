// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Role.h"
#include "sqlite/Database.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace Holdfast {

enum class AuditOutcome { Allowed, Refused };

/// Who did, or tried, what, when and from where. Invalid ids name nothing: a failed sign-in has no user id.
struct AuditEntry
{
    qint64 id = 0; ///< given by append
    QDateTime at;
    UserId userId;
    QString username;
    std::optional<Role> role;
    QString action; ///< "upload", "stream", "download", "sign-in"
    RecordingId recordingId;
    LeadId leadId;
    AuditOutcome outcome = AuditOutcome::Allowed;
    QString address;
    QJsonObject detail;
};

/// Which entries are asked for; times are inclusive.
struct AuditFilter
{
    std::optional<RecordingId> recording;
    std::optional<UserId> user;
    QString action; ///< empty: any
    std::optional<QDateTime> from;
    std::optional<QDateTime> to;
    std::optional<QDateTime> beforeTime; ///< with beforeId: only what comes after that entry in the list
    qint64 beforeId = 0;
    int limit = 100;
};

/// The entries, which the database refuses to change or delete. In the connection's thread; append inside WriteQueue.
class Audit
{
public:
    explicit Audit(Database &database)
        : m_database(database)
    {
    }

    Done append(const AuditEntry &entry);
    Result<QList<AuditEntry>> find(const AuditFilter &filter); ///< newest first

private:
    Database &m_database;
};

} // namespace Holdfast
