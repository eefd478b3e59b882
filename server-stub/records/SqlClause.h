// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Query.h"

#include <QList>

#include <variant>

namespace Holdfast {

/// A part of a statement together with the values of its placeholders, so that parts can be put together.
struct SqlClause
{
    QByteArray sql;
    QList<std::variant<qint64, QString>> values = {};

    template <class... Values> void add(const QByteArray &text, const Values &...more)
    {
        sql += text;
        (values.append(more), ...);
    }
    void add(const SqlClause &clause)
    {
        sql += clause.sql;
        values += clause.values;
    }
    void bindTo(Query &query) const
    {
        for (const auto &value : values)
            std::visit([&query](const auto &bound) { query.bind(bound); }, value);
    }
};

} // namespace Holdfast
