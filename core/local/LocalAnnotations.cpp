// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalAnnotations.h"

#include "sqlite/Query.h"
#include "sqlite/Steps.h"

#include <QHash>
#include <QLoggingCategory>
#include <QSet>

#include <array>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(annotationsLog, "holdfast.local", QtWarningMsg)

using Pending = LocalAnnotation::Pending;

constexpr std::array<QLatin1String, 4> words{QLatin1String(""), QLatin1String("create"), QLatin1String("change"),
                                             QLatin1String("delete")};

QLatin1String wordOf(Pending pending)
{
    return words[static_cast<size_t>(pending)];
}

Pending pendingOf(const QString &word)
{
    for (size_t i = 0; i < words.size(); ++i)
        if (word == words[i])
            return static_cast<Pending>(i);
    return Pending::Nothing;
}

constexpr const char *columns = "SELECT local_id, annotation_id, start, end, channel, text, author_id, author_name,"
                                " created_at, updated_at, pending, problem, recording FROM annotations ";

Result<LocalAnnotation> fromRow(const Query &query)
{
    LocalAnnotation local;
    local.localId = QUuid(query.text(0));
    Annotation &annotation = local.annotation;
    annotation.id = {query.isNull(1) ? 0 : query.number(1)};
    annotation.start = std::chrono::milliseconds(query.number(2));
    if (!query.isNull(3))
        annotation.end = std::chrono::milliseconds(query.number(3));
    if (!query.isNull(4))
        annotation.channel = static_cast<int>(query.number(4));
    const Result<QString> text = query.sealedText(5);
    if (!text)
        return fail(text.error());
    annotation.text = *text;
    annotation.authorId = {query.number(6)};
    annotation.authorName = query.text(7);
    annotation.createdAt = query.time(8);
    annotation.updatedAt = query.time(9);
    local.pending = pendingOf(query.text(10));
    local.problem = query.text(11);
    return local;
}

QString textOf(QUuid localId)
{
    return localId.toString(QUuid::WithoutBraces);
}

std::optional<AnnotationId> idOf(const Annotation &annotation)
{
    return annotation.id.isValid() ? std::optional(annotation.id) : std::nullopt;
}

Done insert(Database &database, const QString &recording, const LocalAnnotation &local)
{
    const Annotation &annotation = local.annotation;
    return Query(
               database,
               "INSERT INTO annotations (local_id, annotation_id, recording, start, end, channel, text, author_id,"
               " author_name, created_at, updated_at, pending, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(textOf(local.localId), idOf(annotation), recording, annotation.start, annotation.end, annotation.channel,
              Sealed(annotation.text), annotation.authorId, annotation.authorName, annotation.createdAt,
              annotation.updatedAt, wordOf(local.pending), local.problem)
        .run();
}

/// What the server says of one, over what was known of it.
Done take(Database &database, const QString &localId, const Annotation &annotation)
{
    return Query(database, "UPDATE annotations SET annotation_id = ?, start = ?, end = ?, channel = ?, text = ?,"
                           " author_id = ?, author_name = ?, created_at = ?, updated_at = ?, pending = '', problem = ''"
                           " WHERE local_id = ?")
        .bind(annotation.id, annotation.start, annotation.end, annotation.channel, Sealed(annotation.text),
              annotation.authorId, annotation.authorName, annotation.createdAt, annotation.updatedAt, localId)
        .run();
}

} // namespace

LocalAnnotations::LocalAnnotations(Database &database)
    : m_database(database)
{
}

Result<QList<LocalAnnotation>> LocalAnnotations::of(const QString &recording) const
{
    Query query(m_database, QByteArray(columns) + "WHERE recording = ? AND pending <> 'delete' ORDER BY start, number");
    query.bind(recording);
    QList<LocalAnnotation> annotations;
    for (;;) {
        const Result<bool> row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return annotations;
        const Result<LocalAnnotation> annotation = fromRow(query);
        if (!annotation)
            return fail(annotation.error());
        annotations.append(*annotation);
    }
}

Done LocalAnnotations::replaceRemote(const QString &recording, const QList<Annotation> &annotations)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    QHash<AnnotationId, QUuid> known; // whoever edits one goes on editing it
    Query before(m_database, "SELECT annotation_id, local_id FROM annotations WHERE recording = ? AND pending = ''");
    before.bind(recording);
    if (const Done read = before.each([&] { known.insert(AnnotationId{before.number(0)}, QUuid(before.text(1))); });
        !read)
        return read;
    if (Done gone =
            Query(m_database, "DELETE FROM annotations WHERE recording = ? AND pending = ''").bind(recording).run();
        !gone)
        return gone;
    QSet<AnnotationId> pending;
    Query stays(m_database, "SELECT annotation_id FROM annotations WHERE recording = ? AND annotation_id NOT NULL");
    stays.bind(recording);
    if (const Done read = stays.each([&] { pending.insert(AnnotationId{stays.number(0)}); }); !read)
        return read;
    for (const Annotation &annotation : annotations)
        if (!pending.contains(annotation.id))
            if (Done put = insert(m_database, recording,
                                  {known.value(annotation.id, QUuid::createUuid()), annotation, Pending::Nothing, {}});
                !put)
                return put;
    if (Done committed = transaction->commit(); !committed)
        return committed;
    Q_EMIT changed(recording);
    return {};
}

