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
            m_answers.push_back({exchange, std::move(reply)});
            // Under the lock, so that the connection is not destroyed between the look and the post.
            QMetaObject::invokeMethod(connection, "collectAnswers", Qt::QueuedConnection);
            return;
        }
    }
    connection->answer(exchange, std::move(reply));
}

void AnswerSlot::wake()
{
    const std::scoped_lock lock(m_mutex);
    if (m_connection) // under the lock: see handIn
        QMetaObject::invokeMethod(m_connection, "goOn", Qt::QueuedConnection);
}

std::vector<AnswerSlot::Answer> AnswerSlot::collect()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_answers, {});
}

void AnswerSlot::empty()
{
    const std::scoped_lock lock(m_mutex);
    m_connection = nullptr;
    m_answers.clear();
}

Connection *AnswerSlot::connection() const
{
    const std::scoped_lock lock(m_mutex);
    return m_connection;
}

} // namespace Holdfast::Http
