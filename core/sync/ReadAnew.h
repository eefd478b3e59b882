// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "local/LocalStore.h"
#include "sync/ApiClient.h"
#include "sync/PullPace.h"

#include <QObject>

namespace Holdfast {

/// Reads everything anew, page by page: where the feed stands, the leads, an agent's recordings; then it forgets what
/// the server did not list, and leaves the place from which the feed goes on. That place was asked for first, so that
/// nothing falls between. One page is one short transaction, and the event loop runs between two of them.
///
///     place ──► leads ──► recordings (an agent's) ──► forgetting ──► finished
///                 ▲ │
///                 └─┘ again from the start, where the list moved under the walk
///
/// UI thread.
class ReadAnew : public QObject
{
    Q_OBJECT
public:
    ReadAnew(ApiClient &api, LocalStore &store, const PullPace &pace, QObject *parent = nullptr);

    void start(const User &me);
    void stop();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void finished();
    void failed(const Holdfast::Failure &failure);

private:
    void walk();
    void readLeads();
    void takeLeads(const QList<Lead> &leads, qsizetype from);
    void goOnAfter(const QList<Lead> &leads);
    void readRecordings(const QString &next);
    void forgetLeads(qint64 after);
    void forgetRecordings(qint64 after);
    void end();
    void giveUp(const Failure &failure);
    template <class T, class Then> void whenAnswered(const QFuture<Result<T>> &asked, Then then);
    template <class Step> void afterOthers(Step step);

    ApiClient &m_api;
    LocalStore &m_store;
    const PullPace &m_pace;
    User m_me;
    Reach m_reach = Reach::Own;
    Arrival::News m_news = Arrival::News::Quiet;
    bool m_running = false;
    int m_turn = 0; ///< tells the answers that this run asked for
    QString m_cursor;
    qint64 m_offset = 0;
    LeadId m_last; ///< of the page before
    int m_walks = 0;
};

/// An agent has its own; who may see every recording can't have them all here.
Reach reachOf(const User &user);

} // namespace Holdfast
