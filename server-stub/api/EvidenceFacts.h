// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RecordingLookup.h"
#include "domain/Annotation.h"
#include "domain/EvidenceSubject.h"
#include "domain/Hold.h"

#include <QJsonObject>

namespace Holdfast {

/// What is known of a recording at one moment, which is not the one of its bytes: these never change. In the
/// connection's thread.
struct EvidenceFacts
{
    std::optional<Recording> recording; ///< none where it is not there any more
    QList<Annotation> annotations;
    QList<Hold> holds; ///< that hold it, or held it

    static Result<EvidenceFacts> of(Database &database, RecordingId id, const RecordingLookup &lookup);
};

/// What is known of a lead, or of a matter and its holds over more than one recording; nothing besides of a recording.
Result<QJsonObject> factsOf(Database &database, const EvidenceSubject &subject);

} // namespace Holdfast
