// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/ThreadConnections.h"

#include <QThreadStorage>

namespace Holdfast {

struct ThreadConnections::State
{
    QString path;
    StatementGate gate;
    QThreadStorage<Database *> connections; // deletes each when its thread ends
};

ThreadConnections::ThreadConnections(QString path, StatementGate gate)
    : m_state(std::make_shared<State>())
{
    m_state->path = std::move(path);
    m_state->gate = std::move(gate);
}

ThreadConnections::~ThreadConnections()
{
    m_state->connections.setLocalData(nullptr); // this thread's; the others' went with their threads
}

Result<Database *> ThreadConnections::ofThisThread()
{
    if (!m_state->connections.hasLocalData()) {
        Result<std::unique_ptr<Database>> opened = Database::open(m_state->path, Durability::ReadOnly, m_state->gate);
        if (!opened)
            return fail(opened.error());
        m_state->connections.setLocalData(opened->release());
    }
    return m_state->connections.localData();
}

} // namespace Holdfast
