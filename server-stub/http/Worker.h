// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Connection.h"
#include "http/Tally.h"

#include <QObject>
#include <QSet>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

namespace Holdfast::Http {

/// The connections of one thread. Made, used and destroyed in that thread.
class Worker final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives the worker.
    Worker(const Router &router, const Limits &limits, const std::optional<QSslConfiguration> &tls, Tally &tally);
    ~Worker() override;

    /// Takes over an accepted socket, which the tally has counted.
    void add(qintptr socketDescriptor);
    /// Closes what is idle, and the rest as its answers go out.
    void drain();

private:
    void remove(Connection *connection, const QHostAddress &address, bool admitted);

    Connection::Setting m_setting;
    const std::optional<QSslConfiguration> &m_tls;
    Tally &m_tally;
    QSet<Connection *> m_connections;
    QTimer m_timer;
    bool m_draining = false;
};

} // namespace Holdfast::Http
