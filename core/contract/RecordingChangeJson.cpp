// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/RecordingChangeJson.h"

#include "contract/AgentChannelField.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "domain/Limits.h"

namespace Holdfast {

namespace {

QString textUpTo(JsonFields &fields, QLatin1String name, int longest)
{
    const QString text = fields.textOrNull(name);
    if (text.size() > longest)
        fields.refuse(name, QStringLiteral("a text of at most %1 characters").arg(longest));
    return text;
}

} // namespace

QJsonObject toJson(const RecordingChange &change)
{
    QJsonObject json;
    if (change.notes)
        json.insert(QLatin1String("notes"), *change.notes);
    if (change.disposition)
        json.insert(QLatin1String("disposition"), *change.disposition);
    if (change.callDate)
        json.insert(QLatin1String("callDate"), isoTime(*change.callDate));
    if (change.leadId)
        json.insert(QLatin1String("leadId"), change.leadId->value);
    if (change.agentChannel) {
        const std::optional<int> number = channelNumber(*change.agentChannel);
        json.insert(agentChannelName, number ? QJsonValue(*number) : QJsonValue());
    }
    return json;
}

Result<RecordingChange> recordingChangeFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    RecordingChange change;
    if (fields.has(QLatin1String("notes")))
        change.notes = textUpTo(fields, QLatin1String("notes"), maxNotesLength);
    if (fields.has(QLatin1String("disposition")))
        change.disposition = textUpTo(fields, QLatin1String("disposition"), maxDispositionLength);
    if (fields.has(QLatin1String("callDate")))
        change.callDate = fields.time(QLatin1String("callDate"));
    if (fields.has(QLatin1String("leadId")))
        change.leadId = LeadId{fields.positive(QLatin1String("leadId"))};
    if (fields.has(agentChannelName))
        change.agentChannel = readAgentChannel(fields);
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    if (change == RecordingChange())
        return fail(FailureKind::Malformed,
                    QStringLiteral("Name what is to change: notes, disposition, callDate, leadId or agentChannel."));
    return change;
}

} // namespace Holdfast
