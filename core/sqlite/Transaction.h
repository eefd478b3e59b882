// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

namespace Holdfast {

/// A transaction is a scope: BEGIN IMMEDIATE at the start, so that two writers queue instead of failing; rolled back
/// at the end of the scope unless it was committed.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Done commit();

private:
    explicit Transaction(Database &database);
    Database *m_database;
};

} // namespace Holdfast
