// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Json.h"
#include "domain/Ids.h"

#include <QJsonValue>

#include <optional>

namespace Holdfast {

// A value of the contract, or null where there is none.

/// Null where it is empty: the contract has no empty names.
inline QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// Null where it is invalid.
inline QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(isoTime(time)) : QJsonValue(QJsonValue::Null);
}

inline QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return timeOrNull(time.value_or(QDateTime()));
}

/// Null where it names nothing.
template <class Tag> QJsonValue idOrNull(Id<Tag> id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue(QJsonValue::Null);
}

template <class Tag> QJsonValue idOrNull(const std::optional<Id<Tag>> &id)
{
    return idOrNull(id.value_or(Id<Tag>()));
}

} // namespace Holdfast
