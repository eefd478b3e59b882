// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/Forgetting.h"

#include "local/RecordingKey.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

namespace Holdfast::Forgetting {

namespace {

template <class... Values> Done run(Database &database, const char *sql, const Values &...values)
{
    return Query(database, sql).bind(values...).run();
}

template <class... Values> Result<bool> exists(Database &database, const char *sql, const Values &...values)
{
    Query query(database, sql);
    query.bind(values...);
    return query.step();
}

template <class Tag> Result<QList<Id<Tag>>> idsOf(Query &query)
{
    QList<Id<Tag>> ids;
    if (const Done read = query.each([&] { ids.append(Id<Tag>{query.number(0)}); }); !read)
        return fail(read.error());
    return ids;
}

Result<QString> nameOf(Database &database, LeadId id)
{
    Query query(database, "SELECT name FROM leads WHERE id = ?");
    query.bind(id);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? query.text(0) : QString();
}

/// Told once, when it begins.
Done noteStays(Database &database, LeadId lead, bool isNew, Touched &touched)
{
    touched.stays = true;
    if (!isNew)
        return {};
    const Result<QString> name = nameOf(database, lead);
    if (!name)
        return fail(name.error());
    if (!touched.keptLeads.contains(*name))
        touched.keptLeads.append(*name);
    return {};
}

Done doom(Database &database, QUuid uploadId, RecordingId id, Touched &touched)
{
    touched.files = true;
    for (const QString &name : namesInCache(uploadId, id))
        if (Done noted = run(database, "INSERT OR IGNORE INTO doomed_files (name) VALUES (?)", name); !noted)
            return noted;
    return {};
}

Done removeRow(Database &database, RecordingId id)
{
    return inOrder(
        [&] { return run(database, "DELETE FROM recordings WHERE recording_id = ?", id); },
        [&] { return run(database, "DELETE FROM gone_recordings WHERE recording_id = ?", id); },
        [&] { return run(database, "DELETE FROM following_due WHERE kind = 'annotations' AND id = ?", id); });
}

Done keepForWhatIsUnsent(Database &database, RecordingId id, LeadId lead, Touched &touched)
{
    const Result<bool> known = exists(database, "SELECT 1 FROM gone_recordings WHERE recording_id = ?", id);
    if (!known)
        return fail(known.error());
    return inOrder([&] { return run(database, "INSERT OR IGNORE INTO gone_recordings (recording_id) VALUES (?)", id); },
                   [&] { return noteStays(database, lead, !*known, touched); });
}

} // namespace

Done recording(Database &database, RecordingId id, Touched &touched)
{
    Query row(database, "SELECT upload_id, lead_id FROM recordings WHERE recording_id = ?");
    row.bind(id);
    const Result<bool> found = row.step();
    if (!found)
        return fail(found.error());
    if (!*found)
        return {};
    const QUuid uploadId(row.text(0));
    const LeadId lead{row.number(1)};
    const QString key = recordingKey(uploadId, id);
    touched.recordingsOf.insert(lead);
    touched.recordings.insert(key);
    touched.annotationsOf.insert(key);
    const Done cleared =
        inOrder([&] { return doom(database, uploadId, id, touched); },
                [&] { return run(database, "DELETE FROM annotations WHERE recording = ? AND pending = ''", key); },
                [&] { return run(database, "DELETE FROM listening WHERE recording = ?", key); });
    if (!cleared)
        return cleared;
    const Result<bool> unsent = exists(database,
                                       "SELECT 1 FROM annotations WHERE recording = ? UNION ALL"
                                       " SELECT 1 FROM drafts WHERE recording = ?",
                                       key, key);
    if (!unsent)
        return fail(unsent.error());
    return *unsent ? keepForWhatIsUnsent(database, id, lead, touched) : removeRow(database, id);
}

Done lead(Database &database, LeadId id, Touched &touched)
{
    Query stored(database, "SELECT recording_id FROM recordings WHERE lead_id = ? AND recording_id NOT NULL");
    const auto recordings = idsOf<RecordingTag>(stored.bind(id));
    if (!recordings)
        return fail(recordings.error());
    touched.leads.insert(id);
    const Result<bool> known = exists(database, "SELECT 1 FROM gone_leads WHERE lead_id = ?", id);
    if (!known)
        return fail(known.error());
    QStringList told = touched.keptLeads;
    for (RecordingId recording : *recordings)
        if (Done forgotten = Forgetting::recording(database, recording, touched); !forgotten)
            return forgotten;
    touched.keptLeads = told; // the lead is told of, not each of its recordings
    const Result<bool> remains = exists(database, "SELECT 1 FROM recordings WHERE lead_id = ?", id);
    if (!remains)
        return fail(remains.error());
    if (*remains) // whom it is assigned to now is not known
        return inOrder([&] { return run(database, "INSERT OR IGNORE INTO gone_leads (lead_id) VALUES (?)", id); },
                       [&] { return run(database, "UPDATE leads SET agents = '' WHERE id = ?", id); },
                       [&] { return noteStays(database, id, !*known, touched); });
    return inOrder([&] { return run(database, "DELETE FROM leads WHERE id = ?", id); },
                   [&] { return run(database, "DELETE FROM lead_marks WHERE lead_id = ?", id); },
                   [&] { return run(database, "DELETE FROM gone_leads WHERE lead_id = ?", id); },
                   [&] { return run(database, "DELETE FROM following_due WHERE kind = 'recordings' AND id = ?", id); });
}

Done goneBefore(Database &database, Touched &touched)
{
    Query goneRecordings(database, "SELECT recording_id FROM gone_recordings");
    const auto recordings = idsOf<RecordingTag>(goneRecordings);
    if (!recordings)
        return fail(recordings.error());
    for (RecordingId id : *recordings)
        if (Done forgotten = recording(database, id, touched); !forgotten)
            return forgotten;
    Query goneLeads(database, "SELECT lead_id FROM gone_leads");
    const auto leads = idsOf<LeadTag>(goneLeads);
    if (!leads)
        return fail(leads.error());
    for (LeadId id : *leads)
        if (Done forgotten = lead(database, id, touched); !forgotten)
            return forgotten;
    return {};
}

} // namespace Holdfast::Forgetting
