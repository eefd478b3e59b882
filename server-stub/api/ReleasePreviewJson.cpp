// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ReleasePreviewJson.h"

#include "api/RetentionReasonJson.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "records/Holds.h"
#include "records/Matters.h"
#include "records/ReleasePreview.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace Holdfast {

namespace {

QList<HoldId> readHolds(JsonFields &fields)
{
    const QLatin1String name("holdIds");
    QList<HoldId> ids;
    const QJsonArray list = fields.list(name);
    if (list.isEmpty() || list.size() > mostHeldAtOnce)
        fields.refuse(name, QStringLiteral("a list of 1 to %1 numbers").arg(mostHeldAtOnce));
    for (const QJsonValue &value : list) {
        const HoldId id{value.toInteger(0)};
        if (!id.isValid())
            fields.refuse(name, QStringLiteral("a list of positive whole numbers"));
        else if (!ids.contains(id))
            ids.append(id);
    }
    return ids;
}

/// Those that stand: what was released before is not released again.
Result<QList<HoldId>> standingOf(Database &database, const PreviewOrder &order)
{
    QList<HoldId> ids;
    if (order.matter) {
        if (const Result<Matter> matter = Matters(database).byId(*order.matter); !matter)
            return fail(matter.error());
        HoldFilter filter;
        filter.matter = order.matter;
        filter.stands = true;
        filter.limit = std::numeric_limits<int>::max();
        const Result<QList<Hold>> holds = Holds(database).find(filter);
        if (!holds)
            return fail(holds.error());
        for (const Hold &hold : *holds)
            ids.append(hold.id);
        return ids;
    }
    for (const HoldId id : order.holdIds) {
        const Result<Hold> hold = Holds(database).byId(id);
        if (!hold)
            return fail(hold.error());
        if (!hold->stands())
            return fail(FailureKind::Conflict, QStringLiteral("Hold %1 was released before").arg(id.value));
        ids.append(id);
    }
    return ids;
}

QJsonObject toJson(const ReleasePreview::Freed &freed)
{
    const Recording &recording = freed.recording;
    return {{QLatin1String("recordingId"), recording.id.value},
            {QLatin1String("leadId"), recording.leadId.value},
            {QLatin1String("leadName"), recording.leadName},
            {QLatin1String("originalName"), recording.originalName},
            {QLatin1String("fileSize"), recording.fileSize},
            {QLatin1String("uploadedAt"), isoTime(recording.uploadedAt)},
            {QLatin1String("retentionUntil"), isoTime(freed.verdict.until)},
            {QLatin1String("retentionReason"), toJson(freed.verdict.reason)},
            {QLatin1String("takenByNextSweep"), freed.verdict.state == RetentionState::Due}};
}

QJsonObject toJson(const ReleasePreview::Totals &totals)
{
    return {{QLatin1String("goFree"), totals.goFree},
            {QLatin1String("bytes"), totals.bytes},
            {QLatin1String("stayHeld"), totals.stay},
            {QLatin1String("takenByNextSweep"), totals.due},
            {QLatin1String("bytesTakenByNextSweep"), totals.dueBytes},
            {QLatin1String("placing"), totals.isPlacing}};
}

} // namespace

Result<PreviewOrder> previewOrderFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    PreviewOrder order;
    if (fields.has(QLatin1String("matterId")) == fields.has(QLatin1String("holdIds")))
        fields.refuse(QLatin1String("holdIds"), QStringLiteral("given, or matterId in its place"));
    else if (fields.has(QLatin1String("matterId")))
        order.matter = MatterId{fields.positive(QLatin1String("matterId"))};
    else
        order.holdIds = readHolds(fields);
    order.after.value = fields.positiveOrNull(QLatin1String("after")).value_or(0);
    const qint64 limit = fields.numberOrNull(QLatin1String("limit")).value_or(order.limit);
    order.limit = static_cast<int>(std::clamp<qint64>(limit, 1, PreviewOrder::mostRecordings));
    if (limit != order.limit)
        fields.refuse(QLatin1String("limit"),
                      QStringLiteral("a whole number from 1 to %1").arg(PreviewOrder::mostRecordings));
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return order;
}

Result<QJsonObject> previewJson(Database &database, const Result<RetentionRules> &rules, const PreviewOrder &order,
                                const QDateTime &now)
{
    const Result<QList<HoldId>> holds = rules ? standingOf(database, order) : fail(rules.error());
    if (!holds)
        return fail(holds.error());
    ReleasePreview preview(database, *rules);
    QJsonObject json{{QLatin1String("at"), isoTime(now)}, {QLatin1String("totals"), QJsonValue(QJsonValue::Null)}};
    if (!order.after.isValid()) {
        const Result<ReleasePreview::Totals> totals = preview.totals(*holds, now);
        if (!totals)
            return fail(totals.error());
        json.insert(QLatin1String("totals"), toJson(*totals));
    }
    const Result<QList<ReleasePreview::Freed>> page = preview.page(*holds, order.after, order.limit, now);
    if (!page)
        return fail(page.error());
    QJsonArray recordings;
    for (const ReleasePreview::Freed &freed : *page)
        recordings.append(toJson(freed));
    json.insert(QLatin1String("recordings"), recordings);
    json.insert(QLatin1String("next"), page->size() == order.limit ? QJsonValue(page->last().recording.id.value)
                                                                   : QJsonValue(QJsonValue::Null));
    return json;
}

} // namespace Holdfast
