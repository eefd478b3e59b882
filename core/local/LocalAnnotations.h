// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Annotation.h"

#include <QList>
#include <QObject>
#include <QUuid>

namespace Holdfast {

class Database;

/// An annotation as the client knows it: the server's, or one that is still to be told to it.
struct LocalAnnotation
{
    enum class Pending { Nothing, Create, Change, Delete };

    QUuid localId;         ///< chosen here
    Annotation annotation; ///< its id is invalid before the server has taken it
    Pending pending = Pending::Nothing;
    QString problem; ///< a sentence where the server does not take it

    friend bool operator==(const LocalAnnotation &, const LocalAnnotation &) = default;
};

/// The annotations of this computer's recordings, by recordingKey. Each change is on the disk when the call returns.
/// UI thread; part of LocalStore.
class LocalAnnotations : public QObject
{
    Q_OBJECT
public:
    explicit LocalAnnotations(Database &database);

    Result<QList<LocalAnnotation>> of(const QString &recording) const; ///< by time, without those to be deleted
    /// What the server keeps now. What is still to be told to it stays.
    Done replaceRemote(const QString &recording, const QList<Annotation> &annotations);

    Done add(const QString &recording, const LocalAnnotation &annotation);
    Result<LocalAnnotation> find(QUuid localId) const; ///< NotFound
    /// Time, channel and text; to be told to the server where it knows of it.
    Done change(const LocalAnnotation &annotation);
    /// At once where the server has never heard of it.
    Done remove(QUuid localId);

    struct Next
    {
        QString recording;
        LocalAnnotation annotation;
    };
    /// The oldest that is to be told to the server, has a text and no problem, and was not `skipped`.
    Result<std::optional<Next>> nextPending(const QList<QUuid> &skipped) const;
    /// The server has taken it, as it was when `told` was read: what was typed since is told next.
    Done markTold(const LocalAnnotation &told, const Annotation &answer);
    /// The server has it under that id, but not as it is here: that is told next.
    Done markKnown(QUuid localId, AnnotationId id);
    Done markDeleted(QUuid localId);
    Done markProblem(QUuid localId, const QString &sentence);

    Result<qint64> unsent() const;               ///< how many
    static Done forgetEmpty(Database &database); ///< begun, and never written: nobody sees them but as a riddle

Q_SIGNALS:
    void changed(const QString &recording);
    void pendingChanged(); ///< there is something new to be told

private:
    Result<Next> row(QUuid localId) const;
    Done written(QUuid localId, const Done &done);
    Done removeTwin(QUuid localId, AnnotationId id);

    Database &m_database;
};

} // namespace Holdfast
