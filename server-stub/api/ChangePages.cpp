// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ChangePages.h"

#include "contract/Json.h"
#include "contract/RecordingJson.h"
#include "domain/Deed.h"
#include "records/Campaigns.h"
#include "records/Changes.h"
#include "records/Leads.h"
#include "records/Policies.h"

#include <QSet>

namespace Holdfast {

namespace {

/// Absent where there is none, or none for this caller.
template <class T> Result<std::optional<QJsonObject>> present(const Result<T> &thing)
{
    if (thing)
        return std::optional(toJson(*thing));
    const FailureKind kind = thing.error().kind;
    if (kind == FailureKind::NotFound || kind == FailureKind::Forbidden)
        return std::nullopt;
    return fail(thing.error());
}

Result<std::optional<QJsonObject>> leadFor(Database &database, LeadId id, const Caller &caller)
{
    const Result<std::optional<Lead>> lead = Leads(database).byId(id);
    if (!lead)
        return fail(lead.error());
    if (!*lead || !((*lead)->agents.contains(caller.user.id) || may(caller.user.role, Deed::UploadForAnyLead)))
        return std::nullopt;
    return std::optional(toJson(**lead));
}

} // namespace

ChangePages::ChangePages(DataFolder &data, const RecordingLookup &recordings)
    : m_data(data)
    , m_recordings(recordings)
{
}

QJsonObject ChangePages::Page::json() const
{
    return {{QLatin1String("cursor"), QString::number(cursor)},
            {QLatin1String("changes"), changes},
            {QLatin1String("more"), more}};
}

Result<qint64> ChangePages::newest() const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    return database ? Changes(**database).newest() : fail(database.error());
}

Result<ChangePages::Page> ChangePages::after(qint64 cursor, int limit, const Caller &caller) const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    const bool all = may(caller.user.role, Deed::SeeAnyRecording);
    const Result<QList<Change>> changes =
        Changes(**database).since(cursor, limit, all ? std::nullopt : std::optional(caller.user.id));
    if (!changes)
        return fail(changes.error());
    Page page{cursor, {}, changes->size() == limit};
    QSet<std::pair<QString, qint64>> told;
    for (const Change &change : *changes) {
        page.cursor = change.sequence;
        if (told.contains({change.kind, change.subjectId}))
            continue; // what it is now was told already
        told.insert({change.kind, change.subjectId});
        const Result<QJsonObject> described = describe(**database, change, caller);
        if (!described)
            return fail(described.error());
        page.changes.append(*described);
    }
    return page;
}

Result<QJsonObject> ChangePages::describe(Database &database, const Change &change, const Caller &caller) const
{
    QJsonObject json{{QLatin1String("kind"), change.kind},
                     {QLatin1String("id"), change.subjectId},
                     {QLatin1String("at"), isoTime(change.at)}};
    const bool isRecording = change.kind == QLatin1String("recording");
    const bool isLead = change.kind == QLatin1String("lead");
    if (!isRecording && !isLead)
        return json;
    const Result<std::optional<QJsonObject>> thing =
        isRecording ? present(m_recordings.find(caller, QString::number(change.subjectId)))
                    : leadFor(database, LeadId{change.subjectId}, caller);
    if (!thing)
        return fail(thing.error());
    json.insert(QLatin1String("gone"), !thing->has_value());
    if (!*thing)
        return json;
    json.insert(change.kind, **thing);
    if (isRecording) {
        const Result<int> count =
            Leads(database).recordingCount(LeadId{(*thing)->value(QLatin1String("leadId")).toInteger()});
        if (!count)
            return fail(count.error());
        json.insert(QLatin1String("leadRecordingCount"), *count);
    }
    return json;
}

} // namespace Holdfast
