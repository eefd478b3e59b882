// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Query.h"

namespace Holdfast {

/// The rows of a statement one after the other, by the number in their first column. In the
/// connection's thread.
class NumberedRows
{
public:
    NumberedRows(Database &database, const QByteArray &sql)
        : m_query(database, sql)
    {
    }
    Done next()
    {
        const Result<bool> row = m_query.step();
        m_isAtRow = row && *row;
        return row ? Done() : fail(row.error());
    }
    bool isAt(qint64 number) const { return m_isAtRow && m_query.number(0) == number; }
    bool isBefore(qint64 number) const { return m_isAtRow && m_query.number(0) < number; }
    const Query &row() const { return m_query; }

private:
    Query m_query;
    bool m_isAtRow = false;
};

} // namespace Holdfast
