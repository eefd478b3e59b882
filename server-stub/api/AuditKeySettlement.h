// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sqlite/WriteQueue.h"
#include "vault/AuditKeys.h"

namespace Holdfast {

/// At a start, before the schema is brought up to date: which of the keys signs the audit log, as the log itself says.
/// A log that nobody has signed yet gets one. Where it is missing, that is told to the log, and the server goes on
/// without: recordings must stay within reach. What a rotation left behind goes.
Done settleAuditKey(Database &database, AuditKeys &keys);

/// After it: the key was missing and is back. What was written meanwhile is signed now, with an entry that says so.
Done takeInUnsigned(Database &database, AuditKeys &keys, const Clock &clock, const GroupWork &group);

/// What is wrong with the key that signs the audit log, and what to do about it; empty where nothing is.
QString auditKeyProblem(const AuditKeys &keys);

} // namespace Holdfast
