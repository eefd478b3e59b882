// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Query.h"

#include <QTemporaryDir>

#include <memory>
#include <stdexcept>

namespace Holdfast::Testing {

/// A writing connection to that file. Throws where there is none.
inline std::unique_ptr<Database> openDatabase(const QString &path)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, Durability::Full);
    if (!database)
        throw std::runtime_error(database.error().message.toStdString());
    return std::move(*database);
}

/// Runs a statement of the test's own.
inline Done run(Database &database, const QByteArray &sql)
{
    return Query(database, sql).run();
}

/// The first column of the first row; -1 where there is no row or the statement failed.
inline qint64 numberOf(Database &database, const QByteArray &sql)
{
    Query query(database, sql);
    const Result<bool> row = query.step();
    return row && *row ? query.number(0) : -1;
}

} // namespace Holdfast::Testing
