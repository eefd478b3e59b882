// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AnnotationRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/IdempotencyKey.h"
#include "api/JsonBody.h"
#include "api/RecordingRequest.h"
#include "api/Revision.h"
#include "api/WholeNumber.h"
#include "contract/AnnotationJson.h"
#include "contract/Routes.h"
#include "domain/Deed.h"
#include "records/Annotations.h"
#include "records/Changes.h"

#include <QJsonArray>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = qint64{maxAnnotationLength} * 6 + 1024; // every character escaped

AnnotationId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("annotationId"))).value_or(0)};
}

/// Who did what to which annotation of whose recording. Not its text: that goes with the recording, and an entry stays.
Done note(Database &database, AuditEntry entry, const Annotation &annotation, UserId agent)
{
    entry.detail.insert(QLatin1String("annotationId"), annotation.id.value);
    entry.detail.insert(QLatin1String("startMs"), qint64{annotation.start.count()});
    if (Done done = Audit(database).append(entry); !done)
        return done;
    return Changes(database).append(QStringLiteral("annotations"), annotation.recordingId.value, entry.at, agent);
}

Result<Annotation> changeable(Database &database, const Caller &caller, RecordingId recording, AnnotationId id)
{
    const Result<Annotation> annotation = Annotations(database).byId(recording, id);
    if (annotation && annotation->authorId != caller.user.id && !may(caller.user.role, Deed::AnnotateAnyRecording))
        return fail(FailureKind::Forbidden,
                    QStringLiteral("User does not have permission to change what somebody else wrote"));
    return annotation;
}

/// The first of those that come under one key is written, and answers the others, whatever they say.
Result<Annotation> write(Database &database, const Annotation &wanted, const QByteArray &key, const AuditEntry &entry,
                         UserId agent)
{
    Annotations annotations(database);
    if (!key.isEmpty()) {
        const auto before = annotations.writtenUnder(wanted.authorId, key);
        if (!before)
            return fail(before.error());
        if (*before && (*before)->recordingId != wanted.recordingId)
            return fail(FailureKind::IdempotencyMismatch,
                        QStringLiteral("This Idempotency-Key was used for another recording. Nothing was written."));
        if (*before)
            return **before;
        const Result<bool> ended = annotations.hasEnded(wanted.authorId, key);
        if (!ended)
            return fail(ended.error());
        if (*ended)
            return fail(FailureKind::NotFound, QStringLiteral("This annotation was deleted meanwhile."));
    }
    const Result<std::optional<Recording>> recording = Recordings(database).byId(wanted.recordingId);
    if (!recording)
        return fail(recording.error());
    if (!*recording)
        return fail(FailureKind::NotFound, QStringLiteral("Recording not found"));
    const Result<AnnotationId> id = annotations.add(wanted, key);
    if (!id)
        return fail(id.error());
    const Result<Annotation> made = annotations.byId(wanted.recordingId, *id);
    if (!made)
        return made;
    if (Done noted = note(database, entry, *made, agent); !noted)
        return fail(noted.error());
    return made;
}

Http::Reply replyOf(int status, const Annotation &annotation)
{
    return Http::Reply::json(status, QJsonDocument(toJson(annotation)));
}

Http::Reply createdReply(const Annotation &annotation)
{
    Http::Reply reply = replyOf(201, annotation);
    QString location(Routes::annotation);
    location.replace(QLatin1String("{id}"), QString::number(annotation.recordingId.value));
    location.replace(QLatin1String("{annotationId}"), QString::number(annotation.id.value));
    reply.headers.set("Location", location.toLatin1());
    return reply;
}

} // namespace

AnnotationRoutes::AnnotationRoutes(DataFolder &data, AccessLog &log, const RecordingLookup &recordings, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_recordings(recordings)
    , m_clock(std::move(clock))
{
}

void AnnotationRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("GET", Routes::annotations, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   list(request, responder);
                   return nullptr;
               });
    router.add(
        "POST", Routes::annotations, gate,
        [this](const Http::Request &request, const Http::Responder &responder) { return create(request, responder); });
    router.add("PUT", Routes::annotation, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        return change(request, responder);
    });
    router.add("DELETE", Routes::annotations, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   withdraw(request, responder);
                   return nullptr;
               });
    router.add("DELETE", Routes::annotation, gate,
               [this](const Http::Request &request, const Http::Responder &responder) {
                   remove(request, responder);
                   return nullptr;
               });
}

void AnnotationRoutes::list(const Http::Request &request, const Http::Responder &responder)
{
    const RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("annotations"));
    if (!asked.recording)
        return asked.refuse(responder);
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<QList<Annotation>> annotations =
        database ? Annotations(**database).of(asked.recording->id) : fail(database.error());
    if (!annotations)
        return responder.reply(failureReply(annotations.error()));
    QJsonArray array;
    for (const Annotation &annotation : *annotations)
        array.append(toJson(annotation));
    m_log.thenReply(asked.entry, responder, Http::Reply::json(200, QJsonDocument(array)));
}

