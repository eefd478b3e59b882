// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/EvidenceJson.h"

#include "contract/JsonFields.h"

#include <array>

namespace Holdfast {

namespace {

constexpr std::array kinds{EvidenceSubject::Kind::Recording, EvidenceSubject::Kind::Lead,
                           EvidenceSubject::Kind::Matter};

QLatin1String fieldOf(EvidenceSubject::Kind kind)
{
    switch (kind) {
    case EvidenceSubject::Kind::Recording:
        return QLatin1String("recordingId");
    case EvidenceSubject::Kind::Lead:
        return QLatin1String("leadId");
    case EvidenceSubject::Kind::Matter:
        return QLatin1String("matterId");
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject toJson(const EvidenceRequest &request)
{
    QJsonObject json{{fieldOf(request.subject.kind), request.subject.id}};
    if (request.checkpointSize)
        json.insert(QLatin1String("checkpointSize"), *request.checkpointSize);
    return json;
}

Result<EvidenceRequest> evidenceRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    EvidenceRequest request;
    int named = 0;
    for (const EvidenceSubject::Kind kind : kinds) {
        const QLatin1String field = fieldOf(kind);
        if (!fields.has(field))
            continue;
        request.subject = {kind, fields.positive(field)};
        ++named;
    }
    if (named != 1)
        fields.refuse(fieldOf(kinds.front()), QStringLiteral("given, or leadId, or matterId: one of the three"));
    request.checkpointSize = fields.positiveOrNull(QLatin1String("checkpointSize"));
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return request;
}

} // namespace Holdfast
