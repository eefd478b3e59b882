// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/NoteDrafts.h"

#include "sqlite/Query.h"

#include <QStringList>

namespace Holdfast {

namespace {

NoteDraft fromRow(const Query &query)
{
    NoteDraft draft{query.text(0), query.text(1), query.text(2), std::nullopt, query.text(4)};
    if (!query.isNull(3))
        draft.theirs = query.text(3);
    return draft;
}

/// All that was sent since the base was written over, as a JSON array: of each it may be that it arrives yet. It was
/// the last alone once.
#define SENT_TEXTS "iif(json_valid(sent) AND json_type(sent) = 'array', sent, json_array(sent))"

constexpr const char *columns = "SELECT recording, text, base, theirs, problem FROM note_drafts ";

} // namespace

NoteDrafts::NoteDrafts(Database &database)
    : m_database(database)
{
}

Result<std::optional<NoteDraft>> NoteDrafts::of(const QString &recording) const
{
    Query query(m_database, QByteArray(columns) + "WHERE recording = ?");
    query.bind(recording);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(fromRow(query)) : std::nullopt;
}

Done NoteDrafts::written(const QString &recording, const Done &done)
{
    if (done)
        Q_EMIT changed(recording);
    return done;
}

Done NoteDrafts::write(const QString &recording, const QString &text, const QString &base)
{
    const Done done = written(recording, Query(m_database, "INSERT INTO note_drafts (recording, text, base, problem)"
                                                           " VALUES (?, ?, ?, '') ON CONFLICT (recording) DO UPDATE SET"
                                                           " text = excluded.text, problem = ''")
                                             .bind(recording, text, base)
                                             .run());
    if (done)
        Q_EMIT pendingChanged();
    return done;
}

Done NoteDrafts::decide(const QString &recording, const QString &text)
{
    const Done done =
        written(recording, Query(m_database, "UPDATE note_drafts SET text = ?, base = coalesce(theirs, base),"
                                             " theirs = NULL, problem = '' WHERE recording = ?")
                               .bind(text, recording)
                               .run());
    if (done)
        Q_EMIT pendingChanged();
    return done;
}

Result<std::optional<NoteDraft>> NoteDrafts::nextPending(const QStringList &skipped) const
{
    Query query(m_database, QByteArray(columns) + "WHERE theirs IS NULL AND problem = ''");
    for (;;) {
        const Result<bool> row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return std::nullopt;
        if (const NoteDraft draft = fromRow(query); !skipped.contains(draft.recording))
            return draft;
    }
}

Done NoteDrafts::markTold(const QString &recording, const QString &told)
{
    if (const Done gone =
            Query(m_database, "DELETE FROM note_drafts WHERE recording = ? AND text = ?").bind(recording, told).run();
        !gone)
        return gone;
    return written(
        recording,
        Query(m_database, "UPDATE note_drafts SET base = ? WHERE recording = ?").bind(told, recording).run());
}

Done NoteDrafts::markSending(const QString &recording, const QString &text)
{
    return Query(m_database, "UPDATE note_drafts SET sent = json_insert(" SENT_TEXTS ", '$[#]', now.text)"
                             " FROM (SELECT ? AS text) AS now WHERE recording = ?"
                             " AND NOT EXISTS (SELECT 1 FROM json_each(" SENT_TEXTS ") WHERE value = now.text)")
        .bind(text, recording)
        .run();
}

Done NoteDrafts::compare(Database &database, const QString &recording, const QString &notes)
{
    return Query(database, "UPDATE note_drafts SET theirs = iif(now.notes IN (base, text) OR now.notes IN (SELECT"
                           " value FROM json_each(" SENT_TEXTS ")), NULL, now.notes),"
                           " base = iif(now.notes IN (SELECT value FROM json_each(" SENT_TEXTS ")), now.notes, base)"
                           " FROM (SELECT ? AS notes) AS now WHERE recording = ?")
        .bind(notes, recording)
        .run();
}

Done NoteDrafts::markServerHas(const QString &recording, const QString &notes)
{
    return written(recording, compare(m_database, recording, notes));
}

Result<bool> NoteDrafts::isOwn(Database &database, const QString &recording, const QString &notes)
{
    Query query(database, "SELECT 1 FROM note_drafts WHERE recording = ?1 AND (?2 = text OR ?2 IN (SELECT value FROM"
                          " json_each(" SENT_TEXTS ")))");
    query.bind(recording, notes);
    return query.step();
}

Done NoteDrafts::markConflict(const QString &recording, const QString &theirs)
{
    return written(
        recording,
        Query(m_database, "UPDATE note_drafts SET theirs = ? WHERE recording = ?").bind(theirs, recording).run());
}

Done NoteDrafts::markProblem(const QString &recording, const QString &sentence)
{
    return written(
        recording,
        Query(m_database, "UPDATE note_drafts SET problem = ? WHERE recording = ?").bind(sentence, recording).run());
}

Result<qint64> NoteDrafts::unsent() const
{
    return Query(m_database, "SELECT count(*) FROM note_drafts").oneNumber();
}

} // namespace Holdfast
