// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/User.h"
#include "local/LocalStore.h"
#include "local/SealedCache.h"
#include "sync/ApiClient.h"
#include "sync/DueFetch.h"
#include "sync/PullPace.h"
#include "sync/ReadAnew.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Holdfast {

/// Follows what changes on the server: one call that waits there for the next change, over and over. What it brings is
/// in the store, and the place that was reached with it, in one transaction. Without a place, or where the server does
/// not know it, everything is read anew. Whether the server can be reached shows by it too: a call that waits and is
/// cut is asked again at once, and what that tells holds. No timer runs while a call waits. What one may no longer see
/// goes from the disk, its sealed files too.
///
///     asking ──► waiting (25 s at most) ──► taking the page ──► asking …
///       │            │ cut: asking at once
///       │ no place   └──► a failure: a pause that grows, then asking
///       └──► reading anew ──► asking                  401: rests until somebody has signed in
///
/// UI thread.
class ChangePull : public QObject
{
    Q_OBJECT
public:
    using Randomness = DueFetch::Randomness; ///< 0 ≤ answer < 1

    ChangePull(ApiClient &api, LocalStore &store, std::shared_ptr<SealedCache> cache, User me, Randomness randomness,
               const PullPace &pace = {}, QObject *parent = nullptr);
    ~ChangePull() override;

    void start();
    void stop();
    void readAnew(); ///< everything once more, now
    bool isReadingAnew() const { return m_anew.isRunning(); }

Q_SIGNALS:
    void caughtUp();                                          ///< what is here is what the server has at this moment
    void brought(const QList<Holdfast::FeedChange> &changes); ///< they are in the store
    void allReadAnew(); ///< anything may have changed since the last that was brought
    void meChanged(const Holdfast::User &me);
    void problem(const QString &sentence);
    void told(const QString &sentence); ///< what a person should know, and can do nothing about at once

private:
    void ask();
    void answered(const QString &asked, const Result<FeedPage> &page);
    void take(const QString &asked, const FeedPage &page, bool waited);
    void startAnew();
    void failed(const Failure &failure);
    void hangUp();
    void takeMe(const User &me);
    void sweep();
    void removeDoomed();
    void tellOfKept(const QStringList &leadNames);

    ApiClient &m_api;
    LocalStore &m_store;
    std::shared_ptr<SealedCache> m_cache;
    User m_me;
    Randomness m_randomness;
    PullPace m_pace;
    DueFetch m_due;
    ReadAnew m_anew;
    QTimer m_wake;
    QTimer m_sweep;
    QFuture<Result<FeedPage>> m_call;
    QElapsedTimer m_sinceAsked;
    QElapsedTimer m_sinceKept;
    QStringList m_kept; ///< leads that were told of last as gone but for what is unsent
    bool m_running = false;
    bool m_waits = false;      ///< the call that is out waits for a change
    bool m_isSure = false;     ///< the last call was answered, so the next may wait
    bool m_placeIsNew = false; ///< it was read anew, and the feed has not gone on from there yet
    bool m_someStay = true;    ///< there may be something that only stays until it is sent
    bool m_removing = false;
    int m_turn = 0;     ///< tells the answer to the call that is out
    int m_failures = 0; ///< in a row
    int m_doubts = 0;   ///< other calls that found nobody since one of these waited to its end
};

} // namespace Holdfast
