// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Annotation.h"
#include "sqlite/Database.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Holdfast {

/// The recordings' annotations; they go with their recording. In the connection's thread; writes inside WriteQueue.
class Annotations
{
public:
    explicit Annotations(Database &database)
        : m_database(database)
    {
    }

    Result<QList<Annotation>> of(RecordingId recording); ///< in the order of their times
    /// NotFound where that recording has none of that id.
    Result<Annotation> byId(RecordingId recording, AnnotationId id);
    /// The id is chosen here. key: the writer's for this one; empty where there is none.
    Result<AnnotationId> add(const Annotation &annotation, const QByteArray &key);
    Done change(const Annotation &annotation);          ///< times, channel, text and updatedAt; the next revision
    Done remove(AnnotationId id, const QDateTime &now); ///< its key ends with it

    /// What was written under that key, whatever has become of it since.
    Result<std::optional<Annotation>> writtenUnder(UserId author, const QByteArray &key);
    Result<bool> hasEnded(UserId author, const QByteArray &key);
    /// Nothing is written under it any more; that is known for a day.
    Done endKey(UserId author, const QByteArray &key, const QDateTime &now);

private:
    Database &m_database;
};

} // namespace Holdfast
