// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/AttachRecordings.h"

#include "actions/InspectFile.h"
#include "domain/WhenFinished.h"

#include <QtConcurrentMap>
#include <QtConcurrentRun>

namespace Holdfast {

namespace {

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace

struct AttachRecordings::Batch
{
    QList<Inspected> files;
    WrittenAlong along;
    qint64 allBytes = 0;
    qint64 doneBytes = 0; ///< of the files before the present one
    qsizetype at = 0;
    Attached answer;
    QPromise<Attached> promise;
};

AttachRecordings::AttachRecordings(Session &session, Clock clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(std::move(clock))
{
}

QFuture<QList<Inspected>> AttachRecordings::inspect(const QStringList &paths, std::optional<LeadId> lead)
{
    auto promise = std::make_shared<QPromise<QList<Inspected>>>();
    promise->start();
    whenFinished(QtConcurrent::run(filesAmong, paths), this, [this, promise, lead](const QList<FileAsked> &files) {
        auto *watcher = new QFutureWatcher<Inspected>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, promise, lead] {
            watcher->deleteLater();
            QList<Inspected> inspected = watcher->future().results();
            file(inspected, lead);
            promise->addResult(inspected);
            promise->finish();
        });
        watcher->setFuture(QtConcurrent::mapped(files, inspectFile));
    });
    return promise->future();
}

/// Where each goes, and what the store knows of it there.
void AttachRecordings::file(QList<Inspected> &files, std::optional<LeadId> lead) const
{
    const SuggestFiling suggest(*m_session.store, m_session.filing);
    QHash<QByteArray, QString> seen;
    for (Inspected &one : files) {
        if (!one.problem.isEmpty())
            continue;
        one.lead = lead;
        if (const auto source = m_session.sources.holding(one.path))
            one.agentChannel = source->agentChannel;
        if (const Done filed = file(one, suggest); !filed) {
            one.problem = filed.error().message;
            continue;
        }
        if (seen.contains(one.sha256))
            one.twinOf = seen.value(one.sha256);
        seen.insert(one.sha256, one.name);
    }
}

Done AttachRecordings::file(Inspected &file, const SuggestFiling &suggest) const
{
    const Result<Filing> filing = suggest.of(file.name, m_clock());
    if (!filing)
        return fail(filing.error());
    file.filing = *filing;
    QList<LeadId> leads;
    if (filing->lead)
        leads.append(filing->lead->id);
    if (!file.lead && filing->lead)
        file.lead = filing->lead->id;
    if (file.lead && !leads.contains(*file.lead))
        leads.append(*file.lead);
    for (const LeadId lead : std::as_const(leads)) {
        const auto copy = m_session.store->earlierCopy(lead, file.sha256);
        if (!copy)
            return fail(copy.error());
        if (*copy)
            file.earlier.insert(lead, **copy);
    }
    return {};
}

QString Inspected::warning() const
{
    if (!problem.isEmpty())
        return problem;
    if (!lead)
        return filing.whyNone();
    const bool isElsewhere = filing.lead && filing.lead->id != *lead;
    return joined({earlier.contains(*lead) ? earlier.value(*lead).sentence() : QString(),
                   twinOf.isEmpty() ? QString() : AttachRecordings::tr("The same recording as %1.").arg(twinOf),
                   isElsewhere ? filing.sentence : QString(), filing.dateSentence, remark});
}

Result<QStringList> AttachRecordings::knownDispositions() const
{
    return m_session.store->dispositions();
}

QFuture<AttachRecordings::Attached> AttachRecordings::attach(const QList<Inspected> &files, const WrittenAlong &along)
{
    auto batch = std::make_shared<Batch>();
    batch->files = files;
    batch->along = along;
    for (const Inspected &file : files)
        batch->allBytes += file.canAttach() ? file.size : 0;
    batch->promise.setProgressRange(0, 1000);
    batch->promise.start();
    const QFuture<Attached> future = batch->promise.future();
    sealNext(batch);
    return future;
}

void AttachRecordings::sealNext(const std::shared_ptr<Batch> &batch)
{
    while (batch->at < batch->files.size() && !batch->files[batch->at].canAttach())
        batch->answer.refused.append(batch->files[batch->at++]);
    if (batch->at == batch->files.size() || batch->promise.isCanceled()) {
        batch->promise.addResult(batch->answer);
        batch->promise.finish();
        return;
    }
    const QUuid given = batch->files.at(batch->at).uploadId;
    const QUuid uploadId = given.isNull() ? QUuid::createUuid() : given;
    const auto sealed = QtConcurrent::run([batch, uploadId, cache = m_session.cache] {
        return sealInspected(batch->files.at(batch->at), *cache, uploadId, [&batch](qint64 done) {
            const qint64 perMille = (batch->doneBytes + done) * 1000 / batch->allBytes;
            batch->promise.setProgressValue(static_cast<int>(perMille));
            return !batch->promise.isCanceled();
        });
    });
    whenFinished(sealed, this, [this, batch, uploadId](const Result<SealedCache::Sealed> &outcome) {
        Inspected &file = batch->files[batch->at];
        const Done kept = outcome ? putIntoStore(*batch, uploadId, *outcome) : Done(fail(outcome.error()));
        if (kept) {
            batch->answer.uploadIds.append(uploadId);
        } else {
            file.problem = kept.error().message;
            batch->answer.refused.append(file);
        }
        batch->doneBytes += file.size;
        ++batch->at;
        sealNext(batch);
    });
}

Done AttachRecordings::putIntoStore(const Batch &batch, QUuid uploadId, const SealedCache::Sealed &sealed)
{
    const Inspected &file = batch.files[batch.at];
    LocalRecording recording;
    recording.uploadId = uploadId;
    recording.leadId = *file.lead;
    recording.name = file.name;
    recording.originalPath = file.path;
    recording.fileSize = sealed.size;
    recording.facts = file.facts.value_or(MediaFacts());
    recording.sha256 = sealed.sha256;
    recording.attachedAt = m_clock();
    recording.callAt = file.filing.callDate.value_or(recording.attachedAt);
    recording.notes = batch.along.notes;
    recording.disposition = batch.along.disposition;
    const AgentChannel told = batch.along.agentChannel;
    recording.agentChannel = told == AgentChannel::Unknown ? file.agentChannel : told;
    const Done kept = m_session.store->attach(recording, file.modifiedAt);
    if (kept)
        return kept;
    const Done removed = m_session.cache->remove(uploadId.toString(QUuid::WithoutBraces));
    return removed ? kept : removed;
}

} // namespace Holdfast
