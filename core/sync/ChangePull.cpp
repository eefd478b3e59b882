// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ChangePull.h"

#include "domain/ShownText.h"
#include "domain/WhenFinished.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(pullLog, "holdfast.pull", QtWarningMsg)

/// An answer that says nothing this soon did not wait: a server that stops, or something in between.
constexpr std::chrono::milliseconds tooSoon{1'000};
/// Leads that go within this time are told of together: the later sentence replaces the one before.
constexpr std::chrono::milliseconds keptTogether{60'000};

Failure noProgress()
{
    return {FailureKind::Internal,
            ChangePull::tr("The server's account of what changed makes no sense, so it was left aside. What is shown "
                           "here may be older; it is asked again by itself. Tell your administrator if this stays."),
            QStringLiteral("changes without a new cursor"),
            {}};
}

/// Which are off the disk now; what is in use stays for the next time. Pool thread.
QStringList removeFrom(const std::shared_ptr<SealedCache> &cache, const QStringList &names)
{
    QStringList gone;
    for (const QString &name : names)
        if (cache->remove(name))
            gone.append(name);
    return gone;
}

} // namespace

ChangePull::ChangePull(ApiClient &api, LocalStore &store, std::shared_ptr<SealedCache> cache, User me,
                       Randomness randomness, const PullPace &pace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_cache(std::move(cache))
    , m_me(std::move(me))
    , m_randomness(std::move(randomness))
    , m_pace(pace)
    , m_due(api, store, m_pace, m_randomness)
    , m_anew(api, store, m_pace)
{
    m_wake.setSingleShot(true);
    m_sweep.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &ChangePull::ask);
    connect(&m_sweep, &QTimer::timeout, this, &ChangePull::sweep);
    connect(&m_anew, &ReadAnew::failed, this, &ChangePull::failed);
    connect(&m_anew, &ReadAnew::finished, this, [this] {
        m_failures = 0;
        m_placeIsNew = true;
        m_due.wake();
        Q_EMIT allReadAnew();
        ask();
    });
    connect(&m_due, &DueFetch::problem, this, &ChangePull::problem);
    connect(&m_due, &DueFetch::meRead, this, &ChangePull::takeMe, Qt::QueuedConnection);
    connect(&api, &ApiClient::tokenChanged, this, [this] {
        hangUp();
        m_anew.stop();
        m_failures = 0;
        if (m_running && m_api.hasToken())
            m_wake.start(0);
    });
    connect(&api, &ApiClient::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            m_due.wake();
        if (reachable || !m_waits)
            return;
        // Another call found nobody there, so this one may wait for nothing. Where it is that other call alone which is
        // cut, over and over, it is not asked without pause.
        hangUp();
        m_wake.start(m_doubts > 0 ? m_pace.pauseAfter(m_doubts, m_randomness()) : std::chrono::milliseconds(0));
        ++m_doubts;
    });
    connect(&store.following(), &Following::filesDoomed, this, &ChangePull::removeDoomed);
    connect(&store.following(), &Following::keptForUnsent, this, &ChangePull::tellOfKept);
    connect(&store.following(), &Following::someStay, this, [this] { m_someStay = true; });
    const auto sweepSoon = [this] {
        if (m_running && m_someStay)
            m_sweep.start(0);
    };
    connect(&store, &LocalStore::outboxChanged, this, sweepSoon);
    connect(&store.annotations(), &LocalAnnotations::changed, this, sweepSoon);
    connect(&store.drafts(), &RecordingDrafts::changed, this, sweepSoon);
}

ChangePull::~ChangePull()
{
    stop();
}

void ChangePull::start()
{
    m_running = true;
    m_isSure = false;
    m_due.start(m_me);
    m_wake.start(0);
    m_sweep.start(0);
    removeDoomed(); // what an earlier time could not
}

void ChangePull::stop()
{
    m_running = false;
    m_wake.stop();
    m_sweep.stop();
    m_anew.stop();
    m_due.stop();
    hangUp();
}

void ChangePull::hangUp()
{
    ++m_turn;
    m_waits = false;
    m_isSure = false;
    m_call.cancel();
}

void ChangePull::readAnew()
{
    if (!m_running || m_anew.isRunning() || !m_api.hasToken())
        return;
    m_wake.stop();
    startAnew();
}

void ChangePull::startAnew()
{
    hangUp();
    m_anew.start(m_me);
}

void ChangePull::ask()
{
    if (!m_running || m_anew.isRunning() || !m_api.hasToken())
        return;
    const auto place = m_store.following().place();
    if (!place)
        return failed(place.error());
    if (!*place || (*place)->cursor.isEmpty() || (*place)->reach != reachOf(m_me))
        return startAnew();
    m_waits = m_isSure;
    m_sinceAsked.start();
    const QString cursor = (*place)->cursor;
    m_call = m_api.changes(cursor, m_waits ? m_pace.wait : std::chrono::seconds(0), m_pace.changes);
    whenFinished(m_call, this, [this, cursor, turn = ++m_turn](const Result<FeedPage> &page) {
        if (turn == m_turn)
            answered(cursor, page);
    });
}

