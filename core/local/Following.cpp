// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/Following.h"

#include "local/Forgetting.h"
#include "local/LeadMarks.h"
#include "local/LeadRows.h"
#include "local/RecordingKey.h"
#include "local/RecordingRows.h"
#include "sqlite/Query.h"
#include "sqlite/Transaction.h"

#include <array>

namespace Holdfast {

namespace {

using Due = Following::Due;

constexpr std::array<QLatin1String, 5> dueWords{QLatin1String("recordings"), QLatin1String("annotations"),
                                                QLatin1String("campaign"), QLatin1String("me"),
                                                QLatin1String("agents")};

QLatin1String wordOf(Due::Kind kind)
{
    return dueWords[static_cast<size_t>(kind)];
}

QLatin1String wordOf(Reach reach)
{
    return reach == Reach::All ? QLatin1String("all") : QLatin1String("own");
}

} // namespace

Following::Following(Database &database, LocalAnnotations &annotations, const AgentNames &agents)
    : m_database(database)
    , m_annotations(annotations)
    , m_agents(agents)
{
}

/// Runs it in one transaction, and tells of what it touched once that is on the disk.
Done Following::inTransaction(const std::function<Done(Touched &)> &work)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    Touched touched;
    if (Done done = work(touched); !done)
        return done;
    if (Done committed = transaction->commit(); !committed)
        return committed;
    tell(touched);
    return {};
}

void Following::tell(const Touched &touched)
{
    if (!touched.leads.isEmpty())
        Q_EMIT leadsTouched(touched.leads.values());
    for (LeadId lead : touched.recordingsOf)
        Q_EMIT recordingsChanged(lead);
    for (const QString &recording : touched.recordings)
        Q_EMIT recordingTouched(recording);
    for (const QString &recording : touched.annotationsOf)
        Q_EMIT m_annotations.changed(recording);
    if (touched.due)
        Q_EMIT dueChanged();
    if (touched.files)
        Q_EMIT filesDoomed();
    if (touched.stays)
        Q_EMIT someStay();
    if (!touched.keptLeads.isEmpty())
        Q_EMIT keptForUnsent(touched.keptLeads);
}

Result<std::optional<Following::Place>> Following::place() const
{
    Query query(m_database, "SELECT cursor, reach FROM following");
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    return Place{query.text(0), query.text(1) == wordOf(Reach::All) ? Reach::All : Reach::Own};
}

Done Following::keepPlace(const QString &cursor, Reach reach)
{
    return Query(m_database, "INSERT INTO following (id, cursor, reach) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE"
                             " SET cursor = excluded.cursor, reach = excluded.reach")
        .bind(cursor, wordOf(reach))
        .run();
}

Done Following::apply(const FeedPage &page, Reach reach, UserId me)
{
    return inTransaction([&](Touched &touched) -> Done {
        for (const FeedChange &change : page.changes)
            if (Done taken = takeIn(change, reach, me, touched); !taken)
                return taken;
        return keepPlace(page.cursor, reach);
    });
}

Done Following::takeIn(const FeedChange &change, Reach reach, UserId me, Touched &touched)
{
    switch (change.kind) {
    case FeedChange::Kind::Lead:
        return change.lead ? takeLead(*change.lead, reach, touched)
                           : Forgetting::lead(m_database, LeadId{change.id}, touched);
    case FeedChange::Kind::Recording:
        return change.recording ? takeRecording(change, reach, me, touched)
                                : loseRecording(RecordingId{change.id}, touched);
    case FeedChange::Kind::Annotations: {
        Query here(m_database, "SELECT 1 FROM recordings WHERE recording_id = ?");
        const Result<bool> isHere = here.bind(change.id).step();
        if (!isHere)
            return fail(isHere.error());
        return *isHere ? owe(Due::Kind::Annotations, change.id, touched) : Done();
    }
    case FeedChange::Kind::Campaign:
        return owe(Due::Kind::Campaign, change.id, touched);
    case FeedChange::Kind::User:
        if (Done named = owe(Due::Kind::Agents, 0, touched); !named || change.id != me.value)
            return named;
        return owe(Due::Kind::Me, change.id, touched);
    case FeedChange::Kind::Policy: // none of these is kept here
    case FeedChange::Kind::Matter:
    case FeedChange::Kind::Hold:
    case FeedChange::Kind::Other:
        return {};
    }
    Q_UNREACHABLE();
}

/// Names that nobody has told yet.
Done Following::oweUnknownAgents(const Lead &lead, Touched &touched)
{
    for (const UserId agent : lead.agents) {
        const Result<bool> known = m_agents.knows(agent);
        if (!known)
            return fail(known.error());
        if (!*known)
            return owe(Due::Kind::Agents, 0, touched);
    }
    return {};
}

Done Following::takeLead(Lead lead, Reach reach, Touched &touched)
{
    lead.revision = 0; // the store keeps none: whoever changes a lead reads it first
    const Result<std::optional<Lead>> before = LeadRows::byId(m_database, lead.id);
    if (!before)
        return fail(before.error());
    if (*before)
        if (Done back = Query(m_database, "DELETE FROM gone_leads WHERE lead_id = ?").bind(lead.id).run(); !back)
            return back;
    if (*before == lead)
        return {};
    touched.leads.insert(lead.id);
    if (Done put = LeadRows::put(m_database, lead); !put)
        return put;
    if (Done named = oweUnknownAgents(lead, touched); !named)
        return named;
    // The feed tells of what changed since; what the lead had before is not among it.
    const bool hasMore = !*before && reach == Reach::Own && lead.recordingCount > 0;
    return hasMore ? owe(Due::Kind::Recordings, lead.id.value, touched) : Done();
}

