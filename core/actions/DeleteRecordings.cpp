// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/DeleteRecordings.h"

#include "domain/WhenFinished.h"

namespace Holdfast {

namespace {

constexpr std::chrono::seconds askedAgainAfter{5};

} // namespace

DeleteRecordings::DeleteRecordings(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_calls(api)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &DeleteRecordings::next);
}

DeleteRecordings::~DeleteRecordings()
{
    if (m_promise)
        m_promise->finish();
}

QFuture<QList<DeleteRecordings::Outcome>> DeleteRecordings::run(const QList<RecordingId> &recordings)
{
    Q_ASSERT(!m_promise);
    m_recordings = recordings;
    m_outcomes.clear();
    m_isStopped = false;
    m_promise = std::make_unique<QPromise<QList<Outcome>>>();
    m_promise->start();
    const QFuture<QList<Outcome>> future = m_promise->future();
    next();
    return future;
}

void DeleteRecordings::stop()
{
    m_isStopped = true;
    if (!m_again.isActive())
        return;
    m_again.stop();
    next();
}

void DeleteRecordings::next()
{
    if (m_isStopped || m_outcomes.size() == m_recordings.size())
        return end();
    whenFinished(m_calls.remove(m_recordings.at(m_outcomes.size())), this,
                 [this](const Done &answer) { take(answer); });
}

void DeleteRecordings::take(const Done &answer)
{
    if (answer) {
        add(Fate::Deleted, {});
    } else if (answer.error().kind == FailureKind::NotFound) {
        add(Fate::Deleted, tr("It was gone already."));
    } else if (answer.error().kind == FailureKind::Throttled) {
        if (!m_isStopped)
            return m_again.start(answer.error().retryAfter.value_or(askedAgainAfter));
    } else if (answer.error().kind == FailureKind::Unreachable) {
        add(Fate::Unknown, tr("The server gave no answer: nobody knows whether it was deleted."));
        m_isStopped = true;
    } else if (answer.error().kind == FailureKind::NotSignedIn) { // a deletion never waits here for the next sign-in
        add(Fate::Kept, tr("Sign in again, then delete it again."));
        m_isStopped = true;
    } else {
        add(Fate::Kept, answer.error().message);
    }
    next();
}

void DeleteRecordings::add(Fate fate, const QString &why)
{
    m_outcomes.append({m_recordings.at(m_outcomes.size()), fate, why});
    Q_EMIT progress(static_cast<int>(m_outcomes.size()));
}

void DeleteRecordings::end()
{
    while (m_outcomes.size() < m_recordings.size())
        m_outcomes.append({m_recordings.at(m_outcomes.size()), Fate::NotAsked, {}});
    const std::unique_ptr<QPromise<QList<Outcome>>> promise = std::move(m_promise);
    promise->addResult(m_outcomes);
    promise->finish();
}

} // namespace Holdfast
