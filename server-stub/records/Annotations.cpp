// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/Annotations.h"

#include "records/ChangedOne.h"

namespace Holdfast {

namespace {

const QByteArray annotationColumns =
    "SELECT n.id, n.recording_id, n.start_ms, n.end_ms, n.channel, n.text, n.author_id, u.full_name, n.created_at,"
    " n.updated_at FROM annotations n JOIN users u ON u.id = n.author_id WHERE n.recording_id = ?";

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
    Query query(m_database, annotationColumns + " ORDER BY n.start_ms, n.id");
    query.bind(recording);
    if (Done done = query.each([&] { annotations.append(annotationOf(query)); }); !done)
        return fail(done.error());
    return annotations;
}

Result<Annotation> Annotations::byId(RecordingId recording, AnnotationId id)
{
    Query query(m_database, annotationColumns + " AND n.id = ?");
    query.bind(recording, id);
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return notThere();
    return annotationOf(query);
}

Result<AnnotationId> Annotations::add(const Annotation &annotation)
{
    Query query(m_database, "INSERT INTO annotations (recording_id, start_ms, end_ms, channel, text, author_id,"
                            " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(annotation.recordingId, annotation.start, annotation.end, annotation.channel, annotation.text,
               annotation.authorId, annotation.createdAt, annotation.updatedAt);
    if (Done done = query.run(); !done)
        return fail(done.error());
    return AnnotationId{query.insertedId()};
}

Done Annotations::change(const Annotation &annotation)
{
    Query query(m_database, "UPDATE annotations SET start_ms = ?, end_ms = ?, channel = ?, text = ?, updated_at = ?"
                            " WHERE id = ?");
    return changedOne(query.bind(annotation.start, annotation.end, annotation.channel, annotation.text,
                                 annotation.updatedAt, annotation.id),
                      QStringLiteral("Annotation not found"));
}

Done Annotations::remove(AnnotationId id)
{
    Query query(m_database, "DELETE FROM annotations WHERE id = ?");
    return changedOne(query.bind(id), QStringLiteral("Annotation not found"));
}

} // namespace Holdfast
