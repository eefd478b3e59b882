// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/ThreadConnections.h"

#include <QThreadStorage>

namespace Holdfast {

struct ThreadConnections::State
{
    QString path;
    QThreadStorage<Database *> connections; // deletes each when its thread ends
};

ThreadConnections::ThreadConnections(QString path)
    : m_state(std::make_shared<State>())
{
    m_state->path = std::move(path);
}

ThreadConnections::~ThreadConnections()
{
    m_state->connections.setLocalData(nullptr); // this thread's; the others' went with their threads
}

Result<Database *> ThreadConnections::ofThisThread()
{
    if (!m_state->connections.hasLocalData()) {
        Result<std::unique_ptr<Database>> opened = Database::open(m_state->path, Durability::ReadOnly);
        if (!opened)
            return fail(opened.error());
        m_state->connections.setLocalData(opened->release());
    }
    return m_state->connections.localData();
}

} // namespace Holdfast
