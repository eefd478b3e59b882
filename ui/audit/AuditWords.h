// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AuditEntry.h"

#include <QStringList>

namespace Holdfast {

/// What somebody did, in words: "Listened to" for "stream". The contract's own word where it is none that is known
/// here.
QString actionWords(const QString &action);
/// The contract's words of all actions that have words here, in the order of those words.
QStringList knownActions();
/// Those by which somebody heard a recording, or could from then on.
QStringList hearingActions();

QString outcomeWords(AuditOutcome outcome);
/// "Ada Admin"'s username, or who it was where nobody signed in.
QString whoWords(const AuditEntry &entry);
/// "Recording 7, lead 3"; empty where it concerns neither.
QString aboutWords(const AuditEntry &entry);
/// "Full name" for "fullName"; the contract's own word where it has none here, "State" where it has no name at all.
QString fieldWords(const QString &field);

} // namespace Holdfast
