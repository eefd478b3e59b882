// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingQuery.h"

#include <cmath>

namespace Holdfast {

namespace {

/// In millionths.
std::optional<int> partOf(QueryFields &query, QLatin1String name)
{
    const auto part = query.part(name);
    return part ? std::optional<int>(std::lround(*part * HeardFilter::whole)) : std::nullopt;
}

HeardFilter heardOf(QueryFields &query, qint64 longest)
{
    HeardFilter heard;
    heard.minTalk = partOf(query, QLatin1String("minTalkRatio"));
    heard.maxTalk = partOf(query, QLatin1String("maxTalkRatio"));
    heard.minSilence = partOf(query, QLatin1String("minSilenceRatio"));
    heard.maxSilence = partOf(query, QLatin1String("maxSilenceRatio"));
    heard.minOverlap = partOf(query, QLatin1String("minOverlapRatio"));
    heard.minLongestSilence = query.number(QLatin1String("minLongestSilence"), 0, longest);
    heard.deadChannel = query.truth(QLatin1String("deadChannel"));
    heard.clipped = query.truth(QLatin1String("clipped"));
    return heard;
}

/// As it would stand in a query.
std::optional<QString> parameterText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return value.toVariant().toString();
    return std::nullopt;
}

Result<RecordingFilter> filterOfSearch(const QJsonObject &search)
{
    const auto malformed = [](const QString &sentence) { return fail(FailureKind::Malformed, sentence); };
    QList<std::pair<QString, QString>> parameters;
    for (auto field = search.begin(); field != search.end(); ++field) {
        const auto text = parameterText(field.value());
        if (!text)
            return malformed(QStringLiteral("The parameter %1 of the search must be a text, a number, true or false.")
                                 .arg(field.key().left(100)));
        parameters.append({field.key(), *text});
    }
    QueryFields query(parameters);
    RecordingFilter filter = readRecordingFilter(query);
    if (const auto failure = query.failure())
        return fail(*failure);
    if (filter.complianceHold)
        return malformed(QStringLiteral("A hold can't be over what is on hold: leave out complianceHold."));
    RecordingFilter everything;
    everything.words = filter.words.isEmpty() ? filter.words : QString();
    everything.disposition = filter.disposition.isEmpty() ? filter.disposition : QString();
    if (filter.fingerprint() == everything.fingerprint())
        return malformed(QStringLiteral("The field search must ask for something: this one finds every recording."));
    return filter;
}

} // namespace

RecordingFilter readRecordingFilter(QueryFields &query)
{
    RecordingFilter filter;
    if (const auto agent = query.positive(QLatin1String("agentId")))
        filter.agentId = UserId{*agent};
    if (const auto campaign = query.positive(QLatin1String("campaignId")))
        filter.campaignId = CampaignId{*campaign};
    if (const auto lead = query.positive(QLatin1String("leadId")))
        filter.leadId = LeadId{*lead};
    filter.startDate = query.timeFrom(QLatin1String("startDate"));
    filter.endDate = query.timeUntil(QLatin1String("endDate"));
    filter.disposition = query.text(QLatin1String("disposition")).value_or(QString());
    filter.complianceHold = query.truth(QLatin1String("complianceHold"));
    constexpr qint64 longest = 1'000'000'000; // seconds
    filter.minDuration = query.number(QLatin1String("minDuration"), 0, longest);
    filter.maxDuration = query.number(QLatin1String("maxDuration"), 0, longest);
    filter.heard = heardOf(query, longest);
    filter.words = query.text(QLatin1String("q")).value_or(QString()).simplified();
    return filter;
}

Result<RecordingFilter> filterOf(const Hold &hold)
{
    switch (hold.scope) {
    case HoldScope::Search:
        return filterOfSearch(hold.search);
    case HoldScope::Lead: {
        RecordingFilter filter;
        filter.leadId = hold.leadId;
        return filter;
    }
    case HoldScope::Recording:
        return fail(FailureKind::Internal, QStringLiteral("A hold over one recording looks for nothing."));
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
