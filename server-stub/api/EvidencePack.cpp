// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EvidencePack.h"

#include "contract/AnnotationJson.h"
#include "contract/HoldJson.h"
#include "contract/Json.h"
#include "contract/MatterJson.h"
#include "contract/RecordingJson.h"
#include "records/Annotations.h"
#include "records/Holds.h"
#include "records/Leads.h"
#include "records/Matters.h"
#include "sqlite/Snapshot.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace Holdfast {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qsizetype largestPiece = 256 * 1024;
constexpr qsizetype pageBytes = 512 * 1024;
constexpr qsizetype mostProblems = 100;
constexpr int holdsAtOnce = 1000;

QByteArray file(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QByteArray line(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

template <class T> QJsonArray listJson(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    return array;
}

/// All that the filter finds and that are wanted.
template <class IsWanted> Result<QList<Hold>> holdsOf(Database &database, HoldFilter filter, IsWanted isWanted)
{
    QList<Hold> wanted;
    filter.limit = holdsAtOnce;
    for (;;) {
        const Result<QList<Hold>> page = Holds(database).find(filter);
        if (!page)
            return page;
        std::copy_if(page->begin(), page->end(), std::back_inserter(wanted), isWanted);
        if (page->size() < holdsAtOnce)
            return wanted;
        filter.before = page->last().id;
    }
}

/// Those over one recording each are with their recordings.
Result<QList<Hold>> widerHoldsOf(Database &database, MatterId matter)
{
    HoldFilter filter;
    filter.matter = matter;
    return holdsOf(database, filter, [](const Hold &hold) { return hold.scope != HoldScope::Recording; });
}

Result<QList<Hold>> holdsOf(Database &database, RecordingId recording)
{
    HoldFilter filter;
    filter.recording = recording;
    return holdsOf(database, filter, [](const Hold &) { return true; });
}

Result<QJsonObject> subjectJson(Database &database, const EvidenceSubject &subject)
{
    switch (subject.kind) {
    case EvidenceSubject::Kind::Recording:
        return QJsonObject();
    case EvidenceSubject::Kind::Lead: {
        const Result<std::optional<Lead>> lead = Leads(database).byId({subject.id});
        if (!lead)
            return fail(lead.error());
        return *lead ? QJsonObject{{QLatin1String("lead"), toJson(**lead)}} : QJsonObject();
    }
    case EvidenceSubject::Kind::Matter: {
        const Result<Matter> matter = Matters(database).byId({subject.id});
        const Result<QList<Hold>> holds = matter ? widerHoldsOf(database, matter->id) : fail(matter.error());
        if (!holds)
            return fail(holds.error());
        return QJsonObject{{QLatin1String("matter"), toJson(*matter)}, {QLatin1String("holds"), listJson(*holds)}};
    }
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject aboutOf(const EvidencePlan &plan)
{
    return {{QLatin1String("kind"), evidenceKindName(plan.subject.kind)},
            {QLatin1String("id"), plan.subject.id},
            {QLatin1String("name"), plan.selection.name}};
}

void tellOf(const EvidencePlan &plan, AuditEntry &entry)
{
    entry.detail = {{QLatin1String("pack"), plan.pack},
                    {QLatin1String("about"), aboutOf(plan)},
                    {QLatin1String("recordings"), plan.selection.recordings.size()}};
    switch (plan.subject.kind) {
    case EvidenceSubject::Kind::Recording:
        entry.recordingId = {plan.subject.id};
        return;
    case EvidenceSubject::Kind::Lead:
        entry.leadId = {plan.subject.id};
        return;
    case EvidenceSubject::Kind::Matter:
        entry.detail.insert(QLatin1String("matterId"), plan.subject.id);
        return;
    }
    Q_UNREACHABLE();
}

EvidencePack::EvidencePack(DataFolder &data, AccessLog &log, const RecordingLookup &lookup, EvidencePlan plan)
    : m_data(data)
    , m_log(log)
    , m_lookup(lookup)
    , m_plan(std::move(plan))
    , m_extract(m_plan.checkpoint)
    , m_writer(m_plan.madeAt)
    , m_packed(m_plan.selection.recordings.begin(), m_plan.selection.recordings.end())
{
    m_manifest.pack = m_plan.pack;
    m_manifest.madeAt = m_plan.madeAt;
    m_manifest.madeBy = m_plan.caller.user.username;
    m_manifest.origin = m_plan.checkpoint.origin;
    m_manifest.logSize = m_plan.checkpoint.size;
    m_manifest.logRoot = m_plan.checkpoint.root;
    m_manifest.about = aboutOf(m_plan);
}

Result<QByteArray> EvidencePack::next()
{
    if (m_given == m_made.size()) {
        if (const Done made = makeMore(); !made)
            return fail(made.error());
    }
    const QByteArray piece = m_made.mid(m_given, largestPiece);
    m_given += piece.size();
    return piece;
}

/// At least a piece of it, unless that was all.
Done EvidencePack::makeMore()
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    if (!database)
        return fail(database.error());
    while (m_writer.pending() < pieceBytes && m_step != Step::Over)
        if (Done advanced = advance(**database); !advanced)
            return advanced;
    m_made = m_writer.take();
    m_given = 0;
    return {};
}

Done EvidencePack::advance(Database &database)
{
    switch (m_step) {
    case Step::About:
        return addAbout(database);
    case Step::Recording:
        return beginRecording(database);
    case Step::Original:
        return copyOriginal();
    case Step::Metadata:
        return addMetadata(database);
    case Step::Entries:
        return addEntries(database);
    case Step::OtherEntries:
        return addOtherEntries(database);
    case Step::Closing:
        return close();
    case Step::Over:
        return {};
    }
    Q_UNREACHABLE();
}

Done EvidencePack::addAbout(Database &database)
{
    Result<QJsonObject> about = subjectJson(database, m_plan.subject);
    if (!about)
        return fail(about.error());
    about->insert(QLatin1String("about"), m_manifest.about);
    m_writer.add(PackMember::about, file(*about));
    m_writer.add(PackMember::checkpoint, m_plan.checkpointNote);
    if (!m_plan.consistency.isEmpty())
        m_writer.add(PackMember::consistency, m_plan.consistency);
    m_step = Step::Recording;
    return {};
}

Done EvidencePack::beginRecording(Database &database)
{
    m_afterEntry = 0;
    m_part = 0;
    if (m_nextRecording == m_plan.selection.recordings.size()) {
        m_step = Step::OtherEntries;
        return {};
    }
    m_row = {};
    m_row.packed.id = m_plan.selection.recordings.at(m_nextRecording++);
    const Result<std::optional<Recording>> recording = Recordings(database).byId(m_row.packed.id);
    if (!recording)
        return fail(recording.error());
    if (!*recording) {
        leaveOut(PackedState::Deleted, QStringLiteral("It was deleted after the pack was begun."));
        m_step = Step::Entries;
        return {};
    }
    m_row.recording = **recording;
    m_row.packed.sha256 = (*recording)->sha256;
    m_step = Step::Metadata;
    auto original = EvidenceOriginal::open(m_data, **recording);
    if (!original) {
        leaveOut(original.error().state, original.error().why);
        return {};
    }
    const QLatin1String extension = formatName((*recording)->format);
    m_row.packed.member = folderOfRow() + "original." + QByteArray(extension.data(), extension.size());
    m_writer.begin(m_row.packed.member, original->content);
    m_original = std::move(original->device);
    m_step = Step::Original;
    return {};
}

Done EvidencePack::copyOriginal()
{
    const QByteArray piece = m_original->read(std::min(pieceBytes, m_writer.left()));
    if (piece.isEmpty())
        return fail(FailureKind::Corrupt, QStringLiteral("A recording's file broke while it was packed."),
                    m_original->errorString());
    m_writer.put(piece);
    if (m_writer.left() > 0)
        return {};
    m_original.reset();
    m_step = Step::Metadata;
    return m_writer.wasAsForeseen()
               ? Done()
               : fail(FailureKind::Corrupt, QStringLiteral("A recording's file changed while it was packed."));
}

/// What is known of it at one moment, which is not the one of its bytes: these never change.
Done EvidencePack::addMetadata(Database &database)
{
    m_step = Step::Entries;
    const Result<Snapshot> snapshot = Snapshot::begin(database);
    const RecordingId id = m_row.packed.id;
    const Result<std::optional<Recording>> now = snapshot ? Recordings(database).byId(id) : fail(snapshot.error());
    const Result<RetentionRules> rules = now ? m_lookup.rules(database) : fail(now.error());
    const Result<QList<Annotation>> annotations = rules ? Annotations(database).of(id) : fail(rules.error());
    const Result<QList<Hold>> holds = annotations ? holdsOf(database, id) : fail(annotations.error());
    if (!holds)
        return fail(holds.error());
    if (!*now)
        note(QStringLiteral("Recording %1 was deleted while it was packed: its annotations and holds are not in the "
                            "pack, and what else is known of it is from before.")
                 .arg(id.value));
    else
        m_row.recording = withRetention(**now, *rules);
    m_row.annotations = *annotations;
    m_row.holds = *holds;
    m_writer.add(folderOfRow() + "recording.json", file({{QLatin1String("recording"), toJson(*m_row.recording)},
                                                         {QLatin1String("annotations"), listJson(*annotations)},
                                                         {QLatin1String("holds"), listJson(*holds)}}));
    return {};
}

Done EvidencePack::addEntries(Database &database)
{
    const Result<QList<AuditRow>> rows = m_extract.ofRecording(database, m_row.packed.id, m_afterEntry);
    if (!rows)
        return fail(rows.error());
    if (!rows->isEmpty()) {
        addPart(database, folderOfRow() + "audit", *rows);
        m_afterEntry = rows->last().id;
        m_row.entries += rows->size();
        for (const AuditRow &row : rows->first(std::min(rows->size(), EvidenceRow::mostHistory - m_row.history.size())))
            m_row.history.append(row.entry());
    }
    if (rows->size() < AuditExtract::pageEntries)
        endRow();
    return {};
}

Done EvidencePack::addOtherEntries(Database &database)
{
    Result<QList<AuditRow>> rows = m_extract.of(database, m_plan.subject, m_afterEntry);
    if (!rows)
        return fail(rows.error());
    if (rows->size() < AuditExtract::pageEntries)
        m_step = Step::Closing;
    if (rows->isEmpty())
        return {};
    m_afterEntry = rows->last().id;
    rows->removeIf([&](const AuditRow &row) { return m_packed.contains(RecordingId{row.recordingId}); });
    if (!rows->isEmpty())
        addPart(database, "audit/about", *rows);
    return {};
}

Done EvidencePack::close()
{
    m_writer.add(PackMember::index, evidenceIndexHtml(m_manifest, m_pages, m_pages == 0 ? m_rows : QByteArray()));
    const QByteArray sha256 = m_writer.seal(m_manifest, SigningKey(m_data.keys().auditKey()));
    if (const Done written = writeDown(sha256); !written)
        return written;
    m_writer.end();
    m_step = Step::Over;
    return {};
}

void EvidencePack::leaveOut(PackedState state, const QString &why)
{
    m_row.packed.state = state;
    m_row.packed.why = why;
}

/// Entries and their proofs, line by line. One without a proof is told of, and does not verify.
void EvidencePack::addPart(Database &database, const QByteArray &base, const QList<AuditRow> &rows)
{
    QByteArray entries;
    QByteArray proofs;
    for (const AuditRow &row : rows) {
        const Result<QList<QByteArray>> proof = m_extract.proof(database, row);
        if (!proof)
            note(proof.error().message);
        QJsonArray hashes;
        for (const QByteArray &hash : proof.value_or(QList<QByteArray>()))
            hashes.append(QString::fromLatin1(hash.toBase64()));
        entries += auditLine(row) + '\n';
        proofs += line({{QLatin1String("entry"), row.id}, {QLatin1String("hashes"), hashes}});
    }
    const QByteArray name = base + '-' + QByteArray::number(++m_part);
    m_writer.add(name + PackMember::entriesEnding, entries);
    m_writer.add(name + PackMember::proofsEnding, proofs);
}

void EvidencePack::note(const QString &problem)
{
    if (m_manifest.problems.size() < mostProblems)
        m_manifest.problems.append(problem);
}

void EvidencePack::endRow()
{
    m_rows += evidenceRowHtml(m_row);
    m_manifest.recordings.append(m_row.packed);
    m_step = Step::Recording;
    const bool isLast = m_nextRecording == m_plan.selection.recordings.size();
    if (m_rows.size() < pageBytes && (!isLast || m_pages == 0))
        return;
    ++m_pages;
    m_writer.add(evidencePageName(m_pages), evidencePageHtml(m_manifest, m_pages, m_rows));
    m_rows.clear();
}

/// Waits until it is on the disk.
Done EvidencePack::writeDown(const QByteArray &manifestSha256)
{
    AuditEntry entry = m_log.entry(m_plan.caller, QStringLiteral("evidence-pack-made"));
    tellOf(m_plan, entry);
    entry.detail.insert(QLatin1String("manifestSha256"), QString::fromLatin1(manifestSha256.toHex()));
    entry.detail.insert(QLatin1String("whole"), m_manifest.isWhole());
    return m_data.writes().submit<void>([entry](Database &database) { return Audit(database).append(entry); }).result();
}

QByteArray EvidencePack::folderOfRow() const
{
    return "recordings/" + QByteArray::number(m_row.packed.id.value) + '/';
}

} // namespace Holdfast
