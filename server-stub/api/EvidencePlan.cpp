// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EvidencePlan.h"

namespace Holdfast {

QJsonObject aboutOf(const EvidencePlan &plan)
{
    return {{QLatin1String("kind"), evidenceKindName(plan.subject.kind)},
            {QLatin1String("id"), plan.subject.id},
            {QLatin1String("name"), plan.selection.name}};
}

void tellOf(const EvidencePlan &plan, AuditEntry &entry)
{
    entry.detail = {{QLatin1String("pack"), plan.pack},
                    {QLatin1String("about"), aboutOf(plan)},
                    {QLatin1String("recordings"), plan.selection.recordings.size()}};
    switch (plan.subject.kind) {
    case EvidenceSubject::Kind::Recording:
        entry.recordingId = {plan.subject.id};
        return;
    case EvidenceSubject::Kind::Lead:
        entry.leadId = {plan.subject.id};
        return;
    case EvidenceSubject::Kind::Matter:
        entry.detail.insert(QLatin1String("matterId"), plan.subject.id);
        return;
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
