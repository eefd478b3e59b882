// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/SaveEvidencePack.h"

namespace Holdfast {

/// What was saved where, whether it verifies, what the pack itself says is missing, and by what it is known again: a
/// line each.
QStringList packWords(const SavedPack &pack, const QString &path);

/// The name of a pack's file that somebody may take: "evidence-dora-day-2026-11-20", without its ending.
QString packFileName(const QString &about, const QDate &day);

} // namespace Holdfast
