// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/ParkedRecordings.h"

#include "domain/WhenFinished.h"

namespace Holdfast {

ParkedRecordings::ParkedRecordings(Session &session, ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_refresh(session, api)
{
}

QFuture<Result<ParkedRecordings::Looked>> ParkedRecordings::look()
{
    m_promise = std::make_unique<QPromise<Result<Looked>>>();
    m_promise->start();
    const auto future = m_promise->future();
    m_leads.clear();
    if (const auto parked = m_session.store->parkedRecordings())
        for (const LocalRecording &recording : *parked)
            if (!m_leads.contains(recording.leadId))
                m_leads.append(recording.leadId);
    askNext(); // settle() tells of a store that can't be read
    return future;
}

void ParkedRecordings::askNext()
{
    if (m_leads.isEmpty())
        return settle();
    whenFinished(m_refresh.recordingsOf(m_leads.takeFirst()), this, [this](const Done &looked) {
        if (!looked && (mayRetry(looked.error().kind) || looked.error().kind == FailureKind::NotSignedIn))
            m_leads.clear();
        askNext();
    });
}

void ParkedRecordings::settle()
{
    const auto answer = [this](const Result<Looked> &looked) {
        const auto promise = std::move(m_promise);
        promise->addResult(looked);
        promise->finish();
    };
    const auto parked = m_session.store->parkedRecordings();
    if (!parked)
        return answer(fail(parked.error()));
    Looked looked;
    for (const LocalRecording &recording : *parked) {
        const auto copy = m_session.store->earlierCopy(recording.leadId, recording.sha256);
        if (!copy)
            return answer(fail(copy.error()));
        const bool hasWords = !recording.notes.isEmpty() || !recording.disposition.isEmpty();
        if (hasWords || !*copy || !(*copy)->isStored() || !(*copy)->id) {
            looked.stay.append(recording);
            continue;
        }
        if (const Done gone = m_session.sync->cancel(recording.uploadId); !gone)
            return answer(fail(gone.error()));
        looked.there.append({recording, *(*copy)->id});
    }
    answer(looked);
}

} // namespace Holdfast
