// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/HoldRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/HoldDeeds.h"
#include "api/JsonBody.h"
#include "api/RecordingRequest.h"
#include "contract/FailureStatus.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/RecordingJson.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "domain/Limits.h"
#include "records/Changes.h"
#include "records/Holds.h"
#include "records/Matters.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestHoldBody = 64 * 1024; // a thousand ids and a reason

/// What a request asks for; the reason goes to the audit log.
struct HoldOrder
{
    bool complianceHold = false;
    QString reason;
    QString matter; ///< the case it is placed for, by its name
};

HoldOrder readOrder(JsonFields &fields)
{
    HoldOrder order;
    order.complianceHold = fields.truth(QLatin1String("complianceHold"));
    order.reason = fields.textOrNull(QLatin1String("reason"));
    order.matter = fields.textOrNull(QLatin1String("matter"));
    if (order.reason.size() > longestReason)
        fields.refuse(QLatin1String("reason"), QStringLiteral("at most %1 characters").arg(longestReason));
    if (order.matter.size() > longestName)
        fields.refuse(QLatin1String("matter"), QStringLiteral("at most %1 characters").arg(longestName));
    return order;
}

Failure mayNotHold()
{
    return {FailureKind::Forbidden, QStringLiteral("User does not have permission to change compliance holds"), {}, {}};
}

/// The matter that an order names, which is made where there is none of that name yet; the default one where it names
/// none.
Result<MatterId> matterOf(Database &database, const HoldOrder &order, const AuditEntry &entry)
{
    const QString name = order.matter.simplified();
    if (name.isEmpty())
        return defaultMatter;
    const Result<std::optional<Matter>> named = Matters(database).byName(name);
    if (!named)
        return fail(named.error());
    if (*named)
        return (*named)->id;
    if (!order.complianceHold)
        return fail(FailureKind::Malformed, QStringLiteral("matter names no matter"));
    Matter matter;
    matter.name = name;
    matter.reason = order.reason;
    matter.ownerId = entry.userId;
    matter.createdAt = matter.updatedAt = entry.at;
    const Result<MatterId> made = Matters(database).add(matter);
    if (!made)
        return made;
    AuditEntry makes = entry;
    makes.action = QStringLiteral("matter-create");
    makes.recordingId = {};
    makes.leadId = {};
    makes.detail = {{QLatin1String("matterId"), made->value}, {QLatin1String("name"), name}};
    if (Done noted = Audit(database).append(makes); !noted)
        return fail(noted.error());
    if (Done noted = Changes(database).append(QStringLiteral("matter"), made->value, entry.at, UserId{}); !noted)
        return fail(noted.error());
    return made;
}

/// Why it stays held though its hold for this matter is lifted, or never was.
Result<QString> whatStillHolds(Database &database, RecordingId id)
{
    HoldFilter filter;
    filter.recording = id;
    filter.stands = true;
    const Result<QList<Hold>> holds = Holds(database).find(filter);
    if (!holds)
        return fail(holds.error());
    QStringList names;
    for (const Hold &hold : *holds)
        names.append(QStringLiteral("hold %1 for \"%2\"").arg(QString::number(hold.id.value), hold.matterName));
    return QStringLiteral("The recording stays under compliance hold: %1. Release what still holds it "
                          "(/api/holds/{id}/release).")
        .arg(names.join(QStringLiteral(", ")));
}

/// What an order has done to one recording.
struct Ordered
{
    bool complianceHold = false; ///< now
    bool waits = false;          ///< for a second person
    QString remark;              ///< why it is not what was asked for
    bool isNoted = false;        ///< in the audit log
};

/// `released` is the hold that the order releases.
Done note(Database &database, AuditEntry entry, const HoldOrder &order, bool before, bool after,
          std::optional<HoldId> released = {})
{
    entry.detail = {{QLatin1String("before"), before}, {QLatin1String("after"), after}};
    if (released)
        entry.detail.insert(QLatin1String("holdId"), released->value);
    if (!order.reason.isEmpty())
        entry.detail.insert(QLatin1String("reason"), order.reason);
    if (!order.matter.isEmpty())
        entry.detail.insert(QLatin1String("matter"), order.matter);
    return Audit(database).append(entry);
}

