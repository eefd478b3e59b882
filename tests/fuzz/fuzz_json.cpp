// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/FailureStatus.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/PolicyJson.h"
#include "contract/RecordingJson.h"
#include "fuzz/Demand.h"

#include <QJsonDocument>

#include <cstdint>

using namespace Holdfast;

namespace {

void checkRefusal(const Failure &failure)
{
    demand(failure.kind == FailureKind::Malformed);
    demand(!failure.message.isEmpty());
}

/// As it goes over the wire: there is nothing in an object that its text does not say.
QJsonObject sent(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

/// What was read once is written and read the same ever after.
template <class Value> void checkBothWays(const QJsonObject &json, Result<Value> (*read)(const QJsonObject &))
{
    const Result<Value> value = read(json);
    if (!value)
        return checkRefusal(value.error());
    const QJsonObject written = toJson(*value);
    const Result<Value> again = read(sent(written));
    demand(again.has_value());
    demand(toJson(*again) == written);
}

void checkRecording(const QJsonObject &json)
{
    if (const Result<Recording> recording = recordingFromJson(json)) {
        demand(recording->channels >= 0 && recording->sampleRate >= 0);
        demand(!recording->duration || durationSeconds(recording->duration) >= 0);
    }
}

/// A policy that a client asks for passes with the id, the revision and the times that the server gives it.
void checkPolicyRequest(const QJsonObject &json)
{
    const Result<RetentionPolicy> asked = policyRequestFromJson(json);
    if (!asked)
        return checkRefusal(asked.error());
    demand(asked->retentionDays > 0 && asked->retentionDays <= mostRetentionDays);
    demand(!asked->name.isEmpty() && asked->name.size() <= longestPolicyName && !asked->name.contains(QChar(0)));
    RetentionPolicy made = *asked;
    made.id.value = made.revision = 1;
    made.createdAt = made.updatedAt = QDateTime(QDate(2026, 1, 15), QTime(14, 30), Qt::UTC);
    demand(policyFromJson(sent(toJson(made))) == made);
}

/// Every way in which a handler reads a field, on a field of any name and type. Each either gives a value of its kind
/// or is the reader's one failure.
void checkFields(const QJsonObject &json)
{
    for (const QString &key : json.keys()) {
        const QByteArray latin = key.toLatin1();
        const QLatin1String name(latin);
        JsonFields asText(json);
        const QString text = asText.text(name);
        demand(asText.failure() || !text.contains(QChar(0)));
        JsonFields asPositive(json);
        const qint64 number = asPositive.positive(name);
        demand(asPositive.failure() ? number == 0 : number > 0);
        JsonFields asTime(json);
        const QDateTime time = asTime.time(name);
        demand(asTime.failure() ? !time.isValid() : timeFromIso(isoTime(time)) == time);
        JsonFields asTruth(json);
        demand(!asTruth.truth(name) || !asTruth.failure());
        JsonFields asList(json);
        demand(asList.list(name).isEmpty() || !asList.failure());
        JsonFields asObject(json);
        JsonFields inner = asObject.object(name);
        inner.numberOrNull(QLatin1String("id"));
        asObject.adopt(inner);
        for (const JsonFields &fields : {asText, asPositive, asTime, asTruth, asList, asObject}) {
            if (fields.failure())
                checkRefusal(*fields.failure());
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t length)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    checkBothWays(json, &userFromJson);
    checkBothWays(json, &signedInFromJson);
    checkBothWays(json, &leadFromJson);
    checkBothWays(json, &recordingFromJson);
    checkRecording(json);
    checkBothWays(json, &policyFromJson);
    checkPolicyRequest(json);
    checkFields(json);
    demand(!failureFromStatus(length > 0 ? 400 + data[0] : 500, bytes, std::nullopt).message.isEmpty());
    const QString text = QString::fromUtf8(bytes);
    if (const Result<QDateTime> time = timeFromIso(text))
        demand(timeFromIso(isoTime(*time)) == *time);
    return 0;
}
