// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/DueFetch.h"

#include "domain/WhenFinished.h"
#include "sync/AfterFailure.h"

namespace Holdfast {

DueFetch::DueFetch(ApiClient &api, LocalStore &store, const PullPace &pace, Randomness randomness, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_pace(pace)
    , m_randomness(std::move(randomness))
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &DueFetch::next);
    connect(&store.following(), &Following::dueChanged, this, [this] {
        if (!m_wake.isActive())
            m_wake.start(0);
    });
}

void DueFetch::start(const User &me)
{
    m_running = true;
    m_me = me.id;
    wake();
}

void DueFetch::stop()
{
    m_running = false;
    m_wake.stop();
}

void DueFetch::wake()
{
    m_wake.start(0);
}

void DueFetch::next()
{
    if (!m_running || m_busy || !m_api.hasToken())
        return;
    const auto due = m_store.following().nextDue();
    if (!due) {
        Q_EMIT problem(due.error().message);
        m_wake.start(m_pace.longestPause);
    } else if (*due) {
        m_busy = true;
        fetch(**due);
    }
}

void DueFetch::fetch(const Due &due)
{
    switch (due.kind) {
    case Due::Kind::Recordings:
        return fetch(due, m_api.recordingsOf(LeadId{due.id}), [this, due](const QList<Recording> &recordings) {
            const auto lead = m_store.lead(LeadId{due.id}); // it may have gone while the server was asked
            return lead && *lead ? m_store.replaceRemoteRecordings(LeadId{due.id}, recordings) : Done();
        });
    case Due::Kind::Annotations:
        return fetch(due, m_api.annotations(RecordingId{due.id}), [this, due](const QList<Annotation> &annotations) {
            return m_store.following().keepAnnotations(RecordingId{due.id}, annotations, m_me);
        });
    case Due::Kind::Campaign:
        return fetch(due, m_api.campaign(CampaignId{due.id}),
                     [this](const Campaign &campaign) { return m_store.following().renameCampaign(campaign); });
    case Due::Kind::Agents:
        return fetch(due, m_api.agents(),
                     [this](const QList<Agent> &agents) { return m_store.agentNames().replace(agents); });
    case Due::Kind::Me:
        return fetch(due, m_api.me(), [this](const User &me) {
            Q_EMIT meRead(me);
            return Done();
        });
    }
    Q_UNREACHABLE();
}

template <class T, class Keep> void DueFetch::fetch(const Due &due, const QFuture<Result<T>> &asked, Keep keep)
{
    whenFinished(asked, this, [this, due, keep](const Result<T> &answer) {
        m_busy = false;
        if (!m_running)
            return;
        if (answer)
            settle(due, keep(*answer));
        else
            failed(due, answer.error());
    });
}

void DueFetch::settle(const Due &due, const Done &kept)
{
    const Done settled = kept ? m_store.following().settle(due) : kept;
    if (settled) {
        m_failures = 0;
        m_wake.start(0);
        return;
    }
    Q_EMIT problem(settled.error().message);
    m_wake.start(m_pace.longestPause);
}

void DueFetch::failed(const Due &due, const Failure &failure)
{
    switch (afterFailure(failure.kind)) {
    case AfterFailure::TryLater:
        if (failure.kind != FailureKind::Unreachable) // it may be this one alone
            if (const Done postponed = m_store.following().postpone(due); !postponed)
                Q_EMIT problem(postponed.error().message);
        m_wake.start(m_pace.pauseAfter(++m_failures, m_randomness()));
        break;
    case AfterFailure::AwaitSignIn:
        break; // the next token wakes it
    case AfterFailure::Park:
        settle(due, {}); // it is gone by now, and the feed will say so
        break;
    }
}

} // namespace Holdfast