/// Of a lead that is here.
Result<bool> Following::isWanted(const Recording &recording, Reach reach)
{
    if (reach == Reach::Own)
        return true;
    const Result<bool> opened = LeadMarks::wasOpened(m_database, recording.leadId);
    if (!opened || *opened)
        return opened;
    Query here(m_database, "SELECT 1 FROM recordings WHERE recording_id = ?");
    return here.bind(recording.id).step();
}

Done Following::takeRecording(const FeedChange &change, Reach reach, UserId me, Touched &touched)
{
    const Recording &recording = *change.recording;
    const Result<bool> hasLead = LeadRows::has(m_database, recording.leadId);
    if (!hasLead)
        return fail(hasLead.error());
    if (!*hasLead)
        return Forgetting::recording(m_database, recording.id, touched);
    const Result<bool> wanted = isWanted(recording, reach);
    if (!wanted)
        return fail(wanted.error());
    if (*wanted)
        if (Done taken = Arrival::recording(m_database, recording, me, Arrival::News::Marked, touched); !taken)
            return taken;
    if (!change.leadRecordingCount)
        return {};
    touched.leads.insert(recording.leadId);
    return LeadRows::setRecordingCount(m_database, recording.leadId, *change.leadRecordingCount);
}

Done Following::loseRecording(RecordingId id, Touched &touched)
{
    Query query(m_database, "SELECT l.id, l.recording_count FROM recordings r JOIN leads l ON l.id = r.lead_id"
                            " WHERE r.recording_id = ?");
    const Result<bool> known = query.bind(id).step();
    if (!known)
        return fail(known.error());
    if (*known) {
        const LeadId lead{query.number(0)};
        touched.leads.insert(lead);
        if (Done counted = LeadRows::setRecordingCount(m_database, lead, static_cast<int>(query.number(1)) - 1);
            !counted)
            return counted;
    }
    return Forgetting::recording(m_database, id, touched);
}

Done Following::owe(Due::Kind kind, qint64 id, Touched &touched)
{
    touched.due = true;
    // Anew each time: whoever fetches it at this moment may have missed this change.
    return Query(m_database, "INSERT OR REPLACE INTO following_due (kind, id) VALUES (?, ?)")
        .bind(wordOf(kind), id)
        .run();
}

Result<std::optional<Following::Due>> Following::nextDue() const
{
    Query query(m_database, "SELECT sequence, kind, id FROM following_due ORDER BY sequence LIMIT 1");
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    Due due{query.number(0), Due::Kind::Me, query.number(2)};
    for (size_t i = 0; i < dueWords.size(); ++i)
        if (query.text(1) == dueWords[i])
            due.kind = static_cast<Due::Kind>(i);
    return due;
}

Done Following::settle(const Due &due)
{
    return Query(m_database, "DELETE FROM following_due WHERE sequence = ?").bind(due.sequence).run();
}

Done Following::postpone(const Due &due)
{
    return Query(m_database, "UPDATE following_due SET sequence = (SELECT max(sequence) + 1 FROM following_due)"
                             " WHERE sequence = ?")
        .bind(due.sequence)
        .run();
}

Done Following::keepAnnotations(RecordingId recording, const QList<Annotation> &annotations, UserId me)
{
    Query query(m_database, "SELECT upload_id, lead_id, remote FROM recordings WHERE recording_id = ?");
    const Result<bool> isHere = query.bind(recording).step();
    if (!isHere || !*isHere)
        return isHere ? Done() : fail(isHere.error());
    Result<std::optional<Recording>> remote = RecordingRows::remoteIn(query, 2);
    if (!remote)
        return fail(remote.error());
    const QString key = recordingKey(QUuid(query.text(0)), recording);
    const LeadId lead{query.number(1)};
    const Result<QList<LocalAnnotation>> before = m_annotations.of(key);
    if (!before)
        return fail(before.error());
    const Done counted = inTransaction([&](Touched &touched) -> Done {
        touched.recordingsOf.insert(lead);
        if (Arrival::isByOthers(*before, annotations, me)) {
            touched.leads.insert(lead);
            if (Done marked = LeadMarks::markUnread(m_database, lead); !marked)
                return marked;
        }
        if (!*remote)
            return {};
        (*remote)->annotationCount = static_cast<int>(annotations.size());
        return RecordingRows::setRemote(m_database, **remote);
    });
    return counted ? m_annotations.replaceRemote(key, annotations) : counted;
}

Done Following::renameCampaign(const Campaign &campaign)
{
    Query with(m_database, "SELECT id FROM leads WHERE campaign_id = ? AND campaign_name <> ?");
    with.bind(campaign.id, campaign.name);
    Touched touched;
    if (const Done read = with.each([&] { touched.leads.insert(LeadId{with.number(0)}); }); !read)
        return read;
    if (touched.leads.isEmpty())
        return {};
    const Done renamed = LeadRows::rename(m_database, campaign);
    if (renamed)
        tell(touched);
    return renamed;
}

Done Following::forgetWhatStayed()
{
    return inTransaction([&](Touched &touched) { return Forgetting::goneBefore(m_database, touched); });
}

Result<QStringList> Following::doomedFiles() const
{
    Query query(m_database, "SELECT name FROM doomed_files LIMIT 1000");
    QStringList names;
    if (const Done read = query.each([&] { names.append(query.text(0)); }); !read)
        return fail(read.error());
    return names;
}

Done Following::filesGone(const QStringList &names)
{
    return inTransaction([&](Touched &) -> Done {
        for (const QString &name : names)
            if (Done noted = Query(m_database, "DELETE FROM doomed_files WHERE name = ?").bind(name).run(); !noted)
                return noted;
        return {};
    });
}

} // namespace Holdfast
