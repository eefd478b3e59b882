// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "local/LocalStore.h"
#include "sync/ApiClient.h"
#include "sync/PullPace.h"

#include <QObject>
#include <QTimer>

namespace Holdfast {

/// Fetches, one after the other, what the change feed only names: the annotations of a recording that is here, the
/// recordings of a lead that is new here, a campaign's name, who one is. What is to be fetched is kept by the store, so
/// it is fetched after a crash too. UI thread.
class DueFetch : public QObject
{
    Q_OBJECT
public:
    using Randomness = std::function<double()>;

    DueFetch(ApiClient &api, LocalStore &store, const PullPace &pace, Randomness randomness, QObject *parent = nullptr);

    void start(const User &me);
    void stop();
    void wake(); ///< now, whatever its pause

Q_SIGNALS:
    void meRead(const Holdfast::User &me);
    void problem(const QString &sentence);

private:
    using Due = Following::Due;
    void next();
    void fetch(const Due &due);
    template <class T, class Keep> void fetch(const Due &due, const QFuture<Result<T>> &asked, Keep keep);
    void settle(const Due &due, const Done &kept);
    void failed(const Due &due, const Failure &failure);

    ApiClient &m_api;
    LocalStore &m_store;
    const PullPace &m_pace;
    Randomness m_randomness;
    UserId m_me;
    QTimer m_wake;
    bool m_running = false;
    bool m_busy = false;
    int m_failures = 0;
};

} // namespace Holdfast
