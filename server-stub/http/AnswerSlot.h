// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Reply.h"

#include <QtGlobal>

#include <mutex>

class QObject;

namespace Holdfast::Http {

class Connection;

/// Where answers to one connection are handed in. Shared by the connection and all its responders, and outlives the
/// connection: what comes after empty() is dropped. A QPointer would not do, it can't be tested from another thread.
class AnswerSlot
{
public:
    explicit AnswerSlot(Connection *connection);

    /// From any thread; reaches Connection::answer() at once in the connection's own thread, queued from another.
    void handIn(quint64 exchange, Reply reply);
    /// By the connection's destructor.
    void empty();
    /// In the connection's thread only.
    Connection *connection() const;

private:
    mutable std::mutex m_mutex;
    Connection *m_connection;
};

} // namespace Holdfast::Http
