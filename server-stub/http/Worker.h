// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Connection.h"
#include "http/Tally.h"

#include <QObject>
#include <QSet>
#include <QSslConfiguration>
#include <QTimer>

#include <mutex>
#include <optional>
#include <vector>

namespace Holdfast::Http {

/// The connections of one thread. Made and destroyed in that thread; what it is told from others it does there, in that
/// order.
class Worker final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives the worker.
    Worker(const Router &router, const Limits &limits, const std::optional<QSslConfiguration> &tls, Tally &tally,
           ReplyTally &replies);
    ~Worker() override;

    /// From any thread: an accepted socket to take over, which the tally has counted.
    void hand(qintptr socketDescriptor);
    /// From any thread: closes what is idle, and the rest as its answers go out.
    void drain();
    /// From any thread: emits finished() when all else is done.
    void finish();

Q_SIGNALS:
    void finished();

private Q_SLOTS:
    void doWhatWasTold();

private:
    struct Told
    {
        enum class Kind { TakeOver, Drain, Finish } kind;
        qintptr socketDescriptor = -1;
    };
    void tell(Told told);
    void takeOver(qintptr socketDescriptor);
    void drainAll();
    void remove(Connection *connection, const QHostAddress &address, bool admitted);

    Connection::Setting m_setting;
    const std::optional<QSslConfiguration> &m_tls;
    Tally &m_tally;
    QSet<Connection *> m_connections;
    QTimer m_timer;
    bool m_draining = false;
    std::mutex m_mutex;
    std::vector<Told> m_told; ///< under the mutex
};

} // namespace Holdfast::Http
