// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QDate>
#include <QLocale>

#include <chrono>
#include <optional>

namespace Holdfast {

/// A day as somebody types it, as 2026-11-20 or in the locale's short forms; none where nothing is typed. Malformed,
/// saying how to write it, where it is no day. Pure.
Result<std::optional<QDate>> dayFromText(const QString &text, const QLocale &locale);

/// A length as somebody types it: 3:07 or 1:02:09, and 3 for three minutes; none where nothing is typed. Malformed,
/// saying how to write it, where it is none. Pure.
Result<std::optional<std::chrono::seconds>> lengthFromText(const QString &text);

} // namespace Holdfast
