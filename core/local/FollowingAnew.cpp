// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/Following.h"
#include "local/Forgetting.h"
#include "local/LeadRows.h"
#include "sqlite/Query.h"

namespace Holdfast {

namespace {

constexpr int looksAt = 500; ///< rows at a time when what is gone is looked for
constexpr int forgetsAtOnce = 25;

/// Those of some rows that were not met, and the last of the rows.
struct Unmet
{
    QList<qint64> ids;
    std::optional<qint64> last;
};

Result<Unmet> unmetOf(Database &database, const QByteArray &sql, qint64 after)
{
    Query query(database, sql);
    query.bind(after, looksAt);
    Unmet unmet;
    // Each that is gone may have much hanging on it: few of them in one transaction.
    auto row = query.step();
    for (; row && *row && unmet.ids.size() < forgetsAtOnce; row = query.step()) {
        unmet.last = query.number(0);
        if (query.isNull(1))
            unmet.ids.append(query.number(0));
    }
    if (!row)
        return fail(row.error());
    return unmet;
}

} // namespace

Done Following::beginAnew(Reach reach)
{
    return inTransaction([&](Touched &touched) -> Done {
        const Result<std::optional<Place>> before = place();
        if (!before)
            return fail(before.error());
        // Before the end there is no place from which the feed could go on.
        if (Done lost = *before ? keepPlace({}, (*before)->reach) : Done(); !lost)
            return lost;
        if (Done cleared = Query(m_database, "DELETE FROM following_met").run(); !cleared)
            return cleared;
        touched.due = true;
        if (Done due = Query(m_database, "INSERT OR REPLACE INTO following_due (kind, id) SELECT 'annotations',"
                                         " r.recording_id FROM recordings r JOIN (SELECT DISTINCT recording FROM"
                                         " annotations) a ON a.recording = coalesce('u' || r.upload_id, 'r' ||"
                                         " r.recording_id) WHERE r.recording_id NOT NULL")
                           .run();
            !due)
            return due;
        if (Done named = owe(Due::Kind::Agents, 0, touched); !named || reach == Reach::Own)
            return named;
        return Query(m_database, "INSERT OR REPLACE INTO following_due (kind, id) SELECT 'recordings', lead_id"
                                 " FROM lead_marks WHERE opened = 1")
            .run();
    });
}

Done Following::keepLeads(const QList<Lead> &leads)
{
    return inTransaction([&](Touched &touched) -> Done {
        for (const Lead &lead : leads) {
            if (Done taken = takeLead(lead, Reach::All, touched); !taken)
                return taken;
            if (Done met = meet("lead", lead.id.value); !met)
                return met;
        }
        return {};
    });
}

Done Following::keepRecordings(const QList<Recording> &recordings, UserId me, Arrival::News news)
{
    return inTransaction([&](Touched &touched) -> Done {
        for (const Recording &recording : recordings) {
            const Result<bool> hasLead = LeadRows::has(m_database, recording.leadId);
            if (!hasLead)
                return fail(hasLead.error());
            if (!*hasLead)
                continue;
            if (Done taken = Arrival::recording(m_database, recording, me, news, touched); !taken)
                return taken;
            if (Done met = meet("recording", recording.id.value); !met)
                return met;
        }
        return {};
    });
}

Result<std::optional<qint64>> Following::forgetUnmetLeads(qint64 after)
{
    return forgetUnmet(
        "SELECT l.id, m.id FROM leads l LEFT JOIN following_met m ON m.kind = 'lead' AND m.id = l.id"
        " WHERE l.id > ? ORDER BY l.id LIMIT ?",
        after, [this](qint64 id, Touched &touched) { return Forgetting::lead(m_database, LeadId{id}, touched); });
}

Result<std::optional<qint64>> Following::forgetUnmetRecordings(qint64 after)
{
    return forgetUnmet(
        "SELECT r.recording_id, m.id FROM recordings r LEFT JOIN following_met m ON m.kind ="
        " 'recording' AND m.id = r.recording_id WHERE r.recording_id > ? ORDER BY r.recording_id LIMIT ?",
        after,
        [this](qint64 id, Touched &touched) { return Forgetting::recording(m_database, RecordingId{id}, touched); });
}

Result<std::optional<qint64>> Following::forgetUnmet(const QByteArray &sql, qint64 after, const Forget &forget)
{
    const Result<Unmet> unmet = unmetOf(m_database, sql, after);
    if (!unmet)
        return fail(unmet.error());
    if (unmet->ids.isEmpty())
        return unmet->last;
    const Done gone = inTransaction([&](Touched &touched) -> Done {
        for (qint64 id : unmet->ids)
            if (Done forgotten = forget(id, touched); !forgotten)
                return forgotten;
        return {};
    });
    if (!gone)
        return fail(gone.error());
    return unmet->last;
}

Done Following::endAnew(const QString &cursor, Reach reach)
{
    return inTransaction([&](Touched &) -> Done {
        if (Done cleared = Query(m_database, "DELETE FROM following_met").run(); !cleared)
            return cleared;
        return keepPlace(cursor, reach);
    });
}

Done Following::meet(const char *kind, qint64 id)
{
    return Query(m_database, "INSERT OR IGNORE INTO following_met (kind, id) VALUES (?, ?)")
        .bind(QLatin1String(kind), id)
        .run();
}

} // namespace Holdfast
