// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Checkpoint.h"
#include "sqlite/Database.h"

#include <QList>

#include <functional>
#include <optional>

namespace Holdfast {

/// What is wrong with the audit log, and with which entries, by their numbers; `last` is the same as `first` where it
/// is one entry.
struct AuditFinding
{
    enum class Kind {
        Changed,      ///< not what was written: edited, or another in its place
        Removed,      ///< not there
        Added,        ///< there, and not written by the server
        HashReplaced, ///< the entries are right; a stored hash over them is not
        NotSigned,    ///< the checkpoint that must be there is missing, or signed by nobody who may
        CutOff,       ///< a checkpoint that was kept elsewhere had them
        NotTheSame,   ///< a checkpoint that was kept elsewhere had others among them
        Unguarded     ///< all entries are right, but the database no longer refuses to change or delete them
    };
    Kind kind = Kind::Changed;
    qint64 first = 0;
    qint64 last = 0;

    friend bool operator==(const AuditFinding &, const AuditFinding &) = default;
};

struct AuditReport
{
    qint64 entries = 0;                  ///< that were looked at
    std::optional<AuditFinding> finding; ///< the first one; none: the log is intact
};

/// Goes through the whole log, once and in constant memory: each entry against its leaf, each node against what is
/// below it, each checkpoint against the entries and its signature; and, where one is given that was kept elsewhere,
/// that it is one of the same entries. It looks at one state, whatever is written meanwhile. The connection's thread.
class AuditVerification
{
public:
    /// signedBy: the public key of the log. `kept` was opened with it.
    AuditVerification(Database &database, QByteArray signedBy, std::optional<Checkpoint> kept = std::nullopt);

    /// Asked now and then; when it says true, the answer is Cancelled.
    Result<AuditReport> run(const std::function<bool()> &isCancelled = [] { return false; });

private:
    struct Walk;

    Database &m_database;
    const QByteArray m_signedBy;
    const std::optional<Checkpoint> m_kept;
};

QLatin1String findingName(AuditFinding::Kind kind); ///< "changed"
QString auditSentence(const AuditReport &report);   ///< for people

} // namespace Holdfast