Done LocalAnnotations::add(const QString &recording, const LocalAnnotation &annotation)
{
    LocalAnnotation added = annotation;
    added.pending = Pending::Create;
    const Done done = insert(m_database, recording, added);
    if (done) {
        Q_EMIT changed(recording);
        Q_EMIT pendingChanged();
    }
    return done;
}

Result<LocalAnnotation> LocalAnnotations::find(QUuid localId) const
{
    return row(localId).map([](const Next &found) { return found.annotation; });
}

Result<LocalAnnotations::Next> LocalAnnotations::row(QUuid localId) const
{
    Query query(m_database, QByteArray(columns) + "WHERE local_id = ?");
    query.bind(textOf(localId));
    const Result<bool> found = query.step();
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(FailureKind::NotFound, tr("This annotation is not here any more."));
    const Result<LocalAnnotation> annotation = fromRow(query);
    if (!annotation)
        return fail(annotation.error());
    return Next{query.text(12), *annotation};
}

Done LocalAnnotations::written(QUuid localId, const Done &done)
{
    if (!done)
        return done;
    const Result<Next> found = row(localId);
    if (found)
        Q_EMIT changed(found->recording);
    else // it is on the disk: that is what the answer is about
        qCWarning(annotationsLog) << "an annotation is shown as it was:" << found.error().message
                                  << found.error().detail;
    return done;
}

Done LocalAnnotations::change(const LocalAnnotation &local)
{
    const Annotation &annotation = local.annotation;
    const Done done =
        Query(m_database, "UPDATE annotations SET start = ?, end = ?, channel = ?, text = ?, updated_at = ?,"
                          " pending = iif(annotation_id IS NULL, 'create', 'change'), problem = '' WHERE local_id = ?")
            .bind(annotation.start, annotation.end, annotation.channel, Sealed(annotation.text), annotation.updatedAt,
                  textOf(local.localId))
            .run();
    if (done)
        Q_EMIT pendingChanged();
    return written(local.localId, done);
}

Done LocalAnnotations::remove(QUuid localId)
{
    const Result<Next> found = row(localId);
    if (!found)
        return fail(found.error());
    // One that is being created may be known there by now: it goes once that is sure.
    const Done done = Query(m_database, "UPDATE annotations SET pending = 'delete', problem = '' WHERE local_id = ?")
                          .bind(textOf(localId))
                          .run();
    if (done) {
        Q_EMIT changed(found->recording);
        Q_EMIT pendingChanged();
    }
    return done;
}

Result<std::optional<LocalAnnotations::Next>> LocalAnnotations::nextPending(const QList<QUuid> &skipped) const
{
    Query query(m_database, QByteArray(columns) + "WHERE pending <> '' AND problem = '' AND (text <> '' OR pending ="
                                                  " 'delete') ORDER BY number");
    for (;;) {
        const Result<bool> row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return std::nullopt;
        const Result<LocalAnnotation> annotation = fromRow(query);
        if (!annotation)
            return fail(annotation.error());
        if (!skipped.contains(annotation->localId))
            return Next{query.text(12), *annotation};
    }
}

/// It may have come back already with what the server tells of by itself.
Done LocalAnnotations::removeTwin(QUuid localId, AnnotationId id)
{
    return Query(m_database, "DELETE FROM annotations WHERE annotation_id = ? AND local_id <> ?")
        .bind(id, textOf(localId))
        .run();
}

Done LocalAnnotations::markTold(const LocalAnnotation &told, const Annotation &answer)
{
    const Result<LocalAnnotation> now = find(told.localId);
    if (!now)
        return fail(now.error());
    if (now->pending != told.pending || now->annotation != told.annotation)
        return markKnown(told.localId, answer.id);
    return written(told.localId, inTransaction(
                                     m_database, [&] { return removeTwin(told.localId, answer.id); },
                                     [&] { return take(m_database, textOf(told.localId), answer); }));
}

Done LocalAnnotations::markKnown(QUuid localId, AnnotationId id)
{
    const Done done = inTransaction(
        m_database, [&] { return removeTwin(localId, id); },
        [&] {
            return Query(m_database, "UPDATE annotations SET annotation_id = ?, pending = iif(pending = 'delete',"
                                     " 'delete', 'change') WHERE local_id = ?")
                .bind(id, textOf(localId))
                .run();
        });
    if (done)
        Q_EMIT pendingChanged();
    return written(localId, done);
}

Done LocalAnnotations::markDeleted(QUuid localId)
{
    return Query(m_database, "DELETE FROM annotations WHERE local_id = ?").bind(textOf(localId)).run();
}

Done LocalAnnotations::markProblem(QUuid localId, const QString &sentence)
{
    return written(localId, Query(m_database, "UPDATE annotations SET problem = ? WHERE local_id = ?")
                                .bind(sentence, textOf(localId))
                                .run());
}

Result<qint64> LocalAnnotations::unsent() const
{
    return Query(m_database,
                 "SELECT count(*) FROM annotations WHERE pending <> '' AND (text <> '' OR pending = 'delete')")
        .oneNumber();
}

Done LocalAnnotations::forgetEmpty(Database &database)
{
    return Query(database, "DELETE FROM annotations WHERE annotation_id IS NULL AND text = ''").run();
}

} // namespace Holdfast
