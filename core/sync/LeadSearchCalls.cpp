// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/LeadSearchCalls.h"

#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

QFuture<Result<QList<Lead>>> LeadSearchCalls::find(const QString &words, int limit)
{
    QUrlQuery query{{QStringLiteral("limit"), QString::number(limit)}};
    if (const QString asked = words.simplified(); !asked.isEmpty())
        query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(asked)));
    return getOver<QList<Lead>>(m_api.wire(), Routes::leads, query,
                                [](const QByteArray &body) { return listFrom<Lead>(body, leadFromJson); });
}

QFuture<Result<QList<Recording>>> LeadSearchCalls::recordingsOf(LeadId lead, int offset, int limit)
{
    QUrlQuery query{{QStringLiteral("leadId"), QString::number(lead.value)},
                    {QStringLiteral("sort"), QStringLiteral("-callDate")},
                    {QStringLiteral("limit"), QString::number(limit)}};
    if (offset > 0)
        query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    return getOver<QList<Recording>>(m_api.wire(), Routes::recordings, query, [](const QByteArray &body) {
        return listFrom<Recording>(body, recordingFromJson);
    });
}

} // namespace Holdfast
