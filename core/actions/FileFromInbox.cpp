// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FileFromInbox.h"

#include "domain/WhenFinished.h"

#include <QFileInfo>

namespace Holdfast {

namespace {

QString notFiledAgain()
{
    return FileFromInbox::tr("So it was not filed again: dismiss it, or choose another lead.");
}

} // namespace

FileFromInbox::FileFromInbox(Session &session, AttachRecordings &attach, Clock clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_attach(attach)
    , m_clock(std::move(clock))
{
}

QString FileFromInbox::Suggestion::sentence() const
{
    QStringList sentences{earlier ? earlier->sentence() : QString(), filing.lead ? filing.sentence : filing.whyNone(),
                          filing.dateSentence};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

/// Patterns are read once for all files of a source.
const SuggestFiling &FileFromInbox::readerOf(const QString &path) const
{
    const auto source = m_session.sources.holding(path);
    const FilingRules rules = source ? RecordingSources::rulesOf(*source, m_session.filing) : m_session.filing;
    std::shared_ptr<const Reader> &reader = m_readers[source ? source->name : QString()];
    if (!reader || reader->rules != rules)
        reader = std::make_shared<const Reader>(Reader{rules, SuggestFiling(*m_session.store, rules)});
    return reader->suggest;
}

/// Where the name tells no time, the call ended when the file was complete.
Result<Filing> FileFromInbox::filingOf(const FoundFile &file, std::optional<std::chrono::milliseconds> duration) const
{
    Result<Filing> filing = readerOf(file.path).of(QFileInfo(file.path).fileName(), m_clock());
    if (filing && !filing->callDate)
        filing->callDate = file.modifiedAt.addMSecs(-duration.value_or(std::chrono::milliseconds(0)).count());
    return filing;
}

Result<FileFromInbox::Suggestion> FileFromInbox::suggest(const InboxEntry &entry) const
{
    const Result<Filing> filing = filingOf(entry.file, entry.duration);
    if (!filing)
        return fail(filing.error());
    if (!filing->lead || entry.sha256.isEmpty())
        return Suggestion{*filing, std::nullopt};
    const auto earlier = m_session.store->earlierCopy(filing->lead->id, entry.sha256);
    if (!earlier)
        return fail(earlier.error());
    return Suggestion{*filing, *earlier};
}

QFuture<AttachRecordings::Attached> FileFromInbox::file(const QList<InboxEntry> &entries, std::optional<LeadId> lead,
                                                        const WrittenAlong &along, Twins twins)
{
    QStringList paths;
    for (const InboxEntry &entry : entries)
        paths.append(entry.file.path);
    auto promise = std::make_shared<QPromise<AttachRecordings::Attached>>();
    promise->start();
    whenFinished(m_attach.inspect(paths, lead), this, [this, promise, lead, along, twins](QList<Inspected> files) {
        Taken taken;
        for (Inspected &file : files) {
            aim(file, lead);
            if (twins == Twins::AreFiledAgain)
                continue; // under a name of its own, which nobody else files it by
            refuseTwin(file, taken);
            if (!lead)
                nameUpload(file);
        }
        whenFinished(m_attach.attach(files, along), this, [promise](const AttachRecordings::Attached &attached) {
            promise->addResult(attached);
            promise->finish();
        });
    });
    return promise->future();
}

void FileFromInbox::aim(Inspected &file, std::optional<LeadId> lead) const
{
    if (!file.problem.isEmpty())
        return;
    const auto duration = file.facts ? file.facts->duration : std::nullopt;
    const Result<Filing> filing = filingOf({file.path, file.size, file.modifiedAt.toUTC()}, duration);
    if (!filing) {
        file.problem = filing.error().message;
        return;
    }
    file.filing = *filing;
    file.lead = lead;
    if (!lead && filing->lead)
        file.lead = filing->lead->id;
}

/// What that lead has already, or gets from a file before it.
void FileFromInbox::refuseTwin(Inspected &file, Taken &taken) const
{
    if (!file.canAttach())
        return;
    const auto earlier = m_session.store->earlierCopy(*file.lead, file.sha256);
    const QString before = taken.value({*file.lead, file.sha256});
    if (!earlier)
        file.problem = earlier.error().message;
    else if (*earlier)
        file.problem = (*earlier)->sentence() + u' ' + notFiledAgain();
    else if (!before.isEmpty())
        file.problem = tr("It is the same recording as %1.").arg(before) + u' ' + notFiledAgain();
    else
        taken.insert({*file.lead, file.sha256}, file.name);
}

/// Two may watch one folder: two hosts, or a host and a person's window. Then both file the same file before either can
/// know of the other's. A lock in the folder would be no lock on every network share, and there are folders in which
/// one may only read. So the upload is named by what is filed, and both name it the same: the server takes the same key
/// of the same person for one upload, whenever it comes, and each of them hears which recording it has become. Another
/// person's key is another key; that person's watcher learns of the recording with the server's changes.
void FileFromInbox::nameUpload(Inspected &file) const
{
    if (!file.canAttach())
        return;
    const QUuid filings(QStringLiteral("{6f1d2b0e-6c53-4b7a-9c1e-0f5f6a3f5d42}"));
    const QByteArray filed =
        file.sha256.toHex() + ' ' + QByteArray::number(file.lead->value) + ' ' + file.name.toUtf8();
    const QUuid uploadId = QUuid::createUuidV5(filings, filed);
    const auto before = m_session.store->find(uploadId);
    if (before)
        file.problem = tr("This recording was filed before under this name. Attach it to a lead by hand if it belongs "
                          "there as well.");
    else if (before.error().kind != FailureKind::NotFound)
        file.problem = before.error().message;
    else
        file.uploadId = uploadId;
}

} // namespace Holdfast
