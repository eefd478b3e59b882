// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace Holdfast {

/// The number that a text of ASCII digits alone stands for; none for a sign, a space, a zero before it, nothing at all,
/// or more than 64 bits hold. Pure.
std::optional<qint64> wholeNumber(QStringView text);

} // namespace Holdfast
