// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EvidencePack.h"

#include "api/EvidenceFacts.h"
#include "audit/HashJson.h"
#include "contract/AnnotationJson.h"
#include "contract/HoldJson.h"
#include "contract/RecordingJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qsizetype largestPiece = 256 * 1024;
constexpr qsizetype pageBytes = 512 * 1024;
constexpr qsizetype mostProblems = 100;

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

} // namespace

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
    Result<QJsonObject> about = factsOf(database, m_plan.subject);
    if (!about)
        return fail(about.error());
    about->insert(QLatin1String("about"), m_manifest.about);
    m_writer.add(PackMember::about, file(*about));
    m_writer.add(PackMember::checkpoint, m_plan.checkpointNote);
    if (!m_plan.keys.isEmpty())
        m_writer.add(PackMember::keys, m_plan.keys);
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
        const Result<EvidenceOriginal::Lack> gone = EvidenceOriginal::withoutRow(database, m_row.packed.id);
        m_step = Step::Entries;
        return gone.map([this](const EvidenceOriginal::Lack &lack) { leaveOut(lack.state, lack.why); });
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

Done EvidencePack::addMetadata(Database &database)
{
    m_step = Step::Entries;
    const RecordingId id = m_row.packed.id;
    const Result<EvidenceFacts> facts = EvidenceFacts::of(database, id, m_lookup);
    if (!facts)
        return fail(facts.error());
    if (facts->recording)
        m_row.recording = facts->recording;
    else
        note(QStringLiteral("Recording %1 was deleted while it was packed: its annotations and holds are not in the "
                            "pack, and what else is known of it is from before.")
                 .arg(id.value));
    m_row.annotations = facts->annotations;
    m_row.holds = facts->holds;
    m_writer.add(folderOfRow() + "recording.json", file({{QLatin1String("recording"), toJson(*m_row.recording)},
                                                         {QLatin1String("annotations"), listJson(facts->annotations)},
                                                         {QLatin1String("holds"), listJson(facts->holds)}}));
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
    const QByteArray sha256 = m_writer.seal(m_manifest, *m_plan.key);
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
        const QJsonArray hashes = hashArray(proof.value_or(QList<QByteArray>()));
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
