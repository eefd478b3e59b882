// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Request.h"

namespace Holdfast::Http {

std::optional<QString> Request::queryValue(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

} // namespace Holdfast::Http
