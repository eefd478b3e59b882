// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/PolicyCalls.h"

#include "contract/PolicyEffectsJson.h"
#include "contract/PolicyJson.h"
#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

QFuture<Result<QList<RetentionPolicy>>> PolicyCalls::all()
{
    return getOver<QList<RetentionPolicy>>(m_api.wire(), Routes::policies, {}, [](const QByteArray &body) {
        return listFrom<RetentionPolicy>(body, policyFromJson);
    });
}

QFuture<Result<PolicyEffects>> PolicyCalls::preview(const PolicyChange &change)
{
    QUrlQuery query;
    if (change.without.isValid())
        query.addQueryItem(QStringLiteral("id"), QString::number(change.without.value));
    if (!change.with)
        query.addQueryItem(QStringLiteral("deletes"), QStringLiteral("true"));
    const QJsonObject body = change.with ? policyRequestToJson(*change.with) : QJsonObject();
    return sendOver<PolicyEffects>(
        m_api.wire(), "POST", Routes::policiesPreview, body,
        [](const QByteArray &answer) { return objectFrom<PolicyEffects>(answer, policyEffectsFromJson); }, {}, query);
}

QFuture<Result<RetentionPolicy>> PolicyCalls::save(const RetentionPolicy &policy)
{
    const QString path = policy.id.isValid() ? pathFor(Routes::policy, policy.id.value) : QString(Routes::policies);
    return sendOver<RetentionPolicy>(
        m_api.wire(), policy.id.isValid() ? "PUT" : "POST", path, policyRequestToJson(policy),
        [](const QByteArray &body) { return objectFrom<RetentionPolicy>(body, policyFromJson); },
        onRevision(policy.id.isValid() ? policy.revision : 0));
}

QFuture<Done> PolicyCalls::remove(PolicyId id, qint64 revision)
{
    return sendOver<void>(
        m_api.wire(), "DELETE", pathFor(Routes::policy, id.value), std::nullopt,
        [](const QByteArray &) { return Done(); }, onRevision(revision));
}

} // namespace Holdfast
