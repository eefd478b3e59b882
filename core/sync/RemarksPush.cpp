// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RemarksPush.h"

#include "domain/WhenFinished.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::seconds firstPause{1};
constexpr std::chrono::seconds longestPause{60};

bool isSame(const Annotation &a, const Annotation &b)
{
    return a.start == b.start && a.end == b.end && a.channel == b.channel && a.text == b.text &&
           a.authorId == b.authorId;
}

RecordingChange changeOf(const RecordingDraft &draft)
{
    RecordingChange change;
    switch (draft.of.field) {
    case RecordingField::Notes:
        change.notes = draft.text;
        break;
    case RecordingField::Disposition:
        change.disposition = draft.text;
        break;
    }
    return change;
}

} // namespace

RemarksPush::RemarksPush(ApiClient &api, LocalStore &store, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &RemarksPush::next);
    const auto wake = [this] {
        if (m_running && !m_busy)
            m_wake.start(0);
    };
    connect(&store.annotations(), &LocalAnnotations::pendingChanged, this, wake);
    connect(&store.drafts(), &RecordingDrafts::pendingChanged, this, wake);
    connect(&api, &ApiClient::tokenChanged, this, wake);
    connect(&api, &ApiClient::reachableChanged, this, [wake](bool reachable) {
        if (reachable)
            wake();
    });
    // One that was stored just now can have what was written on it.
    connect(&store, &LocalStore::outboxChanged, this, wake);
}

void RemarksPush::start()
{
    m_running = true;
    m_mayBeThere = true; // whoever ran before may have been cut off
    m_wake.start(0);
}

void RemarksPush::stop()
{
    m_running = false;
    m_wake.stop();
}

void RemarksPush::next()
{
    if (!m_running || m_busy || !m_api.hasToken())
        return;
    m_skippedAnnotations.clear();
    m_skippedFields.clear();
    m_busy = nextAnnotation() || nextField();
}

Result<std::optional<Recording>> RemarksPush::remoteOf(const QString &recording) const
{
    if (recording.startsWith(QLatin1Char('u'))) {
        const Result<LocalRecording> local = m_store.find(QUuid(recording.sliced(1)));
        if (!local)
            return fail(local.error());
        return local->remote;
    }
    const auto local = m_store.findStored(RecordingId{recording.sliced(1).toLongLong()});
    if (!local)
        return fail(local.error());
    return *local ? (*local)->remote : std::nullopt;
}

bool RemarksPush::nextAnnotation()
{
    for (;;) {
        const auto pending = m_store.annotations().nextPending(m_skippedAnnotations);
        if (!pending) {
            Q_EMIT problem(pending.error().message);
            return false;
        }
        if (!*pending)
            return false;
        const LocalAnnotation &annotation = (*pending)->annotation;
        const auto remote = remoteOf((*pending)->recording);
        if (!remote)
            Q_EMIT problem(remote.error().message);
        if (!remote || !*remote) {
            m_skippedAnnotations.append(annotation.localId);
            continue;
        }
        const RecordingId recording = (*remote)->id;
        switch (annotation.pending) {
        case LocalAnnotation::Pending::Create:
            create(**pending, recording);
            break;
        case LocalAnnotation::Pending::Change:
            change(**pending, recording);
            break;
        case LocalAnnotation::Pending::Delete:
        case LocalAnnotation::Pending::Nothing:
            remove(**pending, recording);
            break;
        }
        return true;
    }
}

void RemarksPush::create(const LocalAnnotations::Next &next, RecordingId recording)
{
    if (!m_mayBeThere)
        return send(next, recording);
    whenFinished(m_api.annotations(recording), this, [this, next, recording](const Result<QList<Annotation>> &there) {
        if (!there)
            return failed(there.error(), [this, id = next.annotation.localId](const QString &sentence) {
                return m_store.annotations().markProblem(id, sentence);
            });
        m_mayBeThere = false;
        const auto found = std::ranges::find_if(
            *there, [&](const Annotation &one) { return isSame(one, next.annotation.annotation); });
        if (found != there->end())
            return succeeded(m_store.annotations().markTold(next.annotation, *found));
        send(next, recording);
    });
}

void RemarksPush::send(const LocalAnnotations::Next &next, RecordingId recording)
{
    whenFinished(m_api.addAnnotation(recording, next.annotation.annotation), this,
                 [this, told = next.annotation](const Result<Annotation> &made) {
                     if (made)
                         return succeeded(m_store.annotations().markTold(told, *made));
                     m_mayBeThere = true;
                     failed(made.error(), [this, id = told.localId](const QString &sentence) {
                         return m_store.annotations().markProblem(id, sentence);
                     });
                 });
}

