// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RemarksPush.h"

#include "domain/WhenFinished.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds longestPause{60'000};

bool saysTheSame(const Annotation &a, const Annotation &b)
{
    return a.start == b.start && a.end == b.end && a.channel == b.channel && a.text == b.text;
}

/// And not only on its way from here.
bool isOnTheServer(const QString &recording)
{
    return recording.startsWith(QLatin1Char('r'));
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

RemarksPush::RemarksPush(ApiClient &api, LocalStore &store, QObject *parent, std::chrono::milliseconds firstPause)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_firstPause(firstPause)
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

/// One that was found by a search is not among those that are kept here.
void RemarksPush::getToKnow(const QString &recording, const Mark &mark, const Known &then)
{
    whenFinished(m_api.recording(RecordingId{recording.sliced(1).toLongLong()}), this,
                 [this, mark, then](const Result<Recording> &there) {
                     if (!there)
                         return failed(there.error(), mark);
                     if (const Done kept = m_store.putRemote(*there); !kept)
                         return succeeded(kept);
                     then(*there);
                 });
}

Result<std::optional<Recording>> RemarksPush::remoteOf(const QString &recording) const
{
    if (!isOnTheServer(recording)) {
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
        if (remote && !*remote && isOnTheServer((*pending)->recording)) {
            getToKnow((*pending)->recording, markOf(annotation.localId), [this](const Recording &) { succeeded({}); });
            return true;
        }
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
    whenFinished(m_api.addAnnotation(recording, next.annotation.annotation, next.annotation.localId), this,
                 [this, told = next.annotation](const Result<Annotation> &made) {
                     if (!made)
                         return failed(made.error(), markOf(told.localId));
                     // An earlier call whose answer was lost can have written what stood here then.
                     const bool isAsHere = saysTheSame(*made, told.annotation);
                     succeeded(isAsHere ? m_store.annotations().markTold(told, *made)
                                        : m_store.annotations().markKnown(told.localId, made->id));
                 });
}

/// Over what the server has now. An earlier change that was held up on its way then comes too late, and undoes nothing.
void RemarksPush::change(const LocalAnnotations::Next &next, RecordingId recording)
{
    whenFinished(m_api.annotations(recording), this,
                 [this, told = next.annotation, recording](const Result<QList<Annotation>> &there) {
                     if (!there)
                         return failed(there.error(), markOf(told.localId));
                     const auto now = std::ranges::find(*there, told.annotation.id, &Annotation::id);
                     if (now != there->end() && saysTheSame(*now, told.annotation))
                         return succeeded(m_store.annotations().markTold(told, *now));
                     change(told, recording, now != there->end() ? now->revision : told.annotation.revision);
                 });
}

void RemarksPush::change(const LocalAnnotation &told, RecordingId recording, qint64 revision)
{
    Annotation wanted = told.annotation;
    wanted.revision = revision;
    whenFinished(m_api.changeAnnotation(recording, wanted), this, [this, told](const Result<Annotation> &changed) {
        if (changed)
            return succeeded(m_store.annotations().markTold(told, *changed));
        if (changed.error().kind != FailureKind::Outdated)
            return failed(changed.error(), markOf(told.localId));
        m_busy = false; // again, over what it has become
        if (m_running)
            m_wake.start(m_firstPause);
    });
}

/// What was never answered for may be there, or on its way.
void RemarksPush::remove(const LocalAnnotations::Next &next, RecordingId recording)
{
    const QUuid id = next.annotation.localId;
    const AnnotationId annotation = next.annotation.annotation.id;
    const QFuture<Done> removing =
        annotation.isValid() ? m_api.removeAnnotation(recording, annotation) : m_api.withdrawAnnotation(recording, id);
    whenFinished(removing, this, [this, id](const Done &removed) {
        if (removed || removed.error().kind == FailureKind::NotFound)
            return succeeded(m_store.annotations().markDeleted(id));
        failed(removed.error(), markOf(id));
    });
}

RemarksPush::Mark RemarksPush::markOf(QUuid annotation) const
{
    return
        [this, annotation](const QString &sentence) { return m_store.annotations().markProblem(annotation, sentence); };
}

RemarksPush::Mark RemarksPush::markOf(const DraftOf &field) const
{
    return [this, field](const QString &sentence) { return m_store.drafts().markProblem(field, sentence); };
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
        else if (isOnTheServer((*pending)->of.recording)) {
            getToKnow((*pending)->of.recording, markOf((*pending)->of),
                      [this, draft = **pending](const Recording &there) { compare(draft, there); });
            return true;
        }
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
                     const Mark mark = markOf(draft.of);
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

/// Something has changed the recording meanwhile, an earlier call of ours whose answer was lost perhaps. What is
/// neither what this was written over nor what was ever sent for it is somebody else's, and waits for a person.
void RemarksPush::compare(const RecordingDraft &draft, const Recording &now)
{
    const QString &text = textOf(now, draft.of.field);
    Done kept = m_store.updateRemote(now);
    if (kept)
        kept = m_store.drafts().markServerHas(draft.of, text);
    if (kept && text == draft.text)
        kept = m_store.drafts().markTold(draft.of, draft.text);
    succeeded(kept); // and again, with the revision that it has now, where nothing is in the way
}

std::chrono::milliseconds RemarksPush::nextPause()
{
    constexpr int mostDoublings = 6;
    return std::min(longestPause, m_firstPause * (1 << std::min(m_failures++, mostDoublings)));
}

void RemarksPush::succeeded(const Done &noted)
{
    m_busy = false;
    if (!noted) {
        Q_EMIT problem(noted.error().message);
        m_wake.start(nextPause());
        return;
    }
    m_failures = 0;
    if (m_running)
        m_wake.start(0);
}

void RemarksPush::failed(const Failure &failure, const Mark &mark)
{
    m_busy = false;
    if (!m_running)
        return;
    switch (afterFailure(failure.kind)) {
    case AfterFailure::TryLater:
        m_wake.start(failure.retryAfter ? std::chrono::milliseconds(*failure.retryAfter) : nextPause());
        break;
    case AfterFailure::AwaitSignIn:
        break; // the next token wakes it
    case AfterFailure::Park:
        succeeded(mark(failure.message));
        break;
    }
}

} // namespace Holdfast
