// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/Arrival.h"

#include "local/LeadMarks.h"
#include "local/RecordingDrafts.h"
#include "local/RecordingKey.h"
#include "local/RecordingRows.h"
#include "sqlite/Query.h"

#include <QHash>

#include <algorithm>

namespace Holdfast::Arrival {

namespace {

struct Before
{
    QUuid uploadId;
    std::optional<Recording> remote; ///< none where it is new here, and where what is here can't be read
    bool isHere = false;
    bool wasGone = false;
    bool hasDraft = false;
};

Result<Before> before(Database &database, RecordingId id)
{
    Query query(database, "SELECT r.upload_id, r.remote, g.recording_id, EXISTS (SELECT 1 FROM drafts d"
                          " WHERE d.recording = coalesce('u' || r.upload_id, 'r' || r.recording_id)) FROM recordings r"
                          " LEFT JOIN gone_recordings g ON g.recording_id = r.recording_id WHERE r.recording_id = ?");
    query.bind(id);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return Before{};
    const auto remote = RecordingRows::remoteIn(query, 1);
    return Before{QUuid(query.text(0)), remote ? *remote : std::nullopt, true, !query.isNull(2), query.number(3) != 0};
}

/// What of it was to go from here may stay.
Done takeBack(Database &database, const Before &before, RecordingId id)
{
    if (before.wasGone)
        return Query(database, "DELETE FROM gone_recordings WHERE recording_id = ?").bind(id).run();
    if (before.isHere)
        return {};
    const QStringList names = namesInCache({}, id);
    return Query(database, "DELETE FROM doomed_files WHERE name IN (?, ?)").bind(names.at(0), names.at(1)).run();
}

/// What people change; what the server finds out by itself is no news.
bool isChangedByHand(const Recording &one, const Recording &other)
{
    return one.callDate != other.callDate || one.leadId != other.leadId || one.complianceHold != other.complianceHold;
}

Result<bool> isNews(Database &database, const QString &key, const Before &before, const Recording &now, UserId me)
{
    if (!before.isHere)
        return now.agentId != me;
    if (!before.remote)
        return false;
    if (isChangedByHand(*before.remote, now))
        return true;
    for (RecordingField field : recordingFields) {
        const QString text = textOf(now, field);
        if (textOf(*before.remote, field) == text)
            continue;
        const Result<bool> mine =
            before.hasDraft ? RecordingDrafts::isOwn(database, {key, field}, text) : Result<bool>(false);
        if (!mine || !*mine)
            return mine ? Result<bool>(true) : mine;
    }
    return false;
}

} // namespace

Done recording(Database &database, const Recording &now, UserId me, News news, Touched &touched)
{
    const Result<Before> known = before(database, now.id);
    if (!known)
        return fail(known.error());
    if (Done back = takeBack(database, *known, now.id); !back)
        return back;
    if (known->remote == now)
        return {};
    const QString key = recordingKey(known->uploadId, now.id);
    const Result<bool> marks = news == News::Marked ? isNews(database, key, *known, now, me) : false;
    if (!marks)
        return fail(marks.error());
    if (*marks) {
        if (Done marked = LeadMarks::markUnread(database, now.leadId); !marked)
            return marked;
        touched.leads.insert(now.leadId);
    }
    if (Done put = RecordingRows::putRemote(database, now); !put)
        return put;
    if (known->hasDraft)
        for (RecordingField field : recordingFields)
            if (Done compared = RecordingDrafts::compare(database, {key, field}, textOf(now, field)); !compared)
                return compared;
    touched.recordings.insert(key);
    touched.recordingsOf.insert(now.leadId);
    if (known->remote && known->remote->leadId != now.leadId)
        touched.recordingsOf.insert(known->remote->leadId);
    return {};
}

bool isByOthers(const QList<LocalAnnotation> &before, const QList<Annotation> &now, UserId me)
{
    QHash<AnnotationId, Annotation> known;
    for (const LocalAnnotation &local : before)
        if (local.annotation.id.isValid() && local.annotation.authorId != me)
            known.insert(local.annotation.id, local.annotation);
    const bool hasNew = std::ranges::any_of(now, [&](const Annotation &one) {
        if (one.authorId == me)
            return false;
        const auto old = known.constFind(one.id);
        const bool same = old != known.cend() && old->text == one.text && old->start == one.start &&
                          old->end == one.end && old->channel == one.channel;
        known.remove(one.id);
        return !same;
    });
    return hasNew || !known.isEmpty();
}

} // namespace Holdfast::Arrival
