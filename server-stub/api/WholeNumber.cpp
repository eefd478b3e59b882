// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/WholeNumber.h"

#include <QString>

#include <algorithm>

namespace Holdfast {

std::optional<qint64> wholeNumber(QStringView text)
{
    const bool digitsAlone = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (text.size() > 1 && text.startsWith(u'0'))
        return std::nullopt; // a thing has one address
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return fits && digitsAlone ? std::optional(number) : std::nullopt;
}

} // namespace Holdfast
