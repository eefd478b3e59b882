// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ReadAnew.h"

#include "domain/Deed.h"
#include "domain/WhenFinished.h"

#include <QTimer>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 overlap = 10; ///< leads of the page before that the next one shows again
constexpr int mostWalks = 4;

} // namespace

Reach reachOf(const User &user)
{
    return may(user.role, Deed::SeeAnyRecording) ? Reach::All : Reach::Own;
}

ReadAnew::ReadAnew(ApiClient &api, LocalStore &store, const PullPace &pace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_pace(pace)
{
}

void ReadAnew::stop()
{
    m_running = false;
    ++m_turn;
}

template <class T, class Then> void ReadAnew::whenAnswered(const QFuture<Result<T>> &asked, Then then)
{
    whenFinished(asked, this, [this, turn = m_turn, then](const Result<T> &answer) {
        if (turn != m_turn)
            return;
        if (answer)
            then(*answer);
        else
            giveUp(answer.error());
    });
}

/// What else waits in the event loop comes first.
template <class Step> void ReadAnew::afterOthers(Step step)
{
    QTimer::singleShot(0, this, [turn = m_turn, step, this] {
        if (turn == m_turn)
            step();
    });
}

void ReadAnew::giveUp(const Failure &failure)
{
    stop();
    Q_EMIT failed(failure);
}

void ReadAnew::start(const User &me)
{
    stop();
    m_running = true;
    m_me = me;
    m_reach = reachOf(me);
    whenAnswered(m_api.changes({}, std::chrono::seconds(0), m_pace.changes), [this](const FeedPage &page) {
        const auto before = m_store.following().place();
        if (!before)
            return giveUp(before.error());
        m_news = *before ? Arrival::News::Marked : Arrival::News::Quiet;
        m_cursor = page.cursor;
        m_walks = 0;
        walk();
    });
}

void ReadAnew::walk()
{
    if (const Done begun = m_store.following().beginAnew(m_reach); !begun)
        return giveUp(begun.error());
    ++m_walks;
    m_offset = 0;
    m_last = {};
    readLeads();
}

void ReadAnew::readLeads()
{
    whenAnswered(m_api.leadsFrom(m_offset, m_pace.leads), [this](const QList<Lead> &leads) { takeLeads(leads, 0); });
}

/// Some at a time, so that each transaction is short.
void ReadAnew::takeLeads(const QList<Lead> &leads, qsizetype from)
{
    if (const Done kept = m_store.following().keepLeads(leads.mid(from, m_pace.changes)); !kept)
        return giveUp(kept.error());
    const qsizetype next = from + m_pace.changes;
    afterOthers([this, leads, next] {
        if (next < leads.size())
            takeLeads(leads, next);
        else
            goOnAfter(leads);
    });
}

/// The list is read by position, and what somebody else adds or takes away before that place moves it. As long as each
/// page shows the last lead of the one before, nothing that stayed was passed over.
void ReadAnew::goOnAfter(const QList<Lead> &leads)
{
    const bool joins = !m_last.isValid() || std::ranges::find(leads, m_last, &Lead::id) != leads.end();
    if (!joins && m_walks < mostWalks)
        return walk();
    if (!joins)
        return giveUp({FailureKind::Conflict,
                       tr("The list of leads changes faster than it can be read. What is shown here may be older for a "
                          "while; it is read again by itself."),
                       {},
                       {}});
    if (leads.size() >= m_pace.leads) {
        m_last = leads.last().id;
        m_offset += leads.size() - overlap;
        return readLeads();
    }
    if (m_reach == Reach::Own)
        readRecordings({});
    else
        forgetLeads(0);
}

void ReadAnew::readRecordings(const QString &next)
{
    whenAnswered(m_api.recordingsFrom(next, m_pace.recordings), [this](const ApiClient::RecordingsPage &page) {
        if (const Done kept = m_store.following().keepRecordings(page.recordings, m_me.id, m_news); !kept)
            return giveUp(kept.error());
        if (page.next.isEmpty())
            forgetRecordings(0);
        else
            readRecordings(page.next);
    });
}

void ReadAnew::forgetRecordings(qint64 after)
{
    const auto last = m_store.following().forgetUnmetRecordings(after);
    if (!last)
        return giveUp(last.error());
    afterOthers([this, last = *last] {
        if (last)
            forgetRecordings(*last);
        else
            forgetLeads(0);
    });
}

void ReadAnew::forgetLeads(qint64 after)
{
    const auto last = m_store.following().forgetUnmetLeads(after);
    if (!last)
        return giveUp(last.error());
    afterOthers([this, last = *last] {
        if (last)
            forgetLeads(*last);
        else
            end();
    });
}

void ReadAnew::end()
{
    if (const Done ended = m_store.following().endAnew(m_cursor, m_reach); !ended)
        return giveUp(ended.error());
    stop();
    Q_EMIT finished();
}

} // namespace Holdfast
