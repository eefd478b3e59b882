// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FileFinding.h"
#include "actions/Session.h"
#include "actions/SuggestFiling.h"

#include <QHash>
#include <QPromise>

namespace Holdfast {

/// A file that somebody wants to attach, as it was looked at before anything is sent.
struct Inspected
{
    QString path;
    QString name; ///< as it will be kept
    qint64 size = 0;
    QDateTime modifiedAt; ///< a file that was changed since then is not the one that was looked at
    QByteArray sha256;
    std::optional<MediaFacts> facts;
    QString problem;            ///< a sentence why it can't be attached; empty where it can
    QString remark;             ///< a sentence worth knowing that does not stop it ("it seems to be cut short")
    QList<FileFinding> found;   ///< by the look at it: of the problem where there is one, else of the remark
    QString twinOf;             ///< the name of a file before it with the same bytes
    Filing filing;              ///< what its name tells
    std::optional<LeadId> lead; ///< the one that it goes to
    AgentChannel agentChannel = AgentChannel::Unknown; ///< as the source in whose folder it lies says
    QUuid uploadId;                                    ///< under which it is sent; null: a new one
    QHash<LeadId, EarlierCopy> earlier; ///< what that lead, and the one that its name tells, have of it already

    bool canAttach() const { return problem.isEmpty() && lead; }
    QString warning() const; ///< all that a person should know before it goes to that lead; also why it can't
};

/// What a person says of all the recordings that are attached at once.
struct WrittenAlong
{
    QString notes;
    QString disposition;                               ///< at most maxDispositionLength
    AgentChannel agentChannel = AgentChannel::Unknown; ///< Unknown: as the source of each file says
};

/// Attaches files to leads: looks at them (pool), seals them into the cache and hashes them in one pass (pool), and
/// puts recording and outbox entry into the store in one transaction; then the sync loop sends them. The one way in for
/// drop, file chooser and holdfastctl. UI thread.
class AttachRecordings : public QObject
{
    Q_OBJECT
public:
    AttachRecordings(Session &session, Clock clock, QObject *parent = nullptr);

    /// One answer per file, in order; a folder becomes what is in it, also what can't be taken. Never fails as a whole:
    /// each file has its own problem. Without a lead each goes where its name tells.
    QFuture<QList<Inspected>> inspect(const QStringList &paths, std::optional<LeadId> lead);

    Result<QStringList> knownDispositions() const;

    struct Attached
    {
        QList<QUuid> uploadIds;
        QList<Inspected> refused; ///< those that failed now, with their problem
    };
    /// Those that can be attached. One bad file does not stop the others. progress through the future (bytes sealed of
    /// all bytes, as 0…1000).
    QFuture<Attached> attach(const QList<Inspected> &files, const WrittenAlong &along = {});

private:
    struct Batch;
    void file(QList<Inspected> &files, std::optional<LeadId> lead) const;
    Done file(Inspected &file, const SuggestFiling &suggest) const;
    void sealNext(const std::shared_ptr<Batch> &batch);
    Done putIntoStore(const Batch &batch, QUuid uploadId, const SealedCache::Sealed &sealed);

    Session &m_session;
    Clock m_clock;
};

} // namespace Holdfast
