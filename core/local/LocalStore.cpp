// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalStore.h"

#include "domain/Limits.h"
#include "local/Forgetting.h"
#include "local/KnownCopies.h"
#include "local/LeadRows.h"
#include "local/RecordingKey.h"
#include "local/RecordingRows.h"
#include "sqlite/Database.h"
#include "sqlite/Migration.h"
#include "sqlite/Query.h"
#include "sqlite/Steps.h"

#include <QCollator>
#include <QSet>

#include <algorithm>

namespace Holdfast {

using RecordingRows::Select;

struct LocalStore::State
{
    State(std::unique_ptr<Database> opened, StoreSeal::Outcome outcome)
        : database(std::move(opened))
        , sealing(outcome)
        , agentNames(*database)
        , annotations(*database)
        , drafts(*database)
        , begunUploads(*database)
        , leadMarks(*database)
        , following(*database, annotations, agentNames)
        , inbox(*database)
    {
    }

    std::unique_ptr<Database> database;
    StoreSeal::Outcome sealing;
    AgentNames agentNames;
    LocalAnnotations annotations;
    RecordingDrafts drafts;
    BegunUploads begunUploads;
    LeadMarks leadMarks;
    Following following;
    Inbox inbox;
};

namespace {

tl::unexpected<Failure> notInOutbox()
{
    return fail(FailureKind::NotFound, LocalStore::tr("This recording is not waiting to be sent."));
}

} // namespace

LocalStore::LocalStore(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
    const Following *following = &m_state->following;
    connect(following, &Following::leadsTouched, this, &LocalStore::leadsTouched);
    connect(following, &Following::recordingsChanged, this, &LocalStore::recordingsChanged);
    connect(following, &Following::recordingTouched, this, &LocalStore::recordingTouched);
    connect(&m_state->leadMarks, &LeadMarks::changed, this, [this](LeadId lead) { Q_EMIT leadsTouched({lead}); });
}

LocalStore::~LocalStore() = default;

Result<std::unique_ptr<LocalStore>> LocalStore::open(const QString &path, const std::optional<SecretKey> &textKey,
                                                     const StatementGate &gate)
{
    auto database = Database::open(path, Durability::Full, gate);
    if (!database)
        return fail(database.error());
    if (const Done migrated = migrate(**database, QStringLiteral(":/schema/client")); !migrated)
        return fail(migrated.error());
    const Result<StoreSeal::Outcome> sealing = StoreSeal::apply(**database, textKey);
    if (!sealing)
        return fail(sealing.error());
    // Whoever was sending is gone: this is the only program that works on the file.
    const Done reset = Query(**database, "UPDATE outbox SET state = 'waiting' WHERE state = 'sending'").run();
    if (!reset)
        return fail(reset.error());
    if (const Done left = RecordingDrafts::leaveUnfinished(**database); !left)
        return fail(left.error());
    if (const Done forgotten = LocalAnnotations::forgetEmpty(**database); !forgotten)
        return fail(forgotten.error());
    return std::unique_ptr<LocalStore>(new LocalStore(std::make_unique<State>(std::move(*database), *sealing)));
}

StoreSeal::Outcome LocalStore::sealing() const
{
    return m_state->sealing;
}

Result<QList<Lead>> LocalStore::leads() const
{
    Result<QList<Lead>> leads = LeadRows::all(*m_state->database);
    if (!leads)
        return leads;
    QCollator names;
    names.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(*leads, [&names](const Lead &a, const Lead &b) {
        const int order = names.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return leads;
}

Result<QList<Lead>> LocalStore::leadsAfter(LeadId after, int most) const
{
    return LeadRows::after(*m_state->database, after, most);
}

Result<std::optional<Lead>> LocalStore::lead(LeadId id) const
{
    return LeadRows::byId(*m_state->database, id);
}

Result<QHash<LeadId, int>> LocalStore::recordingCounts(LeadId from, LeadId to) const
{
    Query query(*m_state->database, "SELECT lead_id, count(*) FROM recordings WHERE lead_id BETWEEN ? AND ?"
                                    " GROUP BY lead_id");
    query.bind(from, to);
    QHash<LeadId, int> counts;
    if (const Done read = query.each([&] { counts.insert({query.number(0)}, static_cast<int>(query.number(1))); });
        !read)
        return fail(read.error());
    return counts;
}

Result<QList<Lead>> LocalStore::leadsNamed(const QString &name) const
{
    return LeadRows::named(*m_state->database, name);
}

Result<QList<Lead>> LocalStore::leadsWithPhone(const QString &number, const QString &region) const
{
    return LeadRows::withPhone(*m_state->database, number, region);
}

Result<QStringList> LocalStore::newestNames(int most) const
{
    Query query(*m_state->database, "SELECT name FROM recordings ORDER BY number DESC LIMIT ?");
    query.bind(most);
    QStringList names;
    if (const Done read = query.each([&] { names.append(query.text(0)); }); !read)
        return fail(read.error());
    return names;
}

Result<QStringList> LocalStore::dispositions() const
{
    Query query(*m_state->database, "SELECT text FROM dispositions ORDER BY text COLLATE NOCASE");
    QStringList words;
    if (const Done read = query.each([&] { words.append(query.text(0)); }); !read)
        return fail(read.error());
    return words;
}

Result<QStringList> LocalStore::waitingCopies() const
{
    return KnownCopies::inOutbox(*m_state->database);
}

Result<QStringList> LocalStore::unknownCopies(const QStringList &names) const
{
    return KnownCopies::unknownAmong(*m_state->database, names);
}

Done LocalStore::replaceLeads(const QList<Lead> &leads)
{
    Database &database = *m_state->database;
    const Done done = inTransaction(
        database, [&] { return Query(database, "DELETE FROM leads").run(); },
        [&]() -> Done {
            for (const Lead &lead : leads)
                if (Done inserted = LeadRows::put(database, lead); !inserted)
                    return inserted;
            return {};
        });
    if (done)
        Q_EMIT leadsChanged();
    return done;
}

Result<QList<LocalRecording>> LocalStore::recordingsOf(LeadId lead) const
{
    Query query(*m_state->database, RecordingRows::statement(Select::OfLead));
    query.bind(lead);
    return RecordingRows::read(query);
}

Result<QList<LocalRecording>> LocalStore::unsentOf(LeadId lead) const
{
    Query query(*m_state->database, RecordingRows::statement(Select::UnsentOfLead));
    query.bind(lead);
    return RecordingRows::read(query);
}

Result<QList<LocalRecording>> LocalStore::sentOf(LeadId lead, qint64 after, int most) const
{
    Query query(*m_state->database, RecordingRows::statement(Select::SentOfLead));
    query.bind(lead, most, after);
    return RecordingRows::read(query);
}

Done LocalStore::replaceRemoteRecordings(LeadId lead, const QList<Recording> &recordings)
{
    Database &database = *m_state->database;
    QList<RecordingId> before;
    if (recordings.size() < longestRecordingList) {
        Query query(database, "SELECT recording_id FROM recordings WHERE lead_id = ? AND recording_id NOT NULL");
        const Done read = query.bind(lead).each([&] { before.append(RecordingId{query.number(0)}); });
        if (!read)
            return read;
    }
    QSet<RecordingId> kept;
    for (const Recording &recording : recordings)
        kept.insert(recording.id);
    Touched touched;
    touched.recordingsOf.insert(lead);
    const Done done = inTransaction(
        database,
        [&]() -> Done {
            for (const Recording &recording : recordings)
                if (Done put = Arrival::recording(database, recording, {}, Arrival::News::Quiet, touched); !put)
                    return put;
            return {};
        },
        [&]() -> Done {
            for (const RecordingId recording : before) {
                if (kept.contains(recording))
                    continue;
                if (Done gone = Forgetting::recording(database, recording, touched); !gone)
                    return gone;
            }
            return {};
        });
    if (done)
        m_state->following.tell(touched);
    return done;
}

Done LocalStore::updateRemote(const Recording &recording)
{
    const auto here = findStored(recording.id);
    if (!here || !*here) // it may have gone while the server was asked
        return here ? Done() : fail(here.error());
    return putRemote(recording);
}

Done LocalStore::putRemote(const Recording &recording)
{
    Touched touched;
    touched.recordingsOf.insert(recording.leadId);
    const Done done = inTransaction(*m_state->database, [&] {
        return Arrival::recording(*m_state->database, recording, {}, Arrival::News::Quiet, touched);
    });
    if (done)
        m_state->following.tell(touched);
    return done;
}

Result<std::chrono::milliseconds> LocalStore::listenedTo(const LocalRecording &recording) const
{
    Query query(*m_state->database, "SELECT position FROM listening WHERE recording = ?");
    query.bind(recordingKey(recording));
    const Result<bool> row = query.step();
    if (!row)
        return fail(row.error());
    return std::chrono::milliseconds(*row ? query.number(0) : 0);
}

Done LocalStore::rememberListenedTo(const LocalRecording &recording, std::chrono::milliseconds position)
{
    return Query(*m_state->database, "INSERT INTO listening (recording, position) VALUES (?, ?)"
                                     " ON CONFLICT (recording) DO UPDATE SET position = excluded.position")
        .bind(recordingKey(recording), position)
        .run();
}

AgentNames &LocalStore::agentNames()
{
    return m_state->agentNames;
}

const AgentNames &LocalStore::agentNames() const
{
    return m_state->agentNames;
}

LocalAnnotations &LocalStore::annotations()
{
    return m_state->annotations;
}

LeadMarks &LocalStore::leadMarks()
{
    return m_state->leadMarks;
}

const LeadMarks &LocalStore::leadMarks() const
{
    return m_state->leadMarks;
}

Following &LocalStore::following()
{
    return m_state->following;
}

Inbox &LocalStore::inbox()
{
    return m_state->inbox;
}

RecordingDrafts &LocalStore::drafts()
{
    return m_state->drafts;
}

const RecordingDrafts &LocalStore::drafts() const
{
    return m_state->drafts;
}

BegunUploads &LocalStore::begunUploads()
{
    return m_state->begunUploads;
}

Done LocalStore::attach(const QList<LocalRecording> &waiting)
{
    return attach(waiting, QList<FoundFile>());
}

Done LocalStore::attach(const LocalRecording &waiting, const QDateTime &fileModifiedAt)
{
    return attach({waiting}, QList<FoundFile>{{waiting.originalPath, waiting.fileSize, fileModifiedAt}});
}

/// The files, where they are given, are those of the recordings, in the same order.
Done LocalStore::attach(const QList<LocalRecording> &waiting, const QList<FoundFile> &files)
{
    Database &database = *m_state->database;
    QSet<LeadId> touched;
    const Done done = inTransaction(database, [&]() -> Done {
        for (const LocalRecording &recording : waiting) {
            Done kept = RecordingRows::insertWaiting(database, recording);
            if (kept)
                kept = RecordingRows::appendToOutbox(database, recording.uploadId);
            if (!kept)
                return kept;
            touched.insert(recording.leadId);
        }
        for (qsizetype at = 0; at < files.size(); ++at)
            if (Done filed = Inbox::markFiled(database, files.at(at), waiting.at(at).uploadId); !filed)
                return filed;
        return {};
    });
    if (!done)
        return done;
    for (LeadId lead : std::as_const(touched))
        Q_EMIT recordingsChanged(lead);
    Q_EMIT outboxChanged();
    if (!files.isEmpty())
        m_state->inbox.tell();
    return {};
}

Result<QList<LocalRecording>> LocalStore::outbox() const
{
    Query query(*m_state->database, RecordingRows::statement(Select::Outbox));
    return RecordingRows::read(query);
}

Result<QList<LocalRecording>> LocalStore::parkedRecordings() const
{
    Query query(*m_state->database, RecordingRows::statement(Select::Parked));
    return RecordingRows::read(query);
}

Result<qint64> LocalStore::parked() const
{
    return Query(*m_state->database, "SELECT count(*) FROM outbox WHERE state = 'parked'").oneNumber();
}

Result<LocalRecording> LocalStore::find(QUuid uploadId) const
{
    Query query(*m_state->database, RecordingRows::statement(Select::ByUploadId));
    query.bind(RecordingRows::uploadIdText(uploadId));
    const auto found = RecordingRows::read(query);
    if (!found)
        return fail(found.error());
    if (found->isEmpty())
        return fail(FailureKind::NotFound, tr("This computer knows of no such recording."));
    return found->first();
}

Result<std::optional<LocalRecording>> LocalStore::findStored(RecordingId id) const
{
    Query query(*m_state->database, RecordingRows::statement(Select::ByRecordingId));
    query.bind(id);
    const auto found = RecordingRows::read(query);
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<std::optional<EarlierCopy>> LocalStore::earlierCopy(LeadId lead, const QByteArray &sha256) const
{
    Query query(*m_state->database, "SELECT r.upload_id, r.recording_id, o.state, r.problem FROM recordings r"
                                    " LEFT JOIN outbox o ON o.upload_id = r.upload_id"
                                    " WHERE r.lead_id = ? AND r.sha256 = ?"
                                    " ORDER BY o.state IS NOT NULL, o.state = 'parked', r.number LIMIT 1");
    const Result<bool> found = query.bind(lead, sha256).step();
    if (!found)
        return fail(found.error());
    if (!*found)
        return std::nullopt;
    EarlierCopy copy{RecordingRows::stateFromText(query.text(2)), QUuid::fromString(query.text(0)), {}, query.text(3)};
    if (!query.isNull(1))
        copy.id = RecordingId{query.number(1)};
    return copy;
}

Done LocalStore::markSending(QUuid uploadId)
{
    return markProblem(uploadId, {}, TransferState::Sending);
}

Done LocalStore::markWaiting(QUuid uploadId)
{
    return markProblem(uploadId, {}, TransferState::Waiting);
}

Done LocalStore::markProblem(QUuid uploadId, const QString &sentence, TransferState state)
{
    Q_ASSERT(state != TransferState::Stored);
    const QString word = state == TransferState::Waiting   ? QStringLiteral("waiting")
                         : state == TransferState::Sending ? QStringLiteral("sending")
                                                           : QStringLiteral("parked");
    Database &database = *m_state->database;
    const auto recording = find(uploadId);
    if (!recording)
        return fail(recording.error());
    if (recording->state == TransferState::Stored)
        return notInOutbox();
    const QString id = RecordingRows::uploadIdText(uploadId);
    const Done done = inTransaction(
        database,
        [&] { return Query(database, "UPDATE outbox SET state = ? WHERE upload_id = ?").bind(word, id).run(); },
        [&] {
            return Query(database, "UPDATE recordings SET problem = ? WHERE upload_id = ?").bind(sentence, id).run();
        });
    if (!done)
        return done;
    Q_EMIT recordingsChanged(recording->leadId);
    Q_EMIT outboxChanged();
    return {};
}

Done LocalStore::markStored(QUuid uploadId, const Recording &remote)
{
    Database &database = *m_state->database;
    const auto recording = find(uploadId);
    if (!recording)
        return fail(recording.error());
    const Done done = inTransaction(
        database, [&] { return RecordingRows::giveRemote(database, uploadId, remote); },
        [&] { return m_state->begunUploads.forget(uploadId); },
        [&] {
            return Query(database, "DELETE FROM outbox WHERE upload_id = ?")
                .bind(RecordingRows::uploadIdText(uploadId))
                .run();
        });
    if (!done)
        return done;
    Q_EMIT recordingsChanged(recording->leadId);
    Q_EMIT outboxChanged();
    return {};
}

Done LocalStore::removeWaiting(QUuid uploadId)
{
    const auto recording = find(uploadId);
    if (!recording)
        return fail(recording.error());
    if (recording->state == TransferState::Stored)
        return notInOutbox();
    Database &database = *m_state->database;
    const Done done = inTransaction(
        database, [&] { return m_state->begunUploads.cancel(uploadId); },
        [&] {
            return Query(database, "DELETE FROM recordings WHERE upload_id = ?")
                .bind(RecordingRows::uploadIdText(uploadId))
                .run();
        });
    if (!done)
        return done;
    Q_EMIT recordingsChanged(recording->leadId);
    Q_EMIT outboxChanged();
    return {};
}

} // namespace Holdfast
