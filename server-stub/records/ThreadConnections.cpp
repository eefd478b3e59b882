// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/ThreadConnections.h"

#include <QThreadStorage>

namespace Holdfast {

struct ThreadConnections::State
{
    QString path;
    QThreadStorage<std::shared_ptr<Database>> connections;
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
    if (!m_state->connections.hasLocalData() || !m_state->connections.localData()) {
        Result<std::unique_ptr<Database>> opened = Database::open(m_state->path, Durability::ReadOnly);
        if (!opened)
            return fail(opened.error());
        m_state->connections.setLocalData(std::shared_ptr<Database>(std::move(*opened)));
    }
    return m_state->connections.localData().get();
}

} // namespace Holdfast