/// A hold is released after its entry in the audit log, which says whether the recording stays held by others.
Done releaseNoted(Database &database, const AuditEntry &entry, const HoldOrder &order, HoldId id)
{
    Query others(database, "SELECT count(*) FROM standing_holds WHERE recording_id = ? AND hold_id <> ?");
    const Result<qint64> staying = others.bind(entry.recordingId, id).oneNumber();
    if (!staying)
        return fail(staying.error());
    return inOrder([&] { return note(database, entry, order, true, *staying > 0, id); },
                   [&] { return Holds(database).release(id, entry.userId, entry.at, order.reason); },
                   [&] { return Changes(database).append(QStringLiteral("hold"), id.value, entry.at, UserId{}); });
}

Result<Ordered> hold(Database &database, const AuditEntry &entry, const HoldOrder &order, MatterId matter)
{
    Holds holds(database);
    const Result<std::optional<Hold>> standing = holds.standing(entry.recordingId, matter);
    if (!standing)
        return fail(standing.error());
    if (*standing) {
        if (Done held = holds.makeSureOf(entry.recordingId); !held)
            return fail(held.error());
        return Ordered{true};
    }
    Hold hold;
    hold.matterId = matter;
    hold.recordingId = entry.recordingId;
    hold.reason = order.reason;
    hold.placedBy = entry.userId;
    hold.placedAt = entry.at;
    const Result<HoldId> placed = holds.placeOnRecording(hold);
    if (!placed)
        return fail(placed.error());
    if (Done told = Changes(database).append(QStringLiteral("hold"), placed->value, entry.at, UserId{}); !told)
        return fail(told.error());
    return Ordered{true};
}

/// Lifts the hold over this recording alone for that matter; what others hold stays held, and says so.
Result<Ordered> lift(Database &database, const AuditEntry &entry, const HoldOrder &order, MatterId matter,
                     bool needsTwo)
{
    const Result<std::optional<Hold>> standing = Holds(database).standing(entry.recordingId, matter);
    if (!standing)
        return fail(standing.error());
    Ordered ordered;
    if (*standing && needsTwo) {
        const Result<LetGo> letGo = letGoOf(database, entry, (*standing)->id, order.reason, needsTwo);
        if (!letGo)
            return fail(letGo.error());
        ordered.waits = true;
        ordered.remark = QStringLiteral("The recording stays under compliance hold until a second person approves "
                                        "its release (release request %1).")
                             .arg(letGo->request->id.value);
    } else if (*standing) {
        if (Done released = releaseNoted(database, entry, order, (*standing)->id); !released)
            return fail(released.error());
        ordered.isNoted = true;
    }
    const Result<std::optional<Recording>> after = Recordings(database).byId(entry.recordingId);
    if (!after)
        return fail(after.error());
    ordered.complianceHold = *after && (*after)->complianceHold;
    if (!ordered.complianceHold || ordered.waits)
        return ordered;
    const Result<QString> still = whatStillHolds(database, entry.recordingId);
    if (!still)
        return fail(still.error());
    if (!*standing)
        return fail(FailureKind::Conflict, *still);
    ordered.remark = *still;
    return ordered;
}

Result<Ordered> carryOut(Database &database, AuditEntry entry, const HoldOrder &order, bool needsTwo)
{
    const Result<std::optional<Recording>> before = Recordings(database).byId(entry.recordingId);
    if (!before)
        return fail(before.error());
    if (!*before)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found"));
    entry.leadId = (*before)->leadId;
    const Result<MatterId> matter = matterOf(database, order, entry);
    if (!matter)
        return fail(matter.error());
    const Result<Ordered> ordered =
        order.complianceHold ? hold(database, entry, order, *matter) : lift(database, entry, order, *matter, needsTwo);
    if (!ordered)
        return ordered;
    if (!ordered->isNoted)
        if (Done noted = note(database, entry, order, (*before)->complianceHold, ordered->complianceHold); !noted)
            return fail(noted.error());
    if (Done told = Changes(database).append(QStringLiteral("recording"), entry.recordingId.value, entry.at,
                                             (*before)->agentId);
        !told)
        return fail(told.error());
    return ordered;
}

Result<QList<RecordingId>> readIds(JsonFields &fields)
{
    const QJsonArray list = fields.list(QLatin1String("ids"));
    if (list.isEmpty() || list.size() > mostHeldAtOnce)
        fields.refuse(QLatin1String("ids"), QStringLiteral("a list of 1 to %1 numbers").arg(mostHeldAtOnce));
    if (fields.failure())
        return fail(*fields.failure());
    QList<RecordingId> ids;
    for (const QJsonValue &value : list) {
        const RecordingId id{value.toInteger(0)};
        if (!id.isValid())
            fields.refuse(QLatin1String("ids"), QStringLiteral("a list of positive whole numbers"));
        else if (!ids.contains(id))
            ids.append(id);
    }
    if (fields.failure())
        return fail(*fields.failure());
    return ids;
}

