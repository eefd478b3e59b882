// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"

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
    QString problem; ///< a sentence why it can't be attached; empty where it can
    QString remark;  ///< a sentence worth knowing that does not stop it ("already attached to this lead")

    bool canAttach() const { return problem.isEmpty(); }
};

/// Attaches files to a lead: looks at them (pool), seals them into the cache and hashes them in one pass (pool), and
/// puts recording and outbox entry into the store in one transaction; then the sync loop sends them. The one way in for
/// drop, file chooser and holdfastctl. UI thread.
class AttachRecordings : public QObject
{
    Q_OBJECT
public:
    AttachRecordings(Session &session, Clock clock, QObject *parent = nullptr);

    /// One answer per file, in order; a folder becomes the files in it. Never fails as a whole: each file has its own
    /// problem.
    QFuture<QList<Inspected>> inspect(const QStringList &paths, LeadId lead);

    struct Attached
    {
        QList<QUuid> uploadIds;
        QList<Inspected> refused; ///< those that failed now, with their problem
    };
    /// Those that can be attached. One bad file does not stop the others. progress through the future (bytes sealed of
    /// all bytes, as 0…1000).
    QFuture<Attached> attach(const QList<Inspected> &files, LeadId lead, const QString &notes = {});

private:
    struct Batch;
    void remarkRepeated(QList<Inspected> &files, LeadId lead) const;
    void sealNext(const std::shared_ptr<Batch> &batch);
    Done putIntoStore(const Batch &batch, QUuid uploadId, const SealedCache::Sealed &sealed);

    Session &m_session;
    Clock m_clock;
};

} // namespace Holdfast
