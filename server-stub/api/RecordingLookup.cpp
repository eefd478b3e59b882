// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RecordingLookup.h"

#include "api/WholeNumber.h"
#include "domain/Deed.h"
#include "records/Policies.h"

namespace Holdfast {

namespace {

constexpr qsizetype mostRows = 1000;

} // namespace

RecordingLookup::RecordingLookup(DataFolder &data, int fallbackRetentionDays, int coolingOffDays)
    : m_data(data)
    , m_rows(data.writes(), mostRows)
    , m_fallbackRetentionDays(fallbackRetentionDays)
    , m_coolingOffDays(coolingOffDays)
{
}

Result<Recording> RecordingLookup::find(const Caller &caller, const QString &id, Retention retention) const
{
    const RecordingId recordingId{wholeNumber(id).value_or(0)};
    const Result<Recording> recording = stored(recordingId, retention);
    if (!recording)
        return recording;
    const bool isOwn = recording->agentId == caller.user.id;
    if (!may(caller.user.role, isOwn ? Deed::SeeOwnRecording : Deed::SeeAnyRecording))
        return fail(FailureKind::Forbidden, QStringLiteral("User does not have permission to access this recording"));
    return recording;
}

Result<Recording> RecordingLookup::stored(RecordingId id, Retention retention) const
{
    const Result<std::optional<Recording>> found = m_rows.get(id, [this, id] { return row(id); });
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found"));
    if (retention == Retention::Without)
        return **found;
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    QList<Recording> recordings{**found};
    if (const Done added = addRetention(**database, recordings); !added)
        return fail(added.error());
    return recordings.first();
}

Result<std::optional<Recording>> RecordingLookup::row(RecordingId id) const
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    return Recordings(**database).byId(id);
}

Result<RecordingLookup::Page> RecordingLookup::search(const Caller &caller, RecordingFilter filter) const
{
    if (!may(caller.user.role, Deed::SeeAnyRecording))
        filter.onlyAgent = caller.user.id;
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    Result<Page> found = RecordingSearch(**database, m_totals).run(filter);
    if (!found)
        return fail(found.error());
    if (const Done added = addRetention(**database, found->recordings); !added)
        return fail(added.error());
    return found;
}

Result<RetentionRules> RecordingLookup::rules(Database &database) const
{
    const Result<QList<RetentionPolicy>> policies = Policies(database).all();
    if (!policies)
        return fail(policies.error());
    return RetentionRules{*policies, m_fallbackRetentionDays, m_coolingOffDays};
}

Done RecordingLookup::addRetention(Database &database, QList<Recording> &recordings) const
{
    const Result<RetentionRules> now = rules(database);
    if (!now)
        return fail(now.error());
    for (Recording &recording : recordings)
        recording = withRetention(std::move(recording), *now);
    return {};
}

} // namespace Holdfast
