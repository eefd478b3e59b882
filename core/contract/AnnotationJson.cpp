// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AnnotationJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"

#include <limits>

namespace Holdfast {

namespace {

void readRequest(JsonFields &fields, Annotation &annotation)
{
    annotation.start = std::chrono::milliseconds(fields.number(QLatin1String("startMs")));
    if (const auto end = fields.numberOrNull(QLatin1String("endMs")))
        annotation.end = std::chrono::milliseconds(*end);
    if (const auto channel = fields.numberOrNull(QLatin1String("channel"))) {
        if (*channel < 0 || *channel > std::numeric_limits<int>::max())
            fields.refuse(QLatin1String("channel"), QStringLiteral("one of the recording's, counted from 0"));
        else
            annotation.channel = static_cast<int>(*channel);
    }
    annotation.text = fields.text(QLatin1String("text"));
}

} // namespace

QJsonObject annotationRequestToJson(const Annotation &annotation)
{
    return {
        {QLatin1String("startMs"), qint64{annotation.start.count()}},
        {QLatin1String("endMs"),
         annotation.end ? QJsonValue(qint64{annotation.end->count()}) : QJsonValue(QJsonValue::Null)},
        {QLatin1String("channel"), annotation.channel ? QJsonValue(*annotation.channel) : QJsonValue(QJsonValue::Null)},
        {QLatin1String("text"), annotation.text}};
}

QJsonObject toJson(const Annotation &annotation)
{
    QJsonObject json = annotationRequestToJson(annotation);
    json.insert(QLatin1String("id"), annotation.id.value);
    json.insert(QLatin1String("recordingId"), annotation.recordingId.value);
    json.insert(QLatin1String("authorId"), annotation.authorId.value);
    json.insert(QLatin1String("authorName"), annotation.authorName);
    json.insert(QLatin1String("createdAt"), isoTime(annotation.createdAt));
    json.insert(QLatin1String("updatedAt"), isoTime(annotation.updatedAt));
    json.insert(QLatin1String("revision"), annotation.revision);
    return json;
}

Result<Annotation> annotationFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Annotation annotation;
    annotation.id.value = fields.positive(QLatin1String("id"));
    annotation.recordingId.value = fields.positive(QLatin1String("recordingId"));
    readRequest(fields, annotation);
    annotation.authorId.value = fields.positive(QLatin1String("authorId"));
    annotation.authorName = fields.text(QLatin1String("authorName"));
    annotation.createdAt = fields.time(QLatin1String("createdAt"));
    annotation.updatedAt = fields.time(QLatin1String("updatedAt"));
    annotation.revision = fields.positive(QLatin1String("revision"));
    if (fields.failure())
        return fail(*fields.failure());
    return annotation;
}

Result<Annotation> annotationRequestFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Annotation annotation;
    readRequest(fields, annotation);
    fields.refuseOthers();
    if (fields.failure())
        return fail(*fields.failure());
    return annotation;
}

} // namespace Holdfast
