// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackManifest.h"

#include "evidence/ZipFormat.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace Holdfast {

namespace {

constexpr QLatin1String format("holdfast-evidence-pack/1");
constexpr qsizetype hashBytes = 32;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QJsonObject toJson(const PackedRecording &recording)
{
    QJsonObject json{{QLatin1String("id"), recording.id.value},
                     {QLatin1String("state"), packedStateName(recording.state)},
                     {QLatin1String("member"), QString::fromLatin1(recording.member)},
                     {QLatin1String("sha256"), hex(recording.sha256)}};
    if (!recording.why.isEmpty())
        json.insert(QLatin1String("why"), recording.why);
    return json;
}

/// Reads fields that must be there; the first that is not as it must be is kept.
class Fields
{
public:
    explicit Fields(QJsonObject json)
        : m_json(std::move(json))
    {
    }
    QString text(QLatin1String name)
    {
        const QJsonValue value = m_json.value(name);
        demand(value.isString(), name);
        return value.toString();
    }
    qint64 number(QLatin1String name)
    {
        const QJsonValue value = m_json.value(name);
        demand(value.isDouble() && value.toInteger(-1) >= 0, name);
        return value.toInteger();
    }
    /// Lower-case hexadecimal digits of so many bytes; or none, where that may be.
    QByteArray hash(QLatin1String name, bool mayBeEmpty = false)
    {
        const QByteArray digits = text(name).toLatin1();
        const QByteArray bytes = QByteArray::fromHex(digits);
        demand(bytes.toHex() == digits && (bytes.size() == hashBytes || (mayBeEmpty && bytes.isEmpty())), name);
        return bytes;
    }
    QJsonArray list(QLatin1String name)
    {
        demand(m_json.value(name).isArray(), name);
        return m_json.value(name).toArray();
    }
    QJsonValue value(QLatin1String name) const { return m_json.value(name); }
    void demand(bool holds, QLatin1String name)
    {
        if (!holds && m_wrong.isEmpty())
            m_wrong = name;
    }
    QString wrong() const { return m_wrong; }

private:
    QJsonObject m_json;
    QString m_wrong;
};

std::optional<PackedState> stateFrom(const QString &name)
{
    for (const PackedState state : {PackedState::Included, PackedState::Deleted, PackedState::Missing,
                                    PackedState::Damaged, PackedState::Unreadable})
        if (name == packedStateName(state))
            return state;
    return std::nullopt;
}

/// Empty, or the field that is wrong.
QString readRecording(const QJsonObject &json, PackedRecording &recording)
{
    Fields fields(json);
    recording.id = {fields.number(QLatin1String("id"))};
    const std::optional<PackedState> state = stateFrom(fields.text(QLatin1String("state")));
    fields.demand(state.has_value(), QLatin1String("state"));
    recording.state = state.value_or(PackedState::Missing);
    const bool isIncluded = recording.state == PackedState::Included;
    recording.member = fields.text(QLatin1String("member")).toLatin1();
    fields.demand(isIncluded ? isMemberName(recording.member) : recording.member.isEmpty(), QLatin1String("member"));
    recording.sha256 = fields.hash(QLatin1String("sha256"), !isIncluded);
    recording.why = fields.value(QLatin1String("why")).toString();
    fields.demand(isIncluded == recording.why.isEmpty(), QLatin1String("why"));
    return fields.wrong();
}

QString readMember(const QJsonObject &json, PackManifest::Member &member)
{
    Fields fields(json);
    member.name = fields.text(QLatin1String("name")).toLatin1();
    fields.demand(isMemberName(member.name), QLatin1String("name"));
    member.size = fields.number(QLatin1String("size"));
    member.sha256 = fields.hash(QLatin1String("sha256"));
    return fields.wrong();
}

tl::unexpected<Failure> noManifest(const QString &field)
{
    return fail(FailureKind::Malformed,
                QStringLiteral("manifest.json is not that of an evidence pack: “%1” is missing or wrong.").arg(field));
}

} // namespace