/// What became of one of many.
QJsonObject outcomeOf(RecordingId id, const Result<Ordered> &ordered)
{
    const int status = !ordered ? statusOf(ordered.error().kind) : ordered->waits ? 202 : 200;
    QJsonObject outcome{{QLatin1String("id"), id.value}, {QLatin1String("status"), status}};
    if (ordered)
        outcome.insert(QLatin1String("complianceHold"), ordered->complianceHold);
    if (!ordered || !ordered->remark.isEmpty())
        outcome.insert(QLatin1String("message"), ordered ? ordered->remark : ordered.error().message);
    return outcome;
}

/// What concerns one of many alone.
bool isOfOneAlone(const Failure &failure)
{
    return failure.kind == FailureKind::NotFound || failure.kind == FailureKind::Conflict;
}

} // namespace

HoldRoutes::HoldRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, bool releaseNeedsTwo)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_releaseNeedsTwo(releaseNeedsTwo)
{
}

void HoldRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add(
        "PUT", Routes::recordingHold, gate,
        [this](const Http::Request &request, const Http::Responder &responder) { return one(request, responder); });
    router.add(
        "POST", Routes::recordingsHold, gate,
        [this](const Http::Request &request, const Http::Responder &responder) { return many(request, responder); });
}

std::unique_ptr<Http::BodySink> HoldRoutes::one(const Http::Request &request, const Http::Responder &responder)
{
    RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("hold"));
    if (asked.recording && !may(Gate::callerOf(request).user.role, Deed::PlaceHold))
        asked.recording = fail(mayNotHold());
    if (!asked.recording) {
        asked.refuse(responder);
        return nullptr;
    }
    return collectJson(request, responder, longestHoldBody,
                       [this, entry = asked.entry](const QJsonObject &body, const Http::Responder &answer) {
                           JsonFields fields(body);
                           const HoldOrder wanted = readOrder(fields);
                           if (fields.failure())
                               return answer.reply(failureReply(*fields.failure()));
                           m_data.writes()
                               .submit<Ordered>([entry, wanted, two = m_releaseNeedsTwo](Database &database) {
                                   return carryOut(database, entry, wanted, two);
                               })
                               .then([this, id = entry.recordingId, answer](const Result<Ordered> &ordered) {
                                   const Result<Recording> after =
                                       ordered ? m_recordings.stored(id) : fail(ordered.error());
                                   answer.reply(after ? Http::Reply::json(ordered->waits ? 202 : 200, jsonText(*after))
                                                      : failureReply(after.error()));
                               });
                       });
}

std::unique_ptr<Http::BodySink> HoldRoutes::many(const Http::Request &request, const Http::Responder &responder)
{
    const Caller caller = Gate::callerOf(request);
    const AuditEntry entry = m_log.entry(caller, QStringLiteral("hold"));
    if (!may(caller.user.role, Deed::PlaceHold)) {
        AuditEntry refused = entry;
        refused.outcome = AuditOutcome::Refused;
        m_log.thenReply(refused, responder, failureReply(mayNotHold()));
        return nullptr;
    }
    return collectJson(request, responder, longestHoldBody,
                       [this, entry](const QJsonObject &body, const Http::Responder &answer) {
                           JsonFields fields(body);
                           const HoldOrder wanted = readOrder(fields);
                           const Result<QList<RecordingId>> ids = readIds(fields);
                           if (!ids)
                               return answer.reply(failureReply(ids.error()));
                           m_data.writes()
                               .submit<QJsonArray>([entry, wanted, ids = *ids,
                                                    two = m_releaseNeedsTwo](Database &database) -> Result<QJsonArray> {
                                   QJsonArray outcomes;
                                   for (const RecordingId id : ids) {
                                       AuditEntry own = entry;
                                       own.recordingId = id;
                                       const Result<Ordered> ordered = carryOut(database, own, wanted, two);
                                       if (!ordered && !isOfOneAlone(ordered.error()))
                                           return fail(ordered.error()); // all or none, but for what concerns one alone
                                       outcomes.append(outcomeOf(id, ordered));
                                   }
                                   return outcomes;
                               })
                               .then([answer](const Result<QJsonArray> &outcomes) {
                                   answer.reply(outcomes ? Http::Reply::json(200, QJsonDocument(*outcomes))
                                                         : failureReply(outcomes.error()));
                               });
                       });
}

} // namespace Holdfast
