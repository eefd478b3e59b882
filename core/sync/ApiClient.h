// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/FeedJson.h"
#include "contract/Json.h"
#include "domain/Annotation.h"
#include "domain/LeadImportReport.h"
#include "domain/Recording.h"
#include "domain/RecordingChange.h"
#include "domain/Result.h"

#include <QFuture>
#include <QIODevice>
#include <QObject>
#include <QUrl>
#include <QUuid>

#include <chrono>
#include <memory>

namespace Holdfast {

class ArrivingRecording;
class RecordingStream;
class Wire;

/// One upload or download under way. Deleting it cancels it. UI thread.
class Transfer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void cancel() = 0;

Q_SIGNALS:
    /// `done` is what the other end has, of an upload as of a download.
    void progress(qint64 done, qint64 total);
    /// The server takes the bytes at that path from now on; nothing was sent yet. Keep it for the next attempt.
    void uploadBegun(const QString &path);
    void uploaded(const Holdfast::Recording &recording);
    void downloaded();
    void failed(const Holdfast::Failure &failure);
};

/// One call per route of what agents need; what the other roles do has classes of its own over the same wire. Holds the
/// session's token in memory. Every failure comes as a Failure with a sentence; a token that no longer counts also
/// emits signInNeeded. UI thread, asynchronous throughout; each call has a time limit.
class ApiClient : public QObject
{
    Q_OBJECT
public:
    explicit ApiClient(QObject *parent = nullptr);
    ~ApiClient() override;

    void setServer(const QUrl &server); ///< "http://host:3000"
    QUrl server() const;
    void setToken(const QByteArray &token);
    bool hasToken() const;
    Wire &wire();             ///< for classes of sync/ with calls of their own
    bool isReachable() const; ///< whether the last call got an answer; true before the first

    QFuture<Result<SignedIn>> login(const QString &username, const QString &password);
    QFuture<Done> logout();
    QFuture<Result<User>> me();
    QFuture<Result<QList<Lead>>> leads(const QString &words = {});
    QFuture<Result<QList<Recording>>> recordingsOf(LeadId lead);
    QFuture<Result<Recording>> recording(RecordingId id);
    enum class WaveformDetail { Overview, Fine };
    QFuture<Result<QByteArray>> waveform(RecordingId id, WaveformDetail detail); ///< media/Peaks.h reads it
    /// Outdated where the recording is not at that revision any more. Answers it as it is now.
    QFuture<Result<Recording>> changeRecording(RecordingId id, qint64 revision, const RecordingChange &change);

    /// What changed after the cursor, at once or within `wait`; with none, the cursor from which to begin. Cancelling
    /// it hangs up. Where a call that waits is cut, that alone does not mean that the server can't be reached.
    QFuture<Result<FeedPage>> changes(const QString &cursor, std::chrono::seconds wait, int limit);
    QFuture<Result<QList<Lead>>> leadsFrom(qint64 offset, int limit); ///< by name, as the server sorts names
    struct RecordingsPage
    {
        QList<Recording> recordings;
        QString next; ///< where to go on; empty at the end
    };
    QFuture<Result<RecordingsPage>> recordingsFrom(const QString &next, int limit); ///< all that one may see
    QFuture<Result<QList<Agent>>> agents();                                         ///< those one may see on leads
    QFuture<Result<Campaign>> campaign(CampaignId id);

    enum class LeadImportMode { Preview, Import };
    /// A file of leads (CSV). The future's progress is in thousandths of the file that were sent; cancelling it hangs
    /// up, and where the server had the whole file by then, it may still import it.
    QFuture<Result<LeadImportReport>> importLeads(const QByteArray &file, LeadImportMode mode);

    QFuture<Result<QList<Annotation>>> annotations(RecordingId id);
    /// key: the writer's for this one. Answers what was written under it first, which may say something else.
    QFuture<Result<Annotation>> addAnnotation(RecordingId id, const Annotation &annotation, QUuid key);
    /// By its id. Outdated where it is not at its revision any more.
    QFuture<Result<Annotation>> changeAnnotation(RecordingId id, const Annotation &annotation);
    QFuture<Done> removeAnnotation(RecordingId id, AnnotationId annotation);
    /// Whether it was written under that key, or will be by a call that is still on its way: it is not to be there.
    QFuture<Done> withdrawAnnotation(RecordingId id, QUuid key);

    struct UploadForm
    {
        QUuid uploadId; ///< the Idempotency-Key
        LeadId leadId;
        QString fileName;
        QString notes;
        QString disposition;
        std::optional<QDateTime> callDate;
        QByteArray sha256;
        QString begunAt; ///< what uploadBegun said before; empty for one that was never begun
        AgentChannel agentChannel = AgentChannel::Unknown;
    };
    /// Goes on at the byte where the server stands. The device is random-access and open; memory does not grow with it.
    std::unique_ptr<Transfer> upload(const UploadForm &form, std::unique_ptr<QIODevice> file);
    /// Nobody wants that upload any more. Answers the recording where it had become one before.
    QFuture<Result<std::optional<RecordingId>>> endUpload(const QString &begunAt);
    /// Writes to the device as it comes; resumes at the byte where a cut came.
    std::unique_ptr<Transfer> download(RecordingId id, QIODevice &to);
    /// In the order in which it is listened to (RecordingStream.h); begins at once.
    std::unique_ptr<RecordingStream> stream(const Recording &recording, std::shared_ptr<ArrivingRecording> to);

Q_SIGNALS:
    void tokenChanged(); ///< somebody signed in or out, or the server no longer takes the token
    void signInNeeded();
    void reachableChanged(bool reachable);

private:
    void readLeads(qint64 offset, const QString &words, const QList<Lead> &before,
                   std::shared_ptr<QPromise<Result<QList<Lead>>>> promise);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
