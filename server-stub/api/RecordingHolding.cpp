// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingHolding.h"

#include "api/HoldDeeds.h"
#include "records/Changes.h"
#include "records/Holds.h"
#include "records/Matters.h"
#include "records/Recordings.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

namespace Holdfast {

namespace {

/// The matter that an order names, which is made where there is none of that name yet; the default one where it names
/// none.
Result<MatterId> matterOf(Database &database, const RecordingHoldOrder &order, const AuditEntry &entry)
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

/// `released` is the hold that the order releases.
Done note(Database &database, AuditEntry entry, const RecordingHoldOrder &order, bool before, bool after,
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
Done releaseNoted(Database &database, const AuditEntry &entry, const RecordingHoldOrder &order, HoldId id)
{
    Query others(database, "SELECT count(*) FROM standing_holds WHERE recording_id = ? AND hold_id <> ?");
    const Result<qint64> staying = others.bind(entry.recordingId, id).oneNumber();
    if (!staying)
        return fail(staying.error());
    return inOrder([&] { return note(database, entry, order, true, *staying > 0, id); },
                   [&] { return Holds(database).release(id, entry.userId, entry.at, order.reason); },
                   [&] { return Changes(database).append(QStringLiteral("hold"), id.value, entry.at, UserId{}); });
}

Result<HoldOutcome> hold(Database &database, const AuditEntry &entry, const RecordingHoldOrder &order, MatterId matter)
{
    Holds holds(database);
    const Result<std::optional<Hold>> standing = holds.standing(entry.recordingId, matter);
    if (!standing)
        return fail(standing.error());
    if (*standing) {
        if (Done held = holds.makeSureOf(entry.recordingId); !held)
            return fail(held.error());
        return HoldOutcome{.complianceHold = true, .waits = false, .remark = {}, .isNoted = false};
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
    return HoldOutcome{.complianceHold = true, .waits = false, .remark = {}, .isNoted = false};
}

/// Lifts the hold over this recording alone for that matter; what others hold stays held, and says so.
Result<HoldOutcome> lift(Database &database, const AuditEntry &entry, const RecordingHoldOrder &order, MatterId matter,
                         bool needsTwo)
{
    const Result<std::optional<Hold>> standing = Holds(database).standing(entry.recordingId, matter);
    if (!standing)
        return fail(standing.error());
    HoldOutcome ordered;
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

} // namespace

Result<HoldOutcome> holdOrRelease(Database &database, AuditEntry entry, const RecordingHoldOrder &order, bool needsTwo)
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
    const Result<HoldOutcome> ordered =
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

} // namespace Holdfast