void RemarksPush::change(const LocalAnnotations::Next &next, RecordingId recording)
{
    whenFinished(m_api.changeAnnotation(recording, next.annotation.annotation), this,
                 [this, told = next.annotation](const Result<Annotation> &changed) {
                     if (changed)
                         return succeeded(m_store.annotations().markTold(told, *changed));
                     failed(changed.error(), [this, id = told.localId](const QString &sentence) {
                         return m_store.annotations().markProblem(id, sentence);
                     });
                 });
}

void RemarksPush::remove(const LocalAnnotations::Next &next, RecordingId recording)
{
    const QUuid id = next.annotation.localId;
    const AnnotationId annotation = next.annotation.annotation.id;
    if (!annotation.isValid()) { // the server has never heard of it
        QMetaObject::invokeMethod(
            this, [this, gone = m_store.annotations().markDeleted(id)] { succeeded(gone); }, Qt::QueuedConnection);
        return;
    }
    whenFinished(m_api.removeAnnotation(recording, annotation), this, [this, id](const Done &removed) {
        if (removed || removed.error().kind == FailureKind::NotFound)
            return succeeded(m_store.annotations().markDeleted(id));
        failed(removed.error(),
               [this, id](const QString &sentence) { return m_store.annotations().markProblem(id, sentence); });
    });
}

bool RemarksPush::nextField()
{
    for (;;) {
        const auto pending = m_store.drafts().nextPending(m_skippedFields);
        if (!pending) {
            Q_EMIT problem(pending.error().message);
            return false;
        }
        if (!*pending)
            return false;
        const auto remote = remoteOf((*pending)->of.recording);
        if (remote && *remote) {
            tell(**pending, **remote);
            return true;
        }
        if (!remote)
            Q_EMIT problem(remote.error().message);
        m_skippedFields.append((*pending)->of.recording);
    }
}

void RemarksPush::tell(const RecordingDraft &draft, const Recording &recording)
{
    if (const Done marked = m_store.drafts().markSending(draft.of, draft.text); !marked) {
        QMetaObject::invokeMethod(
            this, [this, marked] { succeeded(marked); }, Qt::QueuedConnection);
        return;
    }
    whenFinished(m_api.changeRecording(recording.id, recording.revision, changeOf(draft)), this,
                 [this, draft, recording](const Result<Recording> &written) {
                     if (written) {
                         const Done kept = m_store.updateRemote(*written);
                         return succeeded(kept ? m_store.drafts().markTold(draft.of, draft.text) : kept);
                     }
                     const auto mark = [this, key = draft.of](const QString &sentence) {
                         return m_store.drafts().markProblem(key, sentence);
                     };
                     if (written.error().kind != FailureKind::Outdated)
                         return failed(written.error(), mark);
                     whenFinished(m_api.recording(recording.id), this,
                                  [this, draft, mark](const Result<Recording> &now) {
                                      if (now)
                                          compare(draft, *now);
                                      else
                                          failed(now.error(), mark);
                                  });
                 });
}

/// Somebody has changed the recording meanwhile: where that was something else, nothing is in the way.
void RemarksPush::compare(const RecordingDraft &draft, const Recording &now)
{
    if (const Done kept = m_store.updateRemote(now); !kept)
        return succeeded(kept);
    if (textOf(now, draft.of.field) == draft.text)
        return succeeded(m_store.drafts().markTold(draft.of, draft.text));
    if (textOf(now, draft.of.field) == draft.base)
        return succeeded({}); // again, with the revision that it has now
    succeeded(m_store.drafts().markConflict(draft.of, textOf(now, draft.of.field)));
}

void RemarksPush::succeeded(const Done &noted)
{
    m_busy = false;
    if (!noted) {
        Q_EMIT problem(noted.error().message);
        m_wake.start(longestPause);
        return;
    }
    m_failures = 0;
    if (m_running)
        m_wake.start(0);
}

void RemarksPush::failed(const Failure &failure, const std::function<Done(const QString &)> &mark)
{
    m_busy = false;
    if (!m_running)
        return;
    switch (afterFailure(failure.kind)) {
    case AfterFailure::TryLater:
        m_wake.start(
            failure.retryAfter.value_or(std::min(longestPause, firstPause * (1 << std::min(m_failures++, 6)))));
        break;
    case AfterFailure::AwaitSignIn:
        break; // the next token wakes it
    case AfterFailure::Park:
        succeeded(mark(failure.message));
        break;
    }
}

} // namespace Holdfast
