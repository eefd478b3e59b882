// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EvidenceFacts.h"

#include "contract/HoldJson.h"
#include "contract/Json.h"
#include "contract/MatterJson.h"
#include "records/Annotations.h"
#include "records/Holds.h"
#include "records/Leads.h"
#include "records/Matters.h"
#include "sqlite/Snapshot.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace Holdfast {

namespace {

constexpr int holdsAtOnce = 1000;

/// All that the filter finds and that are wanted.
template <class IsWanted> Result<QList<Hold>> holdsOf(Database &database, HoldFilter filter, IsWanted isWanted)
{
    QList<Hold> wanted;
    filter.limit = holdsAtOnce;
    for (;;) {
        const Result<QList<Hold>> page = Holds(database).find(filter);
        if (!page)
            return page;
        std::copy_if(page->begin(), page->end(), std::back_inserter(wanted), isWanted);
        if (page->size() < holdsAtOnce)
            return wanted;
        filter.before = page->last().id;
    }
}

/// Those over one recording each are with their recordings.
Result<QList<Hold>> widerHoldsOf(Database &database, MatterId matter)
{
    HoldFilter filter;
    filter.matter = matter;
    return holdsOf(database, filter, [](const Hold &hold) { return hold.scope != HoldScope::Recording; });
}

Result<QList<Hold>> holdsOf(Database &database, RecordingId recording)
{
    HoldFilter filter;
    filter.recording = recording;
    return holdsOf(database, filter, [](const Hold &) { return true; });
}

} // namespace

Result<EvidenceFacts> EvidenceFacts::of(Database &database, RecordingId id, const RecordingLookup &lookup)
{
    const Result<Snapshot> snapshot = Snapshot::begin(database);
    const Result<std::optional<Recording>> recording =
        snapshot ? Recordings(database).byId(id) : fail(snapshot.error());
    const Result<RetentionRules> rules = recording ? lookup.rules(database) : fail(recording.error());
    const Result<QList<Annotation>> annotations = rules ? Annotations(database).of(id) : fail(rules.error());
    const Result<QList<Hold>> holds = annotations ? holdsOf(database, id) : fail(annotations.error());
    if (!holds)
        return fail(holds.error());
    EvidenceFacts facts{std::nullopt, *annotations, *holds};
    if (*recording)
        facts.recording = withRetention(**recording, *rules);
    return facts;
}

Result<QJsonObject> factsOf(Database &database, const EvidenceSubject &subject)
{
    switch (subject.kind) {
    case EvidenceSubject::Kind::Recording:
        return QJsonObject();
    case EvidenceSubject::Kind::Lead: {
        const Result<std::optional<Lead>> lead = Leads(database).byId({subject.id});
        if (!lead)
            return fail(lead.error());
        return *lead ? QJsonObject{{QLatin1String("lead"), toJson(**lead)}} : QJsonObject();
    }
    case EvidenceSubject::Kind::Matter: {
        const Result<Matter> matter = Matters(database).byId({subject.id});
        const Result<QList<Hold>> holds = matter ? widerHoldsOf(database, matter->id) : fail(matter.error());
        if (!holds)
            return fail(holds.error());
        QJsonArray array;
        for (const Hold &hold : *holds)
            array.append(toJson(hold));
        return QJsonObject{{QLatin1String("matter"), toJson(*matter)}, {QLatin1String("holds"), array}};
    }
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
