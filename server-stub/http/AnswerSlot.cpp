// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/AnswerSlot.h"

#include "http/Connection.h"

#include <QThread>

#include <utility>

namespace Holdfast::Http {

AnswerSlot::AnswerSlot(Connection *connection)
    : m_connection(connection)
{
}

void AnswerSlot::handIn(quint64 exchange, Reply reply)
{
    Connection *connection = nullptr;
    {
        const std::scoped_lock lock(m_mutex);
        connection = m_connection;
        if (!connection)
            return;
        if (connection->thread() != QThread::currentThread()) {
            // Under the lock, so that the connection is not destroyed between the look and the post.
            QMetaObject::invokeMethod(
                connection, [connection, exchange, reply = std::move(reply)] { connection->answer(exchange, reply); },
                Qt::QueuedConnection);
            return;
        }
    }
    connection->answer(exchange, std::move(reply));
}

void AnswerSlot::empty()
{
    const std::scoped_lock lock(m_mutex);
    m_connection = nullptr;
}

Connection *AnswerSlot::connection() const
{
    const std::scoped_lock lock(m_mutex);
    return m_connection;
}

} // namespace Holdfast::Http
