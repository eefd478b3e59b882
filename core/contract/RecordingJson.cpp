// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/RecordingJson.h"

#include "contract/AgentChannelField.h"
#include "contract/AnalysisJson.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonText.h"
#include "contract/RetentionReasonField.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours longestDuration{24 * 366 * 100}; // far from where reckoning with it overflows

/// Null where the text is empty: the contract has no empty names.
std::optional<QString> textOrNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<QString> isoTimeOrNull(const std::optional<QDateTime> &time)
{
    return time ? std::optional(isoTime(*time)) : std::nullopt;
}

void write(JsonText &json, const RetentionReason &reason)
{
    json.beginObject(QLatin1String("retentionReason"));
    json.add(QLatin1String("policyId"),
             reason.policyId.isValid() ? std::optional(reason.policyId.value) : std::nullopt);
    json.add(QLatin1String("policyName"), textOrNull(reason.policyName));
    json.add(QLatin1String("appliesTo"), reason.appliesTo);
    json.add(QLatin1String("days"), reason.days);
    json.add(QLatin1String("coolingOffUntil"), isoTimeOrNull(reason.coolingOffUntil));
    json.endObject();
}

void write(JsonText &json, const Recording &recording)
{
    const std::optional<qint64> seconds = durationSeconds(recording.duration);
    json.beginObject();
    json.add(QLatin1String("id"), recording.id.value);
    json.add(QLatin1String("callId"), recording.callId.value);
    json.add(QLatin1String("leadId"), recording.leadId.value);
    json.add(QLatin1String("agentId"), recording.agentId.value);
    json.add(QLatin1String("campaignId"),
             recording.campaignId ? std::optional(recording.campaignId->value) : std::nullopt);
    json.add(QLatin1String("filePath"), recording.filePath);
    json.add(QLatin1String("fileSize"), recording.fileSize);
    json.add(QLatin1String("durationSeconds"), seconds);
    json.add(QLatin1String("durationMs"),
             recording.duration ? std::optional(qint64{recording.duration->count()}) : std::nullopt);
    json.add(QLatin1String("format"), formatName(recording.format));
    json.add(QLatin1String("channels"), recording.channels);
    json.add(QLatin1String("sampleRate"), recording.sampleRate);
    json.add(agentChannelName, channelNumber(recording.agentChannel));
    json.add(QLatin1String("sha256"), recording.sha256.toHex());
    json.add(QLatin1String("originalName"), recording.originalName);
    json.add(QLatin1String("encryptionKeyId"), recording.encryptionKeyId);
    json.add(QLatin1String("callDate"), isoTime(recording.callDate));
    json.add(QLatin1String("uploadedAt"), isoTime(recording.uploadedAt));
    json.add(QLatin1String("retentionUntil"), isoTime(recording.retentionUntil));
    write(json, recording.retentionReason);
    json.add(QLatin1String("complianceHold"), recording.complianceHold);
    json.add(QLatin1String("holdReleasedAt"), isoTimeOrNull(recording.holdReleasedAt));
    json.add(QLatin1String("notes"), recording.notes);
    json.add(QLatin1String("annotationCount"), recording.annotationCount);
    if (recording.analysis)
        write(json, QLatin1String("analysis"), *recording.analysis);
    else
        json.add(QLatin1String("analysis"), nullptr);
    json.add(QLatin1String("revision"), recording.revision);
    json.beginObject(QLatin1String("metadata"));
    json.add(QLatin1String("agentName"), recording.agentName);
    json.add(QLatin1String("leadName"), recording.leadName);
    json.add(QLatin1String("campaignName"), textOrNull(recording.campaignName));
    json.add(QLatin1String("disposition"), textOrNull(recording.disposition));
    json.add(QLatin1String("callDurationSeconds"), seconds);
    json.endObject();
    json.add(QLatin1String("createdAt"), isoTime(recording.createdAt));
    json.endObject();
}

