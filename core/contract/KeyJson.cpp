// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/KeyJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"

namespace Holdfast {

namespace {

QJsonObject toJson(const KeyOverview::Wrapping &key)
{
    QJsonObject wraps;
    for (auto kind = key.wraps.cbegin(); kind != key.wraps.cend(); ++kind)
        wraps.insert(kind.key(), kind.value());
    return {{QLatin1String("id"), key.id},
            {QLatin1String("madeAt"), timeOrNull(key.madeAt)},
            {QLatin1String("current"), key.isCurrent},
            {QLatin1String("available"), key.isAvailable},
            {QLatin1String("retiredAt"), timeOrNull(key.retiredAt)},
            {QLatin1String("wraps"), wraps}};
}

QJsonValue toJson(const std::optional<KeyOverview::Rotation> &rotation)
{
    if (!rotation)
        return QJsonValue::Null;
    return QJsonObject{{QLatin1String("toKeyId"), rotation->toKeyId},
                       {QLatin1String("begunAt"), isoTime(rotation->begunAt)},
                       {QLatin1String("endedAt"), timeOrNull(rotation->endedAt)},
                       {QLatin1String("startedBy"), rotation->startedBy},
                       {QLatin1String("rewrapped"), rotation->rewrapped},
                       {QLatin1String("left"), rotation->left}};
}

QJsonObject toJson(const KeyOverview::Token &key)
{
    return {{QLatin1String("id"), key.id},
            {QLatin1String("madeAt"), isoTime(key.madeAt)},
            {QLatin1String("current"), key.isCurrent},
            {QLatin1String("countsUntil"), timeOrNull(key.countsUntil)}};
}

QJsonObject toJson(const KeyOverview::Checkpoint &key)
{
    return {{QLatin1String("signer"), key.signer},
            {QLatin1String("current"), key.isCurrent},
            {QLatin1String("available"), key.isAvailable},
            {QLatin1String("fromEntry"), key.fromEntry},
            {QLatin1String("since"), timeOrNull(key.since)},
            {QLatin1String("replacedAt"), timeOrNull(key.replacedAt)},
            {QLatin1String("lost"), key.isLost}};
}

KeyOverview::Wrapping wrappingFrom(JsonFields &fields, const QJsonObject &wraps)
{
    KeyOverview::Wrapping key;
    key.id = fields.text(QLatin1String("id"));
    key.madeAt = fields.timeOrNull(QLatin1String("madeAt"));
    key.isCurrent = fields.truth(QLatin1String("current"));
    key.isAvailable = fields.truth(QLatin1String("available"));
    key.retiredAt = fields.timeOrNull(QLatin1String("retiredAt"));
    JsonFields kinds = fields.object(QLatin1String("wraps"));
    for (const QString &kind : wraps.keys())
        key.wraps.insert(kind, kinds.number(QLatin1String(kind.toLatin1())));
    fields.adopt(kinds);
    return key;
}

KeyOverview::Rotation rotationFrom(JsonFields &fields)
{
    KeyOverview::Rotation rotation;
    rotation.toKeyId = fields.text(QLatin1String("toKeyId"));
    rotation.begunAt = fields.time(QLatin1String("begunAt"));
    rotation.endedAt = fields.timeOrNull(QLatin1String("endedAt"));
    rotation.startedBy = fields.text(QLatin1String("startedBy"));
    rotation.rewrapped = fields.number(QLatin1String("rewrapped"));
    rotation.left = fields.number(QLatin1String("left"));
    return rotation;
}

KeyOverview::Token tokenFrom(JsonFields &fields)
{
    KeyOverview::Token key;
    key.id = fields.text(QLatin1String("id"));
    key.madeAt = fields.time(QLatin1String("madeAt"));
    key.isCurrent = fields.truth(QLatin1String("current"));
    key.countsUntil = fields.timeOrNull(QLatin1String("countsUntil"));
    return key;
}

KeyOverview::Checkpoint checkpointFrom(JsonFields &fields)
{
    KeyOverview::Checkpoint key;
    key.signer = fields.text(QLatin1String("signer"));
    key.isCurrent = fields.truth(QLatin1String("current"));
    key.isAvailable = fields.truth(QLatin1String("available"));
    key.fromEntry = fields.positive(QLatin1String("fromEntry"));
    key.since = fields.timeOrNull(QLatin1String("since"));
    key.replacedAt = fields.timeOrNull(QLatin1String("replacedAt"));
    key.isLost = fields.truth(QLatin1String("lost"));
    return key;
}

} // namespace

QJsonObject toJson(const KeyOverview &overview)
{
    QJsonArray keys;
    for (const KeyOverview::Wrapping &key : overview.keys)
        keys.append(toJson(key));
    QJsonArray tokenKeys;
    for (const KeyOverview::Token &key : overview.tokenKeys)
        tokenKeys.append(toJson(key));
    QJsonArray checkpointKeys;
    for (const KeyOverview::Checkpoint &key : overview.checkpointKeys)
        checkpointKeys.append(toJson(key));
    return {{QLatin1String("keys"), keys},
            {QLatin1String("rotation"), toJson(overview.rotation)},
            {QLatin1String("tokenKeys"), tokenKeys},
            {QLatin1String("checkpointKeys"), checkpointKeys}};
}

Result<KeyOverview> keyOverviewFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    KeyOverview overview;
    for (const QJsonValue &key : fields.list(QLatin1String("keys"))) {
        JsonFields of(key.toObject(), QStringLiteral("keys."));
        overview.keys.append(wrappingFrom(of, key.toObject().value(QLatin1String("wraps")).toObject()));
        fields.adopt(of);
    }
    if (!fields.isNull(QLatin1String("rotation"))) {
        JsonFields of = fields.object(QLatin1String("rotation"));
        overview.rotation = rotationFrom(of);
        fields.adopt(of);
    }
    for (const QJsonValue &key : fields.list(QLatin1String("tokenKeys"))) {
        JsonFields of(key.toObject(), QStringLiteral("tokenKeys."));
        overview.tokenKeys.append(tokenFrom(of));
        fields.adopt(of);
    }
    const QLatin1String checkpointKeys("checkpointKeys");
    if (fields.has(checkpointKeys)) // servers of before tell of none
        for (const QJsonValue &key : fields.list(checkpointKeys)) {
            JsonFields of(key.toObject(), QStringLiteral("checkpointKeys."));
            overview.checkpointKeys.append(checkpointFrom(of));
            fields.adopt(of);
        }
    if (fields.failure())
        return fail(*fields.failure());
    return overview;
}

} // namespace Holdfast
