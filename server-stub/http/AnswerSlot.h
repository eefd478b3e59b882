// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Reply.h"

#include <QtGlobal>

#include <mutex>
#include <vector>

class QObject;

namespace Holdfast::Http {

class Connection;

/// Where answers to one connection are handed in. Shared by the connection and all its responders, and outlives the
/// connection: what comes after empty() is dropped. A QPointer would not do, it can't be tested from another thread.
class AnswerSlot
{
public:
    explicit AnswerSlot(Connection *connection);

    struct Answer
    {
        quint64 exchange = 0;
        Reply reply;
    };

    /// From any thread; reaches Connection::answer() at once in the connection's own thread, later from another.
    void handIn(quint64 exchange, Reply reply);
    /// From any thread: the connection goes on soon, in its own thread.
    void wake();
    /// What came from other threads since the last time.
    std::vector<Answer> collect();
    /// By the connection's destructor.
    void empty();
    /// In the connection's thread only.
    Connection *connection() const;

private:
    mutable std::mutex m_mutex;
    Connection *m_connection;
    std::vector<Answer> m_answers;
};

} // namespace Holdfast::Http
