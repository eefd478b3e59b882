// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RecordingRemoval.h"

#include "records/Changes.h"
#include "records/Policies.h"
#include "records/StorageDays.h"
#include "records/Uploads.h"
#include "records/WebhookFacts.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

namespace Holdfast {

namespace {

tl::unexpected<Failure> isHeld()
{
    return fail(FailureKind::Forbidden, QStringLiteral("Cannot delete recording under compliance hold"));
}

QJsonObject reasonOf(const RetentionVerdict &verdict)
{
    QJsonObject reason{{QLatin1String("policyName"), verdict.reason.policyName},
                       {QLatin1String("appliesTo"), verdict.reason.appliesTo},
                       {QLatin1String("days"), verdict.reason.days},
                       {QLatin1String("until"), verdict.until.toUTC().toString(Qt::ISODateWithMs)}};
    if (verdict.reason.policyId.isValid())
        reason.insert(QLatin1String("policyId"), verdict.reason.policyId.value);
    return reason;
}

} // namespace

Result<Recording> RecordingRemoval::unheld(RecordingId id)
{
    const Result<std::optional<Recording>> found = Recordings(m_database).byId(id);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found"));
    // The holds themselves count, too: the mark may have been taken away by others.
    Query holds(m_database, "SELECT count(*) FROM standing_holds WHERE recording_id = ?");
    const Result<qint64> standing = holds.bind(id).oneNumber();
    if (!standing)
        return fail(standing.error());
    if ((*found)->complianceHold || *standing > 0)
        return isHeld();
    return **found;
}

Done RecordingRemoval::remove(const Recording &recording, const AuditEntry &entry)
{
    const Done removed = Recordings(m_database).remove(recording.id);
    // The database refuses what a hold is for that is still being placed and has not marked it yet.
    if (!removed && removed.error().kind == FailureKind::Conflict)
        return isHeld();
    if (!removed)
        return removed;
    return inOrder([&] { return StorageDays(m_database).noteDeleted(entry.at.date(), recording.fileSize); },
                   [&] { return Uploads(m_database).begin(recording.id, recording.filePath, entry.at); },
                   [&] { return Audit(m_database).append(entry); },
                   [&] {
                       return Changes(m_database)
                           .append(QStringLiteral("recording"), recording.id.value, entry.at, recording.agentId);
                   });
}

Result<Recording> RecordingRemoval::byHand(const AuditEntry &entry)
{
    const Result<Recording> recording = unheld(entry.recordingId);
    if (!recording)
        return recording;
    if (const Done removed = remove(*recording, entry); !removed)
        return fail(removed.error());
    return recording;
}

Result<Recording> RecordingRemoval::expired(AuditEntry entry, int fallbackDays, int coolingOffDays, const QDateTime &by)
{
    const Result<Recording> recording = unheld(entry.recordingId);
    if (!recording)
        return recording;
    const Result<QList<RetentionPolicy>> policies = Policies(m_database).thatMayDecide(*recording);
    if (!policies)
        return fail(policies.error());
    const RetentionVerdict verdict = retentionVerdict(*recording, {}, {*policies, fallbackDays, coolingOffDays}, by);
    if (verdict.state != RetentionState::Due)
        return fail(FailureKind::Outdated, QStringLiteral("The recording has not run its time any more"));
    entry.leadId = recording->leadId;
    entry.detail.insert(QLatin1String("originalName"), recording->originalName);
    entry.detail.insert(QLatin1String("sha256"), QString::fromLatin1(recording->sha256.toHex()));
    entry.detail.insert(QLatin1String("retention"), reasonOf(verdict));
    const Done done = inOrder([&] { return WebhookFacts(m_database).expired(recording->id, entry.at); },
                              [&] { return remove(*recording, entry); });
    if (!done)
        return fail(done.error());
    return recording;
}

} // namespace Holdfast
