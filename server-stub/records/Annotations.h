// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Annotation.h"
#include "sqlite/Database.h"

#include <QList>

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
    /// The id is chosen here.
    Result<AnnotationId> add(const Annotation &annotation);
    Done change(const Annotation &annotation); ///< times, channel, text and updatedAt
    Done remove(AnnotationId id);

private:
    Database &m_database;
};

} // namespace Holdfast
