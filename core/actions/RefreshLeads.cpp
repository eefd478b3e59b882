// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/RefreshLeads.h"

#include "domain/WhenFinished.h"

namespace Holdfast {

namespace {

/// Answers what the store makes of what the server said.
template <class T, class Keep> QFuture<Done> keepAnswer(const QFuture<Result<T>> &asked, QObject *context, Keep keep)
{
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    whenFinished(asked, context, [promise, keep](const Result<T> &answer) {
        promise->addResult(answer ? keep(*answer) : Done(fail(answer.error())));
        promise->finish();
    });
    return promise->future();
}

} // namespace

RefreshLeads::RefreshLeads(Session &session, ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_api(api)
{
}

QFuture<Done> RefreshLeads::leads()
{
    return keepAnswer(m_api.leads(), this,
                      [this](const QList<Lead> &leads) { return m_session.store->replaceLeads(leads); });
}

QFuture<Done> RefreshLeads::recordingsOf(LeadId lead)
{
    return keepAnswer(m_api.recordingsOf(lead), this, [this, lead](const QList<Recording> &recordings) {
        return m_session.store->replaceRemoteRecordings(lead, recordings);
    });
}

} // namespace Holdfast
