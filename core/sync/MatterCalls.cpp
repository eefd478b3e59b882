// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/MatterCalls.h"

#include "contract/MatterJson.h"
#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

Result<Matter> readMatter(const QByteArray &body)
{
    return objectFrom<Matter>(body, matterFromJson);
}

} // namespace

QFuture<Result<QList<Matter>>> MatterCalls::all()
{
    return getOver<QList<Matter>>(m_api.wire(), Routes::matters, {},
                                  [](const QByteArray &body) { return listFrom<Matter>(body, matterFromJson); });
}

QFuture<Result<Matter>> MatterCalls::make(const MatterRequest &request)
{
    return sendOver<Matter>(m_api.wire(), "POST", Routes::matters, toJson(request), readMatter);
}

QFuture<Result<Matter>> MatterCalls::change(MatterId id, const MatterRequest &request, qint64 revision)
{
    return sendOver<Matter>(m_api.wire(), "PUT", pathFor(Routes::matter, id.value), toJson(request), readMatter,
                            onRevision(revision));
}

QFuture<Done> MatterCalls::remove(MatterId id, qint64 revision)
{
    return sendOver<void>(
        m_api.wire(), "DELETE", pathFor(Routes::matter, id.value), std::nullopt,
        [](const QByteArray &) { return Done(); }, onRevision(revision));
}

} // namespace Holdfast