QLatin1String packedStateName(PackedState state)
{
    switch (state) {
    case PackedState::Included:
        return QLatin1String("included");
    case PackedState::Deleted:
        return QLatin1String("deleted");
    case PackedState::Missing:
        return QLatin1String("missing");
    case PackedState::Damaged:
        return QLatin1String("damaged");
    case PackedState::Unreadable:
        return QLatin1String("unreadable");
    }
    Q_UNREACHABLE();
}

bool PackManifest::isWhole() const
{
    return problems.isEmpty() && std::all_of(recordings.begin(), recordings.end(), [](const PackedRecording &one) {
               return one.state == PackedState::Included;
           });
}

QByteArray manifestText(const PackManifest &manifest)
{
    QJsonArray recordings;
    for (const PackedRecording &one : manifest.recordings)
        recordings.append(toJson(one));
    QJsonArray members;
    for (const PackManifest::Member &member : manifest.members)
        members.append(QJsonObject{{QLatin1String("name"), QString::fromLatin1(member.name)},
                                   {QLatin1String("size"), member.size},
                                   {QLatin1String("sha256"), hex(member.sha256)}});
    return QJsonDocument(QJsonObject{{QLatin1String("format"), format},
                                     {QLatin1String("pack"), manifest.pack},
                                     {QLatin1String("madeAt"), manifest.madeAt.toUTC().toString(Qt::ISODateWithMs)},
                                     {QLatin1String("madeBy"), manifest.madeBy},
                                     {QLatin1String("origin"), QString::fromUtf8(manifest.origin)},
                                     {QLatin1String("logSize"), manifest.logSize},
                                     {QLatin1String("logRoot"), hex(manifest.logRoot)},
                                     {QLatin1String("about"), manifest.about},
                                     {QLatin1String("whole"), manifest.isWhole()},
                                     {QLatin1String("recordings"), recordings},
                                     {QLatin1String("problems"), QJsonArray::fromStringList(manifest.problems)},
                                     {QLatin1String("members"), members}})
        .toJson(QJsonDocument::Indented);
}

Result<PackManifest> manifestFromText(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    Fields fields(document.object());
    fields.demand(fields.text(QLatin1String("format")) == format, QLatin1String("format"));
    PackManifest manifest;
    manifest.pack = fields.text(QLatin1String("pack"));
    manifest.madeAt = QDateTime::fromString(fields.text(QLatin1String("madeAt")), Qt::ISODateWithMs);
    fields.demand(manifest.madeAt.isValid(), QLatin1String("madeAt"));
    manifest.madeBy = fields.text(QLatin1String("madeBy"));
    manifest.origin = fields.text(QLatin1String("origin")).toUtf8();
    manifest.logSize = fields.number(QLatin1String("logSize"));
    manifest.logRoot = fields.hash(QLatin1String("logRoot"));
    manifest.about = fields.value(QLatin1String("about")).toObject();
    for (const QJsonValue &value : fields.list(QLatin1String("recordings"))) {
        manifest.recordings.append(PackedRecording());
        fields.demand(readRecording(value.toObject(), manifest.recordings.last()).isEmpty(),
                      QLatin1String("recordings"));
    }
    for (const QJsonValue &value : fields.list(QLatin1String("problems")))
        manifest.problems.append(value.toString());
    for (const QJsonValue &value : fields.list(QLatin1String("members"))) {
        manifest.members.append(PackManifest::Member());
        fields.demand(readMember(value.toObject(), manifest.members.last()).isEmpty(), QLatin1String("members"));
    }
    fields.demand(fields.value(QLatin1String("whole")) == QJsonValue(manifest.isWhole()), QLatin1String("whole"));
    return fields.wrong().isEmpty() ? Result<PackManifest>(manifest) : noManifest(fields.wrong());
}

} // namespace Holdfast
