// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "sqlite/StatementGate.h"

#include "sqlite/TextSeal.h"

#include <QString>

#include <memory>

namespace Holdfast {

enum class Durability {
    Full,    ///< what is committed survives a power cut (synchronous=FULL)
    ReadOnly ///< this connection never writes
};

/// One connection to an SQLite file (WAL, foreign keys and recursive triggers on, busy timeout), with its prepared
/// statements kept. Belongs to the thread that opened it.
class Database
{
public:
    /// Unreachable with a sentence where the file can't be opened, Corrupt where it is no database.
    static Result<std::unique_ptr<Database>> open(const QString &path, Durability durability,
                                                  const StatementGate &gate = {});
    ~Database();

    /// From now on, for what is bound and read as Sealed. Before it, and without it, such texts are kept as they are.
    void sealTexts(TextSeal seal);

    struct State;
    State &state() { return *m_state; } ///< for the classes of this folder alone

private:
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
