// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/KeyReport.h"

#include <algorithm>

namespace Holdfast {

namespace {

/// A key that only rows name: it was lost before anybody wrote down that there was one.
void addUnknown(KeyReport &report)
{
    for (const QMap<QString, qint64> &byKey : std::as_const(report.wraps))
        for (auto one = byKey.cbegin(); one != byKey.cend(); ++one)
            if (std::none_of(report.keys.cbegin(), report.keys.cend(),
                             [&](const WrappingKey &key) { return key.id == one.key(); }))
                report.keys.append(WrappingKey{one.key(), {}, {}, false, std::nullopt, std::nullopt});
}

} // namespace

Result<KeyReport> reportKeys(DataFolder &data)
{
    const Result<Database *> database = data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    KeyReport report;
    const auto keys = WrappingKeys(**database).all();
    const auto wraps = keys ? countWrapped(**database) : fail(keys.error());
    const auto rotation = wraps ? KeyRotations(**database).newest() : fail(wraps.error());
    const auto tokenKeys = rotation ? TokenKeyRows(**database).all() : fail(rotation.error());
    if (!tokenKeys)
        return fail(tokenKeys.error());
    report.keys = *keys;
    report.wraps = *wraps;
    report.rotation = *rotation;
    report.tokenKeys = *tokenKeys;
    addUnknown(report);
    for (const WrappingKey &key : std::as_const(report.keys)) {
        if (data.keys().has(key.id))
            report.available.insert(key.id);
        if (!key.isCurrent)
            report.left += wrappedUnder(report.wraps, key.id);
    }
    return report;
}

} // namespace Holdfast
