// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/StorageCalls.h"

#include "contract/Routes.h"
#include "contract/StorageJson.h"
#include "sync/WireCall.h"

namespace Holdfast {

QFuture<Result<StorageReport>> StorageCalls::report()
{
    return getOver<StorageReport>(m_api.wire(), Routes::storageStats, {}, [](const QByteArray &body) {
        return objectFrom<StorageReport>(body, storageReportFromJson);
    });
}

QFuture<Result<QList<CampaignUsage>>> StorageCalls::byCampaign()
{
    return getOver<QList<CampaignUsage>>(
        m_api.wire(), Routes::storageUsage, {{QStringLiteral("by"), QStringLiteral("campaign")}},
        [](const QByteArray &body) { return objectFrom<QList<CampaignUsage>>(body, campaignUsagesFromJson); });
}

QFuture<Result<QList<PolicyUsage>>> StorageCalls::byPolicy()
{
    return getOver<QList<PolicyUsage>>(
        m_api.wire(), Routes::storageUsage, {{QStringLiteral("by"), QStringLiteral("policy")}},
        [](const QByteArray &body) { return objectFrom<QList<PolicyUsage>>(body, policyUsagesFromJson); });
}

} // namespace Holdfast
