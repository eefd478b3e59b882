// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "domain/Result.h"
#include "local/AgentNames.h"
#include "local/BegunUploads.h"
#include "local/EarlierCopy.h"
#include "local/Following.h"
#include "local/Inbox.h"
#include "local/LeadMarks.h"
#include "local/LocalAnnotations.h"
#include "local/LocalRecording.h"
#include "local/RecordingDrafts.h"
#include "local/StoreSeal.h"
#include "sqlite/StatementGate.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>

namespace Holdfast {

/// What this computer knows of leads and recordings, and its outbox, in one SQLite file per server and user. UI thread;
/// each call is one small indexed statement or one transaction. The sound of recordings lies in SealedCache; what is
/// written about them is sealed here (StoreSeal.h).
class LocalStore : public QObject
{
    Q_OBJECT
public:
    /// textKey: what is written about recordings lies there sealed under it; NotSignedIn where it does, and there is
    /// none. ":memory:" is a store that nothing outlives.
    static Result<std::unique_ptr<LocalStore>>
    open(const QString &path, const std::optional<SecretKey> &textKey = std::nullopt, const StatementGate &gate = {});
    ~LocalStore() override;
    StoreSeal::Outcome sealing() const; ///< when it was opened

    Result<QList<Lead>> leads() const; ///< sorted by name
    /// Some of them, by their numbers: those after one, 0 for the first.
    Result<QList<Lead>> leadsAfter(LeadId after, int most) const;
    Result<std::optional<Lead>> lead(LeadId id) const;
    /// How many recordings are here of each lead of these numbers that has any, waiting ones among them.
    Result<QHash<LeadId, int>> recordingCounts(LeadId from, LeadId to) const;
    Done replaceLeads(const QList<Lead> &leads); ///< what the server says now; what it no longer says goes

    Result<QList<Lead>> leadsNamed(const QString &name) const; ///< exactly so, but for the case of ASCII letters
    /// In whatever notation (phone/PhoneNumber.h).
    Result<QList<Lead>> leadsWithPhone(const QString &number, const QString &region) const;

    Result<QList<LocalRecording>> recordingsOf(LeadId lead) const; ///< newest call first, waiting ones on top
    /// The same in pages: those in the outbox, and the others after the first `after` of them, at most so many.
    Result<QList<LocalRecording>> unsentOf(LeadId lead) const;
    Result<QList<LocalRecording>> sentOf(LeadId lead, qint64 after, int most) const;
    Done updateRemote(const Recording &recording); ///< one that is here, as the server says it is now
    Done putRemote(const Recording &recording);    ///< the same for one that may be new here
    /// Leaves the outbox alone, and what is older where the list is as long as the server makes one.
    Done replaceRemoteRecordings(LeadId lead, const QList<Recording> &recordings);

    /// Recording and outbox entry in one transaction, and the inbox where it holds the file that it comes from.
    Done attach(const QList<LocalRecording> &waiting);
    Done attach(const LocalRecording &waiting, const QDateTime &fileModifiedAt);
    Result<QList<LocalRecording>> outbox() const;           ///< Waiting and Sending, oldest first
    Result<QList<LocalRecording>> parkedRecordings() const; ///< will not be sent by themselves, oldest first
    Result<qint64> parked() const;                          ///< how many will not be sent by themselves
    Result<LocalRecording> find(QUuid uploadId) const;
    Result<std::optional<LocalRecording>> findStored(RecordingId id) const;
    /// Of what that lead has with that content, the one that is furthest on its way; none where there is none.
    Result<std::optional<EarlierCopy>> earlierCopy(LeadId lead, const QByteArray &sha256) const;

    Result<QStringList> waitingCopies() const; ///< names in the sealed cache of what is in the outbox, parked or not
    /// Names of recordings or their peaks there, of which no recording is known.
    Result<QStringList> unknownCopies(const QStringList &names) const;

    Result<QStringList> newestNames(int most) const; ///< of the files of recordings that are known here
    Result<QStringList> dispositions() const;        ///< the words that were met, by their letters

    /// Where one stopped listening; 0 where that is not known.
    Result<std::chrono::milliseconds> listenedTo(const LocalRecording &recording) const;
    Done rememberListenedTo(const LocalRecording &recording, std::chrono::milliseconds position);

    AgentNames &agentNames();
    const AgentNames &agentNames() const;
    LocalAnnotations &annotations();
    RecordingDrafts &drafts();
    const RecordingDrafts &drafts() const;
    BegunUploads &begunUploads();
    LeadMarks &leadMarks();
    const LeadMarks &leadMarks() const;
    Following &following();
    Inbox &inbox();

    Done markSending(QUuid uploadId);
    Done markProblem(QUuid uploadId, const QString &sentence, TransferState state);
    Done markWaiting(QUuid uploadId);                         ///< retry of a parked one
    Done markStored(QUuid uploadId, const Recording &remote); ///< and drops the outbox entry
    Done removeWaiting(QUuid uploadId);                       ///< cancelled by the person before it was stored

Q_SIGNALS:
    void leadsChanged();                                     ///< all of them may be others now
    void leadsTouched(const QList<Holdfast::LeadId> &leads); ///< these are new, different, gone or read
    void recordingTouched(const QString &recordingKey);      ///< the server says something else of it
    void recordingsChanged(Holdfast::LeadId lead);
    void outboxChanged();

private:
    Done attach(const QList<LocalRecording> &waiting, const QList<FoundFile> &files);

    struct State;
    explicit LocalStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
