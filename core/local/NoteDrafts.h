// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QObject>
#include <QString>

#include <optional>

namespace Holdfast {

class Database;

/// The notes of a recording while they are not yet what the server keeps.
struct NoteDraft
{
    QString recording; ///< recordingKey
    QString text;
    QString base;                  ///< the notes that it was written over
    std::optional<QString> theirs; ///< what somebody else has made of them meanwhile: a person must decide
    QString problem;               ///< a sentence where the server does not take it

    friend bool operator==(const NoteDraft &, const NoteDraft &) = default;
};

/// Each change is on the disk when the call returns. UI thread; part of LocalStore.
class NoteDrafts : public QObject
{
    Q_OBJECT
public:
    explicit NoteDrafts(Database &database);

    Result<std::optional<NoteDraft>> of(const QString &recording) const;
    /// What was typed. The base is that of the draft that is there, if one is; theirs and the problem stay.
    Done write(const QString &recording, const QString &text, const QString &base);
    /// A person has seen both: this is what it shall be, over theirs.
    Done decide(const QString &recording, const QString &text);

    /// The first that is to be told to the server, and was not `skipped`.
    Result<std::optional<NoteDraft>> nextPending(const QStringList &skipped) const;
    /// The server keeps `told` now: what was typed since is written over it.
    Done markTold(const QString &recording, const QString &told);
    Done markSending(const QString &recording, const QString &text); ///< it is on its way: what comes back is ours
    Done markConflict(const QString &recording, const QString &theirs);
    Done markProblem(const QString &recording, const QString &sentence);
    Done markServerHas(const QString &recording, const QString &notes); ///< see compare
    /// The server says that the notes are this now: where that is neither what the draft was written over nor ours, it
    /// is theirs. Within the caller's transaction; who has committed it tells of the change.
    static Done compare(Database &database, const QString &recording, const QString &notes);
    static Result<bool> isOwn(Database &database, const QString &recording, const QString &notes);

    Result<qint64> unsent() const; ///< how many

Q_SIGNALS:
    void changed(const QString &recording);
    void pendingChanged();

private:
    Done written(const QString &recording, const Done &done);

    Database &m_database;
};

} // namespace Holdfast
