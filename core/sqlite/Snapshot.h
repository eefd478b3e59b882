// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

namespace Holdfast {

/// Several reads of one and the same state, whatever others write meanwhile: a scope. Within a Transaction it is a part
/// of that.
class Snapshot
{
public:
    static Result<Snapshot> begin(Database &database);
    Snapshot(Snapshot &&other) noexcept;
    Snapshot &operator=(Snapshot &&) = delete;
    ~Snapshot();

private:
    explicit Snapshot(Database &database);
    Database *m_database;
};

} // namespace Holdfast
