// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Limits.h"
#include "http/Router.h"

#include <QHostAddress>
#include <QMap>
#include <QSslConfiguration>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace Holdfast::Http {

/// Accepts connections and spreads them over one event-loop thread per core. Created, listening and destroyed in one
/// thread that has an event loop. Destruction stops accepting, lets answers under way finish for a moment, and joins
/// its threads.
class Listener
{
public:
    /// The router must outlive the listener and not change any more.
    Listener(const Router &router, Limits limits, std::optional<QSslConfiguration> tls, int threads);
    ~Listener();

    /// Port 0 takes a free one. The error is a sentence ("port 3000 is in use …").
    tl::expected<quint16, QString> listen(const QHostAddress &address, quint16 port);

    int connections() const;               ///< that are open; from any thread
    QMap<int, qint64> replyCounts() const; ///< by status; from any thread

    /// No new connections; those there are finish their answer. Returns when all are gone or the time is over.
    void stop(std::chrono::milliseconds grace);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast::Http
