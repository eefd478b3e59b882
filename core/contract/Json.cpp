// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Json.h"

#include "contract/AnalysisJson.h"
#include "contract/JsonFields.h"

#include <QTimeZone>

namespace Holdfast {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours longestDuration{24 * 366 * 100}; // far from where reckoning with it overflows

/// Null where the text is empty: the contract has no empty names.
QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template <class Tag> QJsonValue idOrNull(const std::optional<Id<Tag>> &id)
{
    return id ? QJsonValue(id->value) : QJsonValue(QJsonValue::Null);
}

QJsonValue numberOrNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const RetentionReason &reason)
{
    return {{QLatin1String("policyId"),
             reason.policyId.isValid() ? QJsonValue(reason.policyId.value) : QJsonValue(QJsonValue::Null)},
            {QLatin1String("policyName"), textOrNull(reason.policyName)},
            {QLatin1String("appliesTo"), reason.appliesTo},
            {QLatin1String("days"), reason.days}};
}

RetentionReason retentionReasonFrom(JsonFields &fields)
{
    RetentionReason reason;
    JsonFields inner = fields.object(QLatin1String("retentionReason"));
    reason.policyId.value = inner.positiveOrNull(QLatin1String("policyId")).value_or(0);
    reason.policyName = inner.textOrNull(QLatin1String("policyName"));
    reason.appliesTo = inner.text(QLatin1String("appliesTo"));
    reason.days = inner.count(QLatin1String("days"));
    fields.adopt(inner);
    return reason;
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
    const QByteArray hex = fields.text(QLatin1String("sha256")).toLatin1();
    recording.sha256 = QByteArray::fromHex(hex);
    if (recording.sha256.size() != 32 || recording.sha256.toHex() != hex)
        fields.refuse(QLatin1String("sha256"), QStringLiteral("64 hexadecimal digits"));
    recording.originalName = fields.text(QLatin1String("originalName"));
    recording.encryptionKeyId = fields.text(QLatin1String("encryptionKeyId"));
}

template <class T> Result<T> readAll(JsonFields &fields, T value)
{
    if (fields.failure())
        return fail(*fields.failure());
    return value;
}

} // namespace

QJsonObject toJson(const User &user)
{
    return {{QLatin1String("id"), user.id.value},
            {QLatin1String("username"), user.username},
            {QLatin1String("fullName"), user.fullName},
            {QLatin1String("role"), roleName(user.role)}};
}

QJsonObject toJson(const SignedIn &signedIn)
{
    return {{QLatin1String("token"), QString::fromLatin1(signedIn.token)},
            {QLatin1String("tokenType"), QLatin1String("Bearer")},
            {QLatin1String("expiresAt"), isoTime(signedIn.expiresAt)},
            {QLatin1String("user"), toJson(signedIn.user)}};
}

QJsonObject toJson(const Lead &lead)
{
    QJsonArray agents;
    for (const UserId agent : lead.agents)
        agents.append(agent.value);
    return {{QLatin1String("id"), lead.id.value},
            {QLatin1String("name"), lead.name},
            {QLatin1String("phone"), lead.phone},
            {QLatin1String("campaignId"), idOrNull(lead.campaignId)},
            {QLatin1String("campaignName"), textOrNull(lead.campaignName)},
            {QLatin1String("agents"), agents},
            {QLatin1String("recordingCount"), lead.recordingCount},
            {QLatin1String("createdAt"), isoTime(lead.createdAt)},
            {QLatin1String("updatedAt"), isoTime(lead.updatedAt)}};
}

