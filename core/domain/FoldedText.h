// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Holdfast {

/// As words are compared where a person looks for them: without case, and without the accents of Latin, Greek and
/// Cyrillic letters, so that "amara" finds "Amára" and the other way round.
QString foldedText(const QString &text);

} // namespace Holdfast
