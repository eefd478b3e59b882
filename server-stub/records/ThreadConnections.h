// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/Database.h"

#include <QString>

#include <memory>

namespace Holdfast {

/// A reading connection for each thread that asks, opened when it first does and closed when the thread ends. Outlives
/// those threads. Any thread.
class ThreadConnections
{
public:
    explicit ThreadConnections(QString path, StatementGate gate = {});
    ~ThreadConnections();

    Result<Database *> ofThisThread(); ///< the thread's own, and only its

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace Holdfast
