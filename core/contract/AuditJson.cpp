// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AuditJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"

namespace Holdfast {

namespace {

AuditOutcome readOutcome(JsonFields &fields)
{
    const auto outcome = outcomeFromName(fields.text(QLatin1String("outcome")));
    if (!outcome)
        fields.refuse(QLatin1String("outcome"), QStringLiteral("allowed or refused"));
    return outcome.value_or(AuditOutcome::Refused);
}

AuditFinding readFinding(JsonFields &fields)
{
    JsonFields inner = fields.object(QLatin1String("finding"));
    AuditFinding finding;
    const auto kind = findingFromName(inner.text(QLatin1String("kind")));
    if (!kind)
        inner.refuse(QLatin1String("kind"), QStringLiteral("one of the contract's findings"));
    finding.kind = kind.value_or(AuditFinding::Kind::Changed);
    finding.first = inner.number(QLatin1String("firstEntry"));
    finding.last = inner.number(QLatin1String("lastEntry"));
    fields.adopt(inner);
    return finding;
}

QList<AuditGap> readGaps(JsonFields &fields)
{
    QList<AuditGap> gaps;
    if (!fields.has(QLatin1String("gaps")))
        return gaps; // a server from before there were any
    for (const QJsonValue &one : fields.list(QLatin1String("gaps"))) {
        JsonFields inner(one.toObject(), QStringLiteral("gaps."));
        gaps.append({inner.number(QLatin1String("firstEntry")), inner.number(QLatin1String("lastEntry")),
                     inner.truth(QLatin1String("keyLost"))});
        fields.adopt(inner);
    }
    return gaps;
}

QJsonArray toJson(const QList<AuditGap> &gaps)
{
    QJsonArray array;
    for (const AuditGap &gap : gaps)
        array.append(QJsonObject{{QLatin1String("firstEntry"), gap.first},
                                 {QLatin1String("lastEntry"), gap.last},
                                 {QLatin1String("keyLost"), gap.keyLost}});
    return array;
}

} // namespace

QJsonObject toJson(const AuditEntry &entry)
{
    return {{QLatin1String("id"), entry.id},
            {QLatin1String("at"), isoTime(entry.at)},
            {QLatin1String("userId"), idOrNull(entry.userId)},
            {QLatin1String("username"), entry.username},
            {QLatin1String("role"), entry.role ? QJsonValue(roleName(*entry.role)) : QJsonValue(QJsonValue::Null)},
            {QLatin1String("action"), entry.action},
            {QLatin1String("recordingId"), idOrNull(entry.recordingId)},
            {QLatin1String("leadId"), idOrNull(entry.leadId)},
            {QLatin1String("outcome"), outcomeName(entry.outcome)},
            {QLatin1String("address"), entry.address},
            {QLatin1String("detail"), entry.detail}};
}

Result<AuditEntry> auditEntryFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    AuditEntry entry;
    entry.id = fields.positive(QLatin1String("id"));
    entry.at = fields.time(QLatin1String("at"));
    entry.userId = {fields.positiveOrNull(QLatin1String("userId")).value_or(0)};
    entry.username = fields.text(QLatin1String("username"));
    entry.role = roleFromName(fields.textOrNull(QLatin1String("role")));
    entry.action = fields.text(QLatin1String("action"));
    entry.recordingId = {fields.positiveOrNull(QLatin1String("recordingId")).value_or(0)};
    entry.leadId = {fields.positiveOrNull(QLatin1String("leadId")).value_or(0)};
    entry.outcome = readOutcome(fields);
    entry.address = fields.text(QLatin1String("address"));
    if (!json.value(QLatin1String("detail")).isObject())
        fields.refuse(QLatin1String("detail"), QStringLiteral("an object"));
    entry.detail = json.value(QLatin1String("detail")).toObject();
    if (fields.failure())
        return fail(*fields.failure());
    return entry;
}

QJsonObject toJson(const AuditReport &report)
{
    QJsonObject json{{QLatin1String("intact"), !report.finding.has_value()},
                     {QLatin1String("entries"), report.entries},
                     {QLatin1String("message"), auditSentence(report)},
                     {QLatin1String("finding"), QJsonValue::Null},
                     {QLatin1String("gaps"), toJson(report.gaps)}};
    if (report.finding)
        json[QLatin1String("finding")] = QJsonObject{{QLatin1String("kind"), findingName(report.finding->kind)},
                                                     {QLatin1String("firstEntry"), report.finding->first},
                                                     {QLatin1String("lastEntry"), report.finding->last}};
    return json;
}

/// One that says two things at once says nothing: it must not be taken for an intact log.
Result<AuditReport> auditReportFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    AuditReport report;
    report.entries = fields.number(QLatin1String("entries"));
    const bool isIntact = fields.truth(QLatin1String("intact"));
    if (!fields.isNull(QLatin1String("finding")))
        report.finding = readFinding(fields);
    report.gaps = readGaps(fields);
    if (isIntact == report.finding.has_value())
        fields.refuse(QLatin1String("intact"), QStringLiteral("true without a finding, false with one"));
    if (fields.failure())
        return fail(*fields.failure());
    return report;
}

} // namespace Holdfast
