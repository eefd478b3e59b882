// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/SweepJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"
#include "contract/ServerSentences.h"

namespace Holdfast {

namespace {

QJsonValue orNull(const std::optional<RetentionSweep> &sweep)
{
    return sweep ? QJsonValue(toJson(*sweep)) : QJsonValue(QJsonValue::Null);
}

void readCounts(JsonFields &fields, RetentionSweep &sweep)
{
    sweep.total = fields.number(QLatin1String("total"));
    sweep.due = fields.number(QLatin1String("due"));
    sweep.dueBytes = fields.number(QLatin1String("dueBytes"));
    sweep.held = fields.number(QLatin1String("held"));
    sweep.heldSince = fields.number(QLatin1String("heldSince"));
    sweep.noLongerDue = fields.number(QLatin1String("noLongerDue"));
    sweep.allowed = fields.number(QLatin1String("allowed"));
    sweep.deleted = fields.number(QLatin1String("deleted"));
    sweep.deletedBytes = fields.number(QLatin1String("deletedBytes"));
    sweep.failed = fields.number(QLatin1String("failed"));
}

RetentionSweep sweepFrom(JsonFields &fields)
{
    RetentionSweep sweep;
    sweep.id.value = fields.positive(QLatin1String("id"));
    if (const auto state = sweepStateFromName(fields.text(QLatin1String("state"))))
        sweep.state = *state;
    else
        fields.refuse(QLatin1String("state"),
                      QStringLiteral("counting, waiting, running, finished, refused or failed"));
    sweep.isDryRun = fields.truth(QLatin1String("dryRun"));
    sweep.begunBy.value = fields.positiveOrNull(QLatin1String("begunBy")).value_or(0);
    sweep.begunByName = fields.textOrNull(QLatin1String("begunByName"));
    sweep.begunAt = fields.time(QLatin1String("begunAt"));
    sweep.endedAt = fields.timeOrNull(QLatin1String("endedAt"));
    readCounts(fields, sweep);
    sweep.problem = inOwnLanguage(fields.textOrNull(QLatin1String("problem")));
    sweep.decidedBy.value = fields.positiveOrNull(QLatin1String("decidedBy")).value_or(0);
    sweep.decidedByName = fields.textOrNull(QLatin1String("decidedByName"));
    sweep.decidedAt = fields.timeOrNull(QLatin1String("decidedAt"));
    return sweep;
}

std::optional<RetentionSweep> readSweepOrNull(JsonFields &fields, QLatin1String name)
{
    if (fields.isNull(name))
        return std::nullopt;
    JsonFields inner = fields.object(name);
    RetentionSweep sweep = sweepFrom(inner);
    fields.adopt(inner);
    return sweep;
}

} // namespace

QJsonObject toJson(const RetentionSweep &sweep)
{
    return {{QLatin1String("id"), sweep.id.value},
            {QLatin1String("state"), QString(sweepStateName(sweep.state))},
            {QLatin1String("dryRun"), sweep.isDryRun},
            {QLatin1String("begunBy"), idOrNull(sweep.begunBy)},
            {QLatin1String("begunByName"), sweep.begunByName},
            {QLatin1String("begunAt"), isoTime(sweep.begunAt)},
            {QLatin1String("endedAt"), timeOrNull(sweep.endedAt)},
            {QLatin1String("total"), sweep.total},
            {QLatin1String("due"), sweep.due},
            {QLatin1String("dueBytes"), sweep.dueBytes},
            {QLatin1String("held"), sweep.held},
            {QLatin1String("heldSince"), sweep.heldSince},
            {QLatin1String("noLongerDue"), sweep.noLongerDue},
            {QLatin1String("allowed"), sweep.allowed},
            {QLatin1String("deleted"), sweep.deleted},
            {QLatin1String("deletedBytes"), sweep.deletedBytes},
            {QLatin1String("failed"), sweep.failed},
            {QLatin1String("problem"), textOrNull(sweep.problem)},
            {QLatin1String("decidedBy"), idOrNull(sweep.decidedBy)},
            {QLatin1String("decidedByName"), textOrNull(sweep.decidedByName)},
            {QLatin1String("decidedAt"), timeOrNull(sweep.decidedAt)}};
}

QJsonObject toJson(const SweepLeft &left)
{
    return {{QLatin1String("recordingId"), left.recordingId.value},
            {QLatin1String("why"), QString(sweepLeftWhyName(left.why))},
            {QLatin1String("reason"), left.reason}};
}

QJsonObject toJson(const SweepStatus &status)
{
    return {{QLatin1String("last"), orNull(status.last)},
            {QLatin1String("lastFinished"), orNull(status.lastFinished)},
            {QLatin1String("nextAt"), isoTime(status.nextAt)},
            {QLatin1String("limitPercent"), status.limitPercent},
            {QLatin1String("warning"), textOrNull(status.warning)},
            {QLatin1String("clockDoubt"), textOrNull(status.clockDoubt)}};
}

QJsonObject toJson(const SweepOrder &order)
{
    return {{QLatin1String("dryRun"), order.isDryRun}, {QLatin1String("clockIsRight"), order.clockIsRight}};
}

Result<RetentionSweep> sweepFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    RetentionSweep sweep = sweepFrom(fields);
    if (fields.failure())
        return fail(*fields.failure());
    return sweep;
}

Result<SweepReport> sweepReportFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    SweepReport report;
    report.sweep = sweepFrom(fields);
    for (const QJsonValue &item : fields.list(QLatin1String("left"))) {
        JsonFields of(item.toObject(), QStringLiteral("left."));
        SweepLeft left;
        left.recordingId.value = of.positive(QLatin1String("recordingId"));
        if (const auto why = sweepLeftWhyFromName(of.text(QLatin1String("why"))))
            left.why = *why;
        else
            of.refuse(QLatin1String("why"), QStringLiteral("held, notDue, gone or failed"));
        left.reason = of.text(QLatin1String("reason"));
        report.left.append(left);
        fields.adopt(of);
    }
    if (fields.failure())
        return fail(*fields.failure());
    return report;
}

Result<SweepStatus> sweepStatusFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    SweepStatus status;
    status.last = readSweepOrNull(fields, QLatin1String("last"));
    status.lastFinished = readSweepOrNull(fields, QLatin1String("lastFinished"));
    status.nextAt = fields.time(QLatin1String("nextAt"));
    status.limitPercent = fields.count(QLatin1String("limitPercent"));
    status.warning = fields.textOrNull(QLatin1String("warning"));
    status.clockDoubt = inOwnLanguage(fields.textOrNull(QLatin1String("clockDoubt")));
    if (fields.failure())
        return fail(*fields.failure());
    return status;
}

Result<SweepOrder> sweepOrderFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    SweepOrder order;
    if (fields.has(QLatin1String("dryRun")))
        order.isDryRun = fields.truth(QLatin1String("dryRun"));
    if (fields.has(QLatin1String("clockIsRight")))
        order.clockIsRight = fields.truth(QLatin1String("clockIsRight"));
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return order;
}

} // namespace Holdfast
