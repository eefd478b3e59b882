// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/Caller.h"
#include "audit/Checkpoint.h"
#include "domain/AuditEntry.h"
#include "records/EvidenceSelection.h"

#include <QJsonObject>

#include <memory>

namespace Holdfast {

/// What was decided before the first byte of a pack: whoever asked, what is in it, and at which state of the audit log,
/// which says so already.
struct EvidencePlan
{
    QString pack; ///< a UUID
    Caller caller;
    QDateTime madeAt;
    EvidenceSubject subject;
    EvidenceSelection selection;
    QByteArray checkpointNote;
    Checkpoint checkpoint;
    std::shared_ptr<const SigningKey> key; ///< that signed it, and signs the pack, whatever comes after it
    QByteArray keys;                       ///< the content of that member; empty: the log has had one key only
    QByteArray consistency;                ///< the content of that member; empty: nobody asked for it
};

QJsonObject aboutOf(const EvidencePlan &plan); ///< {kind, id, name}
/// Which pack an entry of the audit log is about.
void tellOf(const EvidencePlan &plan, AuditEntry &entry);

} // namespace Holdfast
