// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/Annotate.h"

#include "domain/Limits.h"
#include "domain/WhenFinished.h"
#include "local/RecordingKey.h"

#include <QLocale>

namespace Holdfast {

Annotate::Annotate(Session &session, ApiClient &api, Clock clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_api(api)
    , m_clock(std::move(clock))
{
    connect(&session.store->annotations(), &LocalAnnotations::changed, this, &Annotate::annotationsChanged);
    connect(&session.store->drafts(), &RecordingDrafts::changed, this, &Annotate::writtenChanged);
    connect(session.store.get(), &LocalStore::recordingTouched, this, &Annotate::writtenChanged);
}

void Annotate::refresh(const LocalRecording &recording)
{
    if (!recording.remote)
        return;
    const QString key = recordingKey(recording);
    whenFinished(m_api.annotations(recording.remote->id), this, [this, key](const Result<QList<Annotation>> &there) {
        if (there)
            m_session.store->annotations().replaceRemote(key, *there);
    });
    whenFinished(m_api.recording(recording.remote->id), this, [this, key](const Result<Recording> &now) {
        if (now && m_session.store->updateRemote(*now))
            Q_EMIT writtenChanged(key);
    });
}

Result<QList<LocalAnnotation>> Annotate::annotations(const LocalRecording &recording) const
{
    return m_session.store->annotations().of(recordingKey(recording));
}

Result<QUuid> Annotate::add(const LocalRecording &recording, std::chrono::milliseconds start,
                            std::optional<std::chrono::milliseconds> end, std::optional<int> channel)
{
    LocalAnnotation added;
    added.localId = QUuid::createUuid();
    Annotation &annotation = added.annotation;
    annotation.start = start;
    annotation.end = end;
    annotation.channel = channel;
    annotation.authorId = m_session.user.id;
    annotation.authorName = m_session.user.fullName;
    annotation.createdAt = annotation.updatedAt = m_clock();
    if (Done kept = m_session.store->annotations().add(recordingKey(recording), added); !kept)
        return fail(kept.error());
    return added.localId;
}

Done Annotate::change(QUuid annotation, const std::function<void(Annotation &)> &edit)
{
    Result<LocalAnnotation> found = m_session.store->annotations().find(annotation);
    if (!found)
        return fail(found.error());
    edit(found->annotation);
    found->annotation.updatedAt = m_clock();
    return m_session.store->annotations().change(*found);
}

Done Annotate::setText(QUuid annotation, const QString &text)
{
    return change(annotation, [&](Annotation &edited) { edited.text = annotationText(text); });
}

Done Annotate::setChannel(QUuid annotation, std::optional<int> channel)
{
    return change(annotation, [&](Annotation &edited) { edited.channel = channel; });
}

Done Annotate::remove(QUuid annotation)
{
    return m_session.store->annotations().remove(annotation);
}

bool Annotate::mayChange(const LocalAnnotation &annotation) const
{
    return annotation.annotation.authorId == m_session.user.id;
}

/// As the store has it now: what a list has shown may be older.
std::optional<Recording> Annotate::remoteNow(const LocalRecording &recording) const
{
    if (recording.remote) {
        if (const auto now = m_session.store->findStored(recording.remote->id); now && *now && (*now)->remote)
            return (*now)->remote;
    } else if (const auto now = m_session.store->find(recording.uploadId)) {
        return now->remote; // it was stored since
    }
    return recording.remote;
}

QString Annotate::kept(const LocalRecording &recording, RecordingField field) const
{
    if (const std::optional<Recording> remote = remoteNow(recording))
        return textOf(*remote, field);
    return field == RecordingField::Notes ? recording.notes : recording.disposition;
}

std::optional<CallAnalysis> Annotate::analysis(const LocalRecording &recording) const
{
    const std::optional<Recording> remote = remoteNow(recording);
    return remote ? remote->analysis : std::nullopt;
}

AgentChannel Annotate::agentChannel(const LocalRecording &recording) const
{
    const std::optional<Recording> remote = remoteNow(recording);
    return remote ? remote->agentChannel : recording.agentChannel;
}

Result<Annotate::Written> Annotate::written(const LocalRecording &recording, RecordingField field) const
{
    const auto draft = m_session.store->drafts().find({recordingKey(recording), field});
    if (!draft)
        return fail(draft.error());
    if (!*draft)
        return Written{kept(recording, field), std::nullopt, false, {}, false};
    return Written{(*draft)->text, (*draft)->theirs, true, (*draft)->problem, (*draft)->isUnfinished};
}

Done Annotate::write(const LocalRecording &recording, RecordingField field, const QString &text, const QString &over)
{
    const DraftOf of{recordingKey(recording), field};
    RecordingDrafts &drafts = m_session.store->drafts();
    Done written = drafts.write(of, text, over);
    if (written)
        written = drafts.markServerHas(of, kept(recording, field));
    return written ? checkLength(of, text) : written;
}

Done Annotate::keepUnfinished(const LocalRecording &recording, RecordingField field, const QString &text,
                              const QString &over)
{
    return m_session.store->drafts().keepUnfinished({recordingKey(recording), field}, text, over);
}

/// What is too long is kept, and not sent before it is shorter.
Done Annotate::checkLength(const DraftOf &of, const QString &text)
{
    const bool isNotes = of.field == RecordingField::Notes;
    const int longest = isNotes ? maxNotesLength : maxDispositionLength;
    if (text.size() <= longest)
        return {};
    const QString sentence =
        isNotes ? tr("These notes are longer than the server takes: at most %1 characters. They are kept on this "
                     "computer; shorten them, and they are sent.")
                : tr("This disposition is longer than the server takes: at most %1 characters. It is kept on this "
                     "computer; shorten it, and it is sent.");
    return m_session.store->drafts().markProblem(of, sentence.arg(QLocale().toString(longest)));
}

Result<QStringList> Annotate::knownDispositions() const
{
    return m_session.store->dispositions();
}

Result<qint64> Annotate::unsent() const
{
    const Result<qint64> annotations = m_session.store->annotations().unsent();
    const Result<qint64> fields = m_session.store->drafts().unsent();
    if (!annotations || !fields)
        return annotations ? fields : annotations;
    return *annotations + *fields;
}

Result<QList<DraftOf>> Annotate::needingPerson() const
{
    return m_session.store->drafts().needingPerson();
}

Result<std::optional<LocalRecording>> Annotate::recordingWith(const QString &recordingKey) const
{
    if (!recordingKey.startsWith(QLatin1Char('u')))
        return m_session.store->findStored(RecordingId{recordingKey.sliced(1).toLongLong()});
    const Result<LocalRecording> found = m_session.store->find(QUuid(recordingKey.sliced(1)));
    if (found)
        return *found;
    if (found.error().kind == FailureKind::NotFound)
        return std::nullopt;
    return fail(found.error());
}

Done Annotate::decide(const LocalRecording &recording, RecordingField field, const QString &text)
{
    const DraftOf of{recordingKey(recording), field};
    const Done decided = m_session.store->drafts().decide(of, text);
    return decided ? checkLength(of, text) : decided;
}

} // namespace Holdfast
