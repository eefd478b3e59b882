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

} // namespace Holdfast
