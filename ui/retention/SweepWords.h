// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RetentionSweep.h"

namespace Holdfast {

QString sweepStateWords(const RetentionSweep &sweep); ///< a word or two for a table
QString sweepBegunBy(const RetentionSweep &sweep);

/// What it has done, or would do, and what it waits for, in sentences.
QString sweepWords(const RetentionSweep &sweep);

/// Why it left that one.
QString sweepLeftWords(const SweepLeft &left);

/// What there is to say about how sweeps go; empty where all is well.
QString sweepWarningWords(const SweepStatus &status);

} // namespace Holdfast
