// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Annotations.h"

#include "records/ChangedOne.h"

namespace Holdfast {

namespace {

constexpr qint64 endedSeconds = 24 * 3600; ///< how long after its end a key may still come back

const QByteArray annotationColumns =
    "SELECT n.id, n.recording_id, n.start_ms, n.end_ms, n.channel, n.text, n.author_id, coalesce(u.full_name, ''), "
    "n.created_at,"
    " n.updated_at, n.revision FROM annotations n LEFT JOIN users u ON u.id = n.author_id WHERE ";

Annotation annotationOf(const Query &query)
{
    Annotation annotation;
    annotation.id = {query.number(0)};
    annotation.recordingId = {query.number(1)};
    annotation.start = std::chrono::milliseconds(query.number(2));
    if (!query.isNull(3))
        annotation.end = std::chrono::milliseconds(query.number(3));
    if (!query.isNull(4))
        annotation.channel = static_cast<int>(query.number(4));
    annotation.text = query.text(5);
    annotation.authorId = {query.number(6)};
    annotation.authorName = query.text(7);
    annotation.createdAt = query.time(8);
    annotation.updatedAt = query.time(9);
    annotation.revision = query.number(10);
    return annotation;
}

tl::unexpected<Failure> notThere()
{
    return fail(FailureKind::NotFound, QStringLiteral("Annotation not found"));
}

} // namespace

Result<QList<Annotation>> Annotations::of(RecordingId recording)
{
    QList<Annotation> annotations;
    Query query(m_database, annotationColumns + "n.recording_id = ? ORDER BY n.start_ms, n.id");
    query.bind(recording);
    if (Done done = query.each([&] { annotations.append(annotationOf(query)); }); !done)
        return fail(done.error());
    return annotations;
}

Result<Annotation> Annotations::byId(RecordingId recording, AnnotationId id)
{
    Query query(m_database, annotationColumns + "n.recording_id = ? AND n.id = ?");
    query.bind(recording, id);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return notThere();
    return annotationOf(query);
}

Result<AnnotationId> Annotations::add(const Annotation &annotation, const QByteArray &key)
{
    Query query(m_database, "INSERT INTO annotations (recording_id, start_ms, end_ms, channel, text, author_id,"
                            " created_at, updated_at, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(annotation.recordingId, annotation.start, annotation.end, annotation.channel, annotation.text,
               annotation.authorId, annotation.createdAt, annotation.updatedAt,
               key.isEmpty() ? std::nullopt : std::optional(key));
    if (Done done = query.run(); !done)
        return fail(done.error());
    return AnnotationId{query.insertedId()};
}

Done Annotations::change(const Annotation &annotation)
{
    Query query(m_database, "UPDATE annotations SET start_ms = ?, end_ms = ?, channel = ?, text = ?, updated_at = ?,"
                            " revision = revision + 1 WHERE id = ?");
    return changedOne(query.bind(annotation.start, annotation.end, annotation.channel, annotation.text,
                                 annotation.updatedAt, annotation.id),
                      QStringLiteral("Annotation not found"));
}

Done Annotations::remove(AnnotationId id, const QDateTime &now)
{
    Query key(m_database, "SELECT author_id, key FROM annotations WHERE id = ? AND key IS NOT NULL");
    key.bind(id);
    const Result<bool> hasKey = key.step();
    if (!hasKey)
        return fail(hasKey.error());
    if (*hasKey)
        if (Done ended = endKey(UserId{key.number(0)}, key.bytes(1), now); !ended)
            return ended;
    Query query(m_database, "DELETE FROM annotations WHERE id = ?");
    return changedOne(query.bind(id), QStringLiteral("Annotation not found"));
}

Result<std::optional<Annotation>> Annotations::writtenUnder(UserId author, const QByteArray &key)
{
    Query query(m_database, annotationColumns + "n.author_id = ? AND n.key = ?");
    query.bind(author, key);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(annotationOf(query)) : std::nullopt;
}

Result<bool> Annotations::hasEnded(UserId author, const QByteArray &key)
{
    Query query(m_database, "SELECT 1 FROM ended_annotation_keys WHERE author_id = ? AND key = ?");
    query.bind(author, key);
    return query.step();
}

Done Annotations::endKey(UserId author, const QByteArray &key, const QDateTime &now)
{
    Query old(m_database, "DELETE FROM ended_annotation_keys WHERE ended_at < ?");
    if (Done done = old.bind(now.addSecs(-endedSeconds)).run(); !done)
        return done;
    Query query(m_database, "INSERT OR REPLACE INTO ended_annotation_keys (author_id, key, ended_at) VALUES (?, ?, ?)");
    return query.bind(author, key, now).run();
}

} // namespace Holdfast
