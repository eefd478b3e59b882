// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/SearchParameters.h"

#include "contract/Json.h"

#include <QUrl>

namespace Holdfast {

namespace {

QString sortName(SearchOrder order)
{
    switch (order) {
    case SearchOrder::NewestCall:
        return QStringLiteral("-callDate");
    case SearchOrder::OldestCall:
        return QStringLiteral("callDate");
    case SearchOrder::Longest:
        return QStringLiteral("-durationSeconds");
    case SearchOrder::Shortest:
        return QStringLiteral("durationSeconds");
    case SearchOrder::LatestStored:
        return QStringLiteral("-uploadedAt");
    }
    Q_UNREACHABLE();
}

} // namespace

QUrlQuery searchParameters(const SearchTerms &terms)
{
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        // Percent signs and pluses of what somebody typed are meant as they stand.
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    const QString words = terms.words.simplified();
    if (!words.isEmpty())
        add("q", words);
    if (terms.agentId)
        add("agentId", QString::number(terms.agentId->value));
    if (terms.campaignId)
        add("campaignId", QString::number(terms.campaignId->value));
    if (!terms.disposition.isEmpty())
        add("disposition", terms.disposition);
    if (terms.complianceHold)
        add("complianceHold", *terms.complianceHold ? QStringLiteral("true") : QStringLiteral("false"));
    if (terms.storedFrom)
        add("startDate", isoTime(*terms.storedFrom));
    if (terms.storedUntil)
        add("endDate", isoTime(*terms.storedUntil));
    if (terms.shortest)
        add("minDuration", QString::number(terms.shortest->count()));
    if (terms.longest)
        add("maxDuration", QString::number(terms.longest->count()));
    add("sort", sortName(terms.order));
    return query;
}

QJsonObject searchObject(const SearchTerms &terms)
{
    QJsonObject search;
    for (const auto &[name, value] : searchParameters(terms).queryItems(QUrl::FullyDecoded))
        if (name != QStringLiteral("sort"))
            search.insert(name, value);
    return search;
}

} // namespace Holdfast
