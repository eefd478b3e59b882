// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/AuditLine.h"
#include "audit/Checkpoint.h"
#include "domain/EvidenceSubject.h"
#include "sqlite/Database.h"

#include <QHash>
#include <QList>

namespace Holdfast {

/// The entries that a checkpoint covers and that belong to something, in the order of their numbers and a page at a
/// time, each with the proof that it is one. What is written after the checkpoint is no part of it. In one thread at a
/// time, with that thread's connection.
class AuditExtract
{
public:
    static constexpr int pageEntries = 500;

    explicit AuditExtract(Checkpoint checkpoint)
        : m_checkpoint(std::move(checkpoint))
    {
    }
    const Checkpoint &checkpoint() const { return m_checkpoint; }

    /// Those that name the recording, after the entry of that number.
    Result<QList<AuditRow>> ofRecording(Database &database, RecordingId recording, qint64 after) const;
    /// Those about a lead, or about a matter and its holds, whatever recording they name; none about a recording, whose
    /// all name it.
    Result<QList<AuditRow>> of(Database &database, const EvidenceSubject &subject, qint64 after) const;

    /// The hashes that lead from the entry to the checkpoint's root. Corrupt where none do: then the log was changed.
    Result<QList<QByteArray>> proof(Database &database, const AuditRow &row);

private:
    const Checkpoint m_checkpoint;
    QHash<qint64, QByteArray> m_nodes; ///< read before, by their stored positions; they never change
};

} // namespace Holdfast
