// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Holdfast::Http {

enum class Plus { IsPlus, IsBlank };

/// None where an escape is not two hexadecimal digits.
std::optional<QByteArray> percentDecoded(QByteArrayView text, Plus plus = Plus::IsPlus);

/// None where the bytes are not UTF-8, surrogates and overlong forms included.
std::optional<QString> fromUtf8(QByteArrayView bytes);

} // namespace Holdfast::Http
