// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Recording.h"
#include "domain/Result.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace Holdfast {

class Database;

/// What people write on a recording.
enum class RecordingField { Notes, Disposition };

inline constexpr std::array recordingFields{RecordingField::Notes, RecordingField::Disposition};

inline const QString &textOf(const Recording &recording, RecordingField field)
{
    return field == RecordingField::Notes ? recording.notes : recording.disposition;
}

/// One field of one recording, by recordingKey.
struct DraftOf
{
    QString recording;
    RecordingField field = RecordingField::Notes;

    friend bool operator==(const DraftOf &, const DraftOf &) = default;
};

/// What was written here while it is not yet what the server keeps.
struct RecordingDraft
{
    DraftOf of;
    QString text;
    QString base;                  ///< what it was written over
    std::optional<QString> theirs; ///< what somebody else has made of it meanwhile: a person must decide
    QStringList sent;              ///< all that was sent since: of each it may be that it arrives yet
    QString problem;               ///< a sentence where the server does not take it
    bool isUnfinished = false;     ///< it is being typed yet: not sent before it is finished

    /// It does not go by itself.
    bool needsPerson() const { return theirs || !problem.isEmpty(); }

    friend bool operator==(const RecordingDraft &, const RecordingDraft &) = default;
};

/// Each change is on the disk when the call returns. UI thread; part of LocalStore.
class RecordingDrafts : public QObject
{
    Q_OBJECT
public:
    explicit RecordingDrafts(Database &database);

    Result<std::optional<RecordingDraft>> find(const DraftOf &of) const;
    Result<QList<RecordingDraft>> ofRecordings(const QStringList &recordings) const; ///< in no order
    /// What was typed. The base is that of the draft that is there, if one is; theirs stays.
    Done write(const DraftOf &of, const QString &text, const QString &base);
    /// The same while it is being typed: nothing of it is sent before it is written.
    Done keepUnfinished(const DraftOf &of, const QString &text, const QString &base);
    /// When the store is opened: whoever was typing is gone, and a person has to finish it.
    static Done leaveUnfinished(Database &database);
    /// A person has seen both: this is what it shall be, over theirs.
    Done decide(const DraftOf &of, const QString &text);

    /// The first that is to be told to the server, and is not of a `skipped` recording.
    Result<std::optional<RecordingDraft>> nextPending(const QStringList &skipped) const;
    /// The server keeps `told` now: what was typed since is written over it.
    Done markTold(const DraftOf &of, const QString &told);
    Done markSending(const DraftOf &of, const QString &text); ///< it is on its way: what comes back is ours
    Done markConflict(const DraftOf &of, const QString &theirs);
    Done markProblem(const DraftOf &of, const QString &sentence);
    Done markServerHas(const DraftOf &of, const QString &text); ///< see compare
    /// The server says that it is this now: where that is neither what the draft was written over nor ours, it is
    /// theirs. Within the caller's transaction; who has committed it tells of the change.
    static Done compare(Database &database, const DraftOf &of, const QString &text);
    static Result<bool> isOwn(Database &database, const DraftOf &of, const QString &text);

    Result<qint64> unsent() const;                ///< how many
    Result<QList<DraftOf>> needingPerson() const; ///< RecordingDraft::needsPerson, always in the same order

Q_SIGNALS:
    void changed(const QString &recording);
    void pendingChanged();

private:
    Done written(const DraftOf &of, const Done &done);
    Done put(const DraftOf &of, const QString &text, const QString &base, bool isUnfinished);
    Result<bool> isUndone(const DraftOf &of, const QString &text) const;

    Database &m_database;
};

} // namespace Holdfast