void ChangePull::answered(const QString &asked, const Result<FeedPage> &page)
{
    const bool waited = std::exchange(m_waits, false);
    m_isSure = page.has_value();
    if (waited && page)
        m_doubts = 0;
    if (page)
        return take(asked, *page, waited);
    const FailureKind kind = page.error().kind;
    if (waited && kind == FailureKind::Unreachable)
        return ask(); // it may be the call alone that was cut
    // The question was well formed: it is the place that the server does not know.
    const bool isUnknown = kind == FailureKind::Malformed || kind == FailureKind::Outdated;
    if (isUnknown && !m_placeIsNew)
        return startAnew();
    failed(page.error());
}

void ChangePull::take(const QString &asked, const FeedPage &page, bool waited)
{
    const bool isEmpty = page.changes.isEmpty();
    if (page.cursor == asked && (page.more || !isEmpty))
        return failed(noProgress());
    if (page.cursor != asked || !isEmpty)
        if (const Done taken = m_store.following().apply(page, reachOf(m_me), m_me.id); !taken)
            return failed(taken.error());
    m_failures = 0;
    m_placeIsNew = false;
    if (!isEmpty)
        Q_EMIT brought(page.changes);
    if (!page.more)
        Q_EMIT caughtUp();
    const bool hasty = waited && isEmpty && !m_sinceAsked.hasExpired(tooSoon.count());
    m_wake.start(hasty ? m_pace.shortestPause : std::chrono::milliseconds(0));
}

void ChangePull::failed(const Failure &failure)
{
    m_isSure = false;
    if (!m_running || failure.kind == FailureKind::NotSignedIn || failure.kind == FailureKind::Cancelled)
        return; // the next token wakes it
    qCInfo(pullLog) << "following failed:" << failureWord(failure.kind) << failure.detail;
    if (m_failures++ == 0 && failure.kind != FailureKind::Unreachable)
        Q_EMIT problem(failure.message); // that nobody is there stands in the status line
    const std::chrono::milliseconds asked = failure.retryAfter.value_or(std::chrono::seconds(0));
    m_wake.start(std::max(asked, m_pace.pauseAfter(m_failures, m_randomness())));
}

/// A role that changed opens or closes what one may see: it is read anew.
void ChangePull::takeMe(const User &me)
{
    if (me == m_me)
        return;
    m_me = me;
    Q_EMIT meChanged(me);
    const auto place = m_store.following().place();
    if (m_running && place && *place && (*place)->reach != reachOf(me)) {
        m_anew.stop();
        m_wake.stop();
        startAnew();
    }
}

void ChangePull::sweep()
{
    if (!std::exchange(m_someStay, false))
        return;
    if (const Done forgotten = m_store.following().forgetWhatStayed(); !forgotten)
        Q_EMIT problem(forgotten.error().message);
}

void ChangePull::removeDoomed()
{
    if (m_removing)
        return;
    const auto names = m_store.following().doomedFiles();
    if (!names || names->isEmpty())
        return;
    m_removing = true;
    whenFinished(QtConcurrent::run(removeFrom, m_cache, *names), this, [this](const QStringList &gone) {
        m_removing = false;
        if (const Done noted = m_store.following().filesGone(gone); !noted)
            Q_EMIT problem(noted.error().message);
        else if (!gone.isEmpty())
            removeDoomed();
    });
}

void ChangePull::tellOfKept(const QStringList &leadNames)
{
    if (m_sinceKept.isValid() && m_sinceKept.hasExpired(keptTogether.count()))
        m_kept.clear();
    m_sinceKept.start();
    for (const QString &name : leadNames)
        if (const QString shown = shownOnOneLine(name); !m_kept.contains(shown))
            m_kept.append(shown);
    constexpr qsizetype mostNames = 5;
    QString names = m_kept.mid(0, mostNames).join(QStringLiteral(", "));
    if (const qsizetype more = m_kept.size() - mostNames; more > 0)
        names = tr("%1 and %n more", nullptr, static_cast<int>(more)).arg(names);
    const QString what = m_me.role != Role::Agent ? tr("No longer yours to see: %1.").arg(names)
                         : m_kept.size() == 1     ? tr("%1 is no longer assigned to you.").arg(names)
                                                  : tr("These leads are no longer assigned to you: %1.").arg(names);
    Q_EMIT told(what + QLatin1Char(' ') +
                tr("What you had not sent yet stays on this computer until it is sent or you remove it."));
}

} // namespace Holdfast
