// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/EvidenceSelection.h"

#include "records/Leads.h"
#include "records/Matters.h"
#include "records/Recordings.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

Result<QString> nameOf(Database &database, const EvidenceSubject &subject)
{
    switch (subject.kind) {
    case EvidenceSubject::Kind::Recording: {
        const Result<std::optional<Recording>> recording = Recordings(database).byId({subject.id});
        if (!recording || !*recording)
            return recording ? fail(FailureKind::NotFound, QStringLiteral("Recording not found"))
                             : fail(recording.error());
        return (*recording)->originalName;
    }
    case EvidenceSubject::Kind::Lead: {
        const Result<std::optional<Lead>> lead = Leads(database).byId({subject.id});
        if (!lead || !*lead)
            return lead ? fail(FailureKind::NotFound, QStringLiteral("Lead not found")) : fail(lead.error());
        return (*lead)->name;
    }
    case EvidenceSubject::Kind::Matter: {
        const Result<Matter> matter = Matters(database).byId({subject.id});
        return matter ? Result<QString>(matter->name) : fail(matter.error());
    }
    }
    Q_UNREACHABLE();
}

/// The ids, one more than may be where there are more.
const char *recordingsSql(EvidenceSubject::Kind kind)
{
    switch (kind) {
    case EvidenceSubject::Kind::Recording:
        return "SELECT id FROM recordings WHERE id = ? ORDER BY id LIMIT ?";
    case EvidenceSubject::Kind::Lead:
        return "SELECT id FROM recordings WHERE lead_id = ? ORDER BY id LIMIT ?";
    case EvidenceSubject::Kind::Matter:
        return "SELECT DISTINCT m.recording_id FROM held_recordings m CROSS JOIN holds h ON h.id = m.hold_id"
               " WHERE h.matter_id = ? AND h.released_at IS NULL ORDER BY 1 LIMIT ?";
    }
    Q_UNREACHABLE();
}

/// What a hold is still reaching for is held by its rule already, and not to be left out.
Done checkPlaced(Database &database, const EvidenceSubject &subject)
{
    if (subject.kind != EvidenceSubject::Kind::Matter)
        return {};
    Query query(database, "SELECT id FROM holds WHERE matter_id = ? AND state = 'placing' LIMIT 1");
    const Result<qint64> hold = query.bind(subject.id).oneNumber();
    if (!hold)
        return fail(hold.error());
    if (*hold > 0)
        return fail(FailureKind::Conflict,
                    QStringLiteral("Hold %1 for this matter is still being placed on its recordings. Nothing was "
                                   "packed; try again in a moment.")
                        .arg(*hold));
    return {};
}

} // namespace

Result<EvidenceSelection> EvidenceSelection::of(Database &database, const EvidenceSubject &subject)
{
    const Result<QString> name = nameOf(database, subject);
    if (!name)
        return fail(name.error());
    if (const Done placed = checkPlaced(database, subject); !placed)
        return fail(placed.error());
    EvidenceSelection selection{*name, {}};
    Query query(database, recordingsSql(subject.kind));
    query.bind(subject.id, EvidenceSubject::mostRecordings + 1);
    const Done read = query.each([&] { selection.recordings.append(RecordingId{query.number(0)}); });
    if (!read)
        return fail(read.error());
    if (selection.recordings.isEmpty())
        return fail(FailureKind::Conflict,
                    QStringLiteral("There is no recording to pack: no hold for the matter stands over one, or the lead "
                                   "has none."));
    if (selection.recordings.size() > EvidenceSubject::mostRecordings)
        return fail(FailureKind::Conflict,
                    QStringLiteral("These are more than %1 recordings, which no pack holds. Make one for each lead.")
                        .arg(EvidenceSubject::mostRecordings));
    return selection;
}

} // namespace Holdfast