std::unique_ptr<Http::BodySink> AnnotationRoutes::create(const Http::Request &request, const Http::Responder &responder)
{
    const RecordingRequest asked(request, m_recordings, m_log, QStringLiteral("annotation-create"));
    if (!asked.recording) {
        asked.refuse(responder);
        return nullptr;
    }
    const Result<QByteArray> key = idempotencyKeyOf(request);
    if (!key) {
        responder.reply(failureReply(key.error()));
        return nullptr;
    }
    return collectJson(
        request, responder, longestBody,
        [this, key = *key, entry = asked.entry, recording = *asked.recording](const QJsonObject &body,
                                                                              const Http::Responder &answer) {
            Result<Annotation> wanted = annotationRequestFromJson(body);
            if (!wanted)
                return answer.reply(failureReply(wanted.error()));
            if (Done checked = checkAnnotation(*wanted, recording.duration, recording.channels); !checked)
                return answer.reply(failureReply(checked.error()));
            wanted->recordingId = recording.id;
            wanted->authorId = entry.userId;
            wanted->createdAt = wanted->updatedAt = m_clock();
            m_data.writes()
                .submit<Annotation>([wanted = *wanted, key, entry, agent = recording.agentId](Database &database) {
                    return write(database, wanted, key, entry, agent);
                })
                .then([answer](const Result<Annotation> &made) {
                    answer.reply(made ? createdReply(*made) : failureReply(made.error()));
                });
        });
}

std::unique_ptr<Http::BodySink> AnnotationRoutes::change(const Http::Request &request, const Http::Responder &responder)
{
    const auto asked =
        std::make_shared<RecordingRequest>(request, m_recordings, m_log, QStringLiteral("annotation-change"));
    if (!asked->recording) {
        asked->refuse(responder);
        return nullptr;
    }
    return collectJson(
        request, responder, longestBody,
        [this, asked, caller = Gate::callerOf(request), id = idOf(request),
         condition = ifMatchOf(request.headers)](const QJsonObject &body, const Http::Responder &answer) {
            Result<Annotation> wanted = annotationRequestFromJson(body);
            if (!wanted)
                return answer.reply(failureReply(wanted.error()));
            const Recording &recording = *asked->recording;
            if (Done checked = checkAnnotation(*wanted, recording.duration, recording.channels); !checked)
                return answer.reply(failureReply(checked.error()));
            wanted->id = id;
            wanted->recordingId = recording.id;
            wanted->updatedAt = m_clock();
            m_data.writes()
                .submit<Annotation>([wanted = *wanted, entry = asked->entry, caller, condition,
                                     agent = recording.agentId](Database &database) -> Result<Annotation> {
                    const Result<Annotation> before = changeable(database, caller, wanted.recordingId, wanted.id);
                    if (!before)
                        return before;
                    if (condition && !condition->holdsFor(before->revision))
                        return fail(FailureKind::Outdated,
                                    QStringLiteral("The annotation is at revision %1 by now. Nothing was changed; get "
                                                   "it anew.")
                                        .arg(before->revision));
                    if (Done changed = Annotations(database).change(wanted); !changed)
                        return fail(changed.error());
                    if (Done noted = note(database, entry, *before, agent); !noted)
                        return fail(noted.error());
                    return Annotations(database).byId(wanted.recordingId, wanted.id);
                })
                .then([asked, answer](const Result<Annotation> &changed) {
                    if (changed)
                        return answer.reply(replyOf(200, *changed));
                    asked->recording = fail(changed.error());
                    asked->refuse(answer);
                });
        });
}

void AnnotationRoutes::remove(const Http::Request &request, const Http::Responder &responder)
{
    const auto asked =
        std::make_shared<RecordingRequest>(request, m_recordings, m_log, QStringLiteral("annotation-delete"));
    if (!asked->recording)
        return asked->refuse(responder);
    m_data.writes()
        .submit<void>([entry = asked->entry, caller = Gate::callerOf(request), id = idOf(request),
                       agent = asked->recording->agentId](Database &database) -> Done {
            const Result<Annotation> before = changeable(database, caller, entry.recordingId, id);
            if (!before)
                return fail(before.error());
            if (Done removed = Annotations(database).remove(id, entry.at); !removed)
                return removed;
            return note(database, entry, *before, agent);
        })
        .then([asked, responder](const Done &removed) {
            if (removed)
                return responder.reply(Http::Reply::empty(204));
            asked->recording = fail(removed.error());
            asked->refuse(responder);
        });
}

/// For a writer who does not know whether what was written has arrived: whether it has or will, it is not there.
void AnnotationRoutes::withdraw(const Http::Request &request, const Http::Responder &responder)
{
    const auto asked =
        std::make_shared<RecordingRequest>(request, m_recordings, m_log, QStringLiteral("annotation-delete"));
    if (!asked->recording)
        return asked->refuse(responder);
    const Result<QByteArray> key = idempotencyKeyOf(request);
    if (!key || key->isEmpty())
        return responder.reply(
            key ? Http::Reply::message(
                      400, QStringLiteral("Say in Idempotency-Key which annotation is meant. Nothing was deleted."))
                : failureReply(key.error()));
    m_data.writes()
        .submit<void>(
            [entry = asked->entry, key = *key, agent = asked->recording->agentId](Database &database) -> Done {
                Annotations annotations(database);
                const auto written = annotations.writtenUnder(entry.userId, key);
                if (!written)
                    return fail(written.error());
                if (!*written)
                    return annotations.endKey(entry.userId, key, entry.at);
                if ((*written)->recordingId != entry.recordingId)
                    return fail(FailureKind::IdempotencyMismatch,
                                QStringLiteral("This Idempotency-Key was used for another recording. Nothing was "
                                               "deleted."));
                if (Done removed = annotations.remove((*written)->id, entry.at); !removed)
                    return removed;
                return note(database, entry, **written, agent);
            })
        .then([responder](const Done &done) {
            responder.reply(done ? Http::Reply::empty(204) : failureReply(done.error()));
        });
}

} // namespace Holdfast
