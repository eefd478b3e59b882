// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Holdfast {

/// Whether both are one line, each in any notation ("030 123456", "+49 (30) 12 34 56", "004930123456"). One that names
/// no country is of `region`, two letters of ISO 3166; an empty region takes such a one to be in the other's country.
/// Extensions count. Pure.
bool isSameNumber(const QString &a, const QString &b, const QString &region);

/// Its last seven digits without an extension: the same in each notation of a number, so that numbers which may be the
/// same can be found by an index. Empty where there are fewer than three digits.
QString phoneTail(const QString &number);

} // namespace Holdfast