QJsonObject toJson(const Recording &recording)
{
    const QJsonValue seconds = numberOrNull(durationSeconds(recording.duration));
    const QJsonObject metadata{{QLatin1String("agentName"), recording.agentName},
                               {QLatin1String("leadName"), recording.leadName},
                               {QLatin1String("campaignName"), textOrNull(recording.campaignName)},
                               {QLatin1String("disposition"), textOrNull(recording.disposition)},
                               {QLatin1String("callDurationSeconds"), seconds}};
    return {{QLatin1String("id"), recording.id.value},
            {QLatin1String("callId"), recording.callId.value},
            {QLatin1String("leadId"), recording.leadId.value},
            {QLatin1String("agentId"), recording.agentId.value},
            {QLatin1String("campaignId"), idOrNull(recording.campaignId)},
            {QLatin1String("filePath"), recording.filePath},
            {QLatin1String("fileSize"), recording.fileSize},
            {QLatin1String("durationSeconds"), seconds},
            {QLatin1String("durationMs"),
             recording.duration ? QJsonValue(qint64{recording.duration->count()}) : QJsonValue(QJsonValue::Null)},
            {QLatin1String("format"), formatName(recording.format)},
            {QLatin1String("channels"), recording.channels},
            {QLatin1String("sampleRate"), recording.sampleRate},
            {QLatin1String("sha256"), QString::fromLatin1(recording.sha256.toHex())},
            {QLatin1String("originalName"), recording.originalName},
            {QLatin1String("encryptionKeyId"), recording.encryptionKeyId},
            {QLatin1String("callDate"), isoTime(recording.callDate)},
            {QLatin1String("uploadedAt"), isoTime(recording.uploadedAt)},
            {QLatin1String("retentionUntil"), isoTime(recording.retentionUntil)},
            {QLatin1String("retentionReason"), toJson(recording.retentionReason)},
            {QLatin1String("complianceHold"), recording.complianceHold},
            {QLatin1String("notes"), recording.notes},
            {QLatin1String("annotationCount"), recording.annotationCount},
            {QLatin1String("analysis"),
             recording.analysis ? QJsonValue(toJson(*recording.analysis)) : QJsonValue(QJsonValue::Null)},
            {QLatin1String("revision"), recording.revision},
            {QLatin1String("metadata"), metadata},
            {QLatin1String("createdAt"), isoTime(recording.createdAt)}};
}

QJsonObject toJson(const Failure &failure)
{
    return {{QLatin1String("message"), failure.message}};
}

Result<User> userFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    User user;
    user.id.value = fields.positive(QLatin1String("id"));
    user.username = fields.text(QLatin1String("username"));
    user.fullName = fields.text(QLatin1String("fullName"));
    if (const auto role = roleFromName(fields.text(QLatin1String("role"))))
        user.role = *role;
    else
        fields.refuse(QLatin1String("role"), QStringLiteral("agent, supervisor or admin"));
    return readAll(fields, user);
}

Result<SignedIn> signedInFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    SignedIn signedIn;
    signedIn.token = fields.text(QLatin1String("token")).toLatin1();
    if (signedIn.token.isEmpty())
        fields.refuse(QLatin1String("token"), QStringLiteral("a text"));
    signedIn.expiresAt = fields.time(QLatin1String("expiresAt"));
    const Result<User> user = userFromJson(json.value(QLatin1String("user")).toObject());
    if (fields.failure())
        return fail(*fields.failure());
    if (!user)
        return fail(user.error());
    signedIn.user = *user;
    return signedIn;
}

Result<Lead> leadFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Lead lead;
    lead.id.value = fields.positive(QLatin1String("id"));
    lead.name = fields.text(QLatin1String("name"));
    lead.phone = fields.text(QLatin1String("phone"));
    if (const auto campaign = fields.positiveOrNull(QLatin1String("campaignId")))
        lead.campaignId = CampaignId{*campaign};
    lead.campaignName = fields.textOrNull(QLatin1String("campaignName"));
    const QJsonArray agents = fields.list(QLatin1String("agents"));
    for (const QJsonValue &agent : agents) {
        const UserId id{agent.toInteger()};
        if (!id.isValid())
            fields.refuse(QLatin1String("agents"), QStringLiteral("a list of positive whole numbers"));
        lead.agents.append(id);
    }
    lead.recordingCount = fields.count(QLatin1String("recordingCount"));
    lead.createdAt = fields.time(QLatin1String("createdAt"));
    lead.updatedAt = fields.time(QLatin1String("updatedAt"));
    return readAll(fields, lead);
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
    recording.retentionReason = retentionReasonFrom(fields);
    recording.complianceHold = fields.truth(QLatin1String("complianceHold"));
    recording.annotationCount = fields.count(QLatin1String("annotationCount"));
    readAnalysis(fields, recording);
    recording.revision = fields.number(QLatin1String("revision"));
    recording.createdAt = fields.time(QLatin1String("createdAt"));
    return readAll(fields, recording);
}

QString isoTime(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

Result<QDateTime> timeFromIso(QStringView text)
{
    QDateTime time = text.contains(u'T') ? QDateTime::fromString(text.toString(), Qt::ISODateWithMs) : QDateTime();
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // a time that names no zone is one of the contract's, which are UTC
    const QDateTime utc = time.toUTC();
    if (!utc.isValid() || utc.date().year() < 1 || utc.date().year() > 9999)
        return fail(FailureKind::Malformed, QStringLiteral("This is not a time such as 2026-01-15T14:30:00Z."));
    return utc;
}

} // namespace Holdfast
