// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/FeedJson.h"

#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/RecordingJson.h"

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

using Kind = FeedChange::Kind;

Kind kindOf(const QString &word)
{
    constexpr std::pair<QLatin1String, Kind> words[] = {
        {QLatin1String("lead"), Kind::Lead},
        {QLatin1String("recording"), Kind::Recording},
        {QLatin1String("annotations"), Kind::Annotations},
        {QLatin1String("campaign"), Kind::Campaign},
        {QLatin1String("user"), Kind::User},
        {QLatin1String("policy"), Kind::Policy},
        {QLatin1String("matter"), Kind::Matter},
        {QLatin1String("hold"), Kind::Hold},
    };
    for (const auto &[known, kind] : words)
        if (word == known)
            return kind;
    return Kind::Other;
}

Result<FeedChange> changeFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    FeedChange change;
    change.kind = kindOf(fields.text(QLatin1String("kind")));
    change.id = fields.positive(QLatin1String("id"));
    if (fields.has(QLatin1String("gone")))
        change.gone = fields.truth(QLatin1String("gone"));
    if (const auto count = fields.numberOrNull(QLatin1String("leadRecordingCount")))
        change.leadRecordingCount = static_cast<int>(std::max<qint64>(0, *count));
    if (fields.failure())
        return fail(*fields.failure());
    if (change.kind == Kind::Lead && !change.gone) {
        auto lead = leadFromJson(json.value(QLatin1String("lead")).toObject());
        if (!lead)
            return fail(lead.error());
        change.lead = std::move(*lead);
    }
    if (change.kind == Kind::Recording && !change.gone) {
        auto recording = recordingFromJson(json.value(QLatin1String("recording")).toObject());
        if (!recording)
            return fail(recording.error());
        change.recording = std::move(*recording);
    }
    return change;
}

} // namespace

bool tellOf(const QList<FeedChange> &changes, std::initializer_list<FeedChange::Kind> kinds)
{
    return std::ranges::any_of(
        changes, [kinds](const FeedChange &change) { return std::ranges::find(kinds, change.kind) != kinds.end(); });
}

Result<FeedPage> feedPageFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    FeedPage page;
    page.cursor = fields.text(QLatin1String("cursor"));
    page.more = fields.truth(QLatin1String("more"));
    const QJsonArray changes = fields.list(QLatin1String("changes"));
    if (page.cursor.isEmpty())
        fields.refuse(QLatin1String("cursor"), QStringLiteral("a text"));
    if (fields.failure())
        return fail(*fields.failure());
    for (const QJsonValue &item : changes) {
        Result<FeedChange> change = changeFromJson(item.toObject());
        if (!change)
            return fail(change.error());
        page.changes.append(std::move(*change));
    }
    return page;
}

} // namespace Holdfast
