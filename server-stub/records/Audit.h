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

/// The entries, which the database refuses to change or delete. In the connection's thread; append inside WriteQueue.
class Audit
{
public:
    explicit Audit(Database &database)
        : m_database(database)
    {
    }

    Done append(const AuditEntry &entry);
    Result<QList<AuditEntry>> newest(int limit); ///< newest first

private:
    Database &m_database;
};

} // namespace Holdfast
