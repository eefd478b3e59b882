// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Checkpoint.h"
#include "domain/AuditReport.h"
#include "sqlite/Database.h"

#include <QList>

#include <functional>
#include <optional>

namespace Holdfast {

/// Goes through the whole log, once and in constant memory: each entry against its leaf, each node against what is
/// below it, each checkpoint against the entries and its signature, by the key that was the log's then; and, where one
/// is given that was kept elsewhere, that it is one of the same entries. It looks at one state, whatever is written
/// meanwhile. The connection's thread.
class AuditVerification
{
public:
    /// signedBy: the public key that signs now, or, while it is missing, signed last; empty where nobody knows it any
    /// more, and signatures can't be looked at. `kept` was opened with one of the log's keys.
    enum class Key { Here, Missing };
    AuditVerification(Database &database, QByteArray signedBy, std::optional<Checkpoint> kept = std::nullopt,
                      Key presence = Key::Here);

    /// Asked now and then; when it says true, the answer is Cancelled.
    Result<AuditReport> run(const std::function<bool()> &isCancelled = [] { return false; });

private:
    struct Walk;

    Database &m_database;
    const QByteArray m_signedBy;
    const std::optional<Checkpoint> m_kept;
    const Key m_presence;
};

} // namespace Holdfast
