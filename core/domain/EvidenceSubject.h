// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"

#include <QLatin1String>

namespace Holdfast {

/// What an evidence pack is about: one recording, the recordings of a lead, or those that stand under holds for a
/// matter.
struct EvidenceSubject
{
    enum class Kind { Recording, Lead, Matter };

    Kind kind = Kind::Recording;
    qint64 id = 0;

    static constexpr int mostRecordings = 10'000; ///< in one pack

    friend bool operator==(const EvidenceSubject &, const EvidenceSubject &) = default;
};

QLatin1String evidenceKindName(EvidenceSubject::Kind kind); ///< "matter"

} // namespace Holdfast
