// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/EvidenceSubject.h"

namespace Holdfast {

QLatin1String evidenceKindName(EvidenceSubject::Kind kind)
{
    switch (kind) {
    case EvidenceSubject::Kind::Recording:
        return QLatin1String("recording");
    case EvidenceSubject::Kind::Lead:
        return QLatin1String("lead");
    case EvidenceSubject::Kind::Matter:
        return QLatin1String("matter");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