void readMetadata(JsonFields &fields, Recording &recording)
{
    JsonFields inner = fields.object(QLatin1String("metadata"));
    recording.agentName = inner.textOrNull(QLatin1String("agentName"));
    recording.leadName = inner.textOrNull(QLatin1String("leadName"));
    recording.campaignName = inner.textOrNull(QLatin1String("campaignName"));
    recording.disposition = inner.textOrNull(QLatin1String("disposition"));
    fields.adopt(inner);
}

/// Servers of before know of none.
void readAnalysis(JsonFields &fields, Recording &recording)
{
    const QLatin1String name("analysis");
    if (fields.isNull(name))
        return;
    JsonFields inner = fields.object(name);
    recording.analysis = analysisFrom(inner);
    fields.adopt(inner);
}

void readMedia(JsonFields &fields, Recording &recording)
{
    recording.filePath = fields.text(QLatin1String("filePath"));
    recording.fileSize = fields.number(QLatin1String("fileSize"));
    if (const auto duration = fields.numberOrNull(QLatin1String("durationMs"))) {
        recording.duration = std::chrono::milliseconds(*duration);
        if (*recording.duration < 0ms || *recording.duration > longestDuration)
            fields.refuse(QLatin1String("durationMs"), QStringLiteral("the milliseconds that a recording plays"));
    }
    if (const auto format = formatFromName(fields.text(QLatin1String("format"))))
        recording.format = *format;
    else
        fields.refuse(QLatin1String("format"), QStringLiteral("one of the formats that are kept"));
    recording.channels = fields.count(QLatin1String("channels"));
    recording.sampleRate = fields.count(QLatin1String("sampleRate"));
    recording.agentChannel = readAgentChannel(fields);
    const QByteArray hex = fields.text(QLatin1String("sha256")).toLatin1();
    recording.sha256 = QByteArray::fromHex(hex);
    if (recording.sha256.size() != 32 || recording.sha256.toHex() != hex)
        fields.refuse(QLatin1String("sha256"), QStringLiteral("64 hexadecimal digits"));
    recording.originalName = fields.text(QLatin1String("originalName"));
    recording.encryptionKeyId = fields.text(QLatin1String("encryptionKeyId"));
}

} // namespace

QByteArray jsonText(const Recording &recording)
{
    JsonText json;
    write(json, recording);
    return json.text();
}

QByteArray jsonText(const QList<Recording> &recordings)
{
    JsonText json;
    json.beginArray();
    for (const Recording &recording : recordings)
        write(json, recording);
    json.endArray();
    return json.text();
}

QJsonObject toJson(const Recording &recording)
{
    return QJsonDocument::fromJson(jsonText(recording)).object();
}

Result<Recording> recordingFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Recording recording;
    recording.id.value = fields.positive(QLatin1String("id"));
    recording.callId.value = fields.positive(QLatin1String("callId"));
    recording.leadId.value = fields.positive(QLatin1String("leadId"));
    recording.agentId.value = fields.positive(QLatin1String("agentId"));
    if (const auto campaign = fields.positiveOrNull(QLatin1String("campaignId")))
        recording.campaignId = CampaignId{*campaign};
    readMedia(fields, recording);
    readMetadata(fields, recording);
    recording.notes = fields.textOrNull(QLatin1String("notes"));
    recording.callDate = fields.time(QLatin1String("callDate"));
    recording.uploadedAt = fields.time(QLatin1String("uploadedAt"));
    recording.retentionUntil = fields.time(QLatin1String("retentionUntil"));
    recording.retentionReason = readRetentionReason(fields);
    recording.complianceHold = fields.truth(QLatin1String("complianceHold"));
    recording.holdReleasedAt = fields.timeOrNull(QLatin1String("holdReleasedAt"));
    recording.annotationCount = fields.count(QLatin1String("annotationCount"));
    readAnalysis(fields, recording);
    recording.revision = fields.number(QLatin1String("revision"));
    recording.createdAt = fields.time(QLatin1String("createdAt"));
    if (fields.failure())
        return fail(*fields.failure());
    return recording;
}

} // namespace Holdfast
