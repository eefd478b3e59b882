// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Json.h"

#include "contract/JsonFields.h"
#include "contract/JsonOrNull.h"

#include <QTimeZone>

namespace Holdfast {

namespace {

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
    QJsonObject json{{QLatin1String("id"), lead.id.value},
                     {QLatin1String("name"), lead.name},
                     {QLatin1String("phone"), lead.phone},
                     {QLatin1String("campaignId"), idOrNull(lead.campaignId)},
                     {QLatin1String("campaignName"), textOrNull(lead.campaignName)},
                     {QLatin1String("agents"), agents},
                     {QLatin1String("recordingCount"), lead.recordingCount},
                     {QLatin1String("createdAt"), isoTime(lead.createdAt)},
                     {QLatin1String("updatedAt"), isoTime(lead.updatedAt)}};
    if (lead.revision > 0)
        json.insert(QLatin1String("revision"), lead.revision);
    return json;
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
    lead.revision = revisionIn(fields);
    return readAll(fields, lead);
}

QString isoTime(const QDateTime &time)
{
    using namespace std::chrono;
    if (!time.isValid())
        return {};
    const sys_time<milliseconds> at{milliseconds(time.toMSecsSinceEpoch())};
    const year_month_day date{floor<days>(at)};
    if (date.year() < year(0) || date.year() > year(9999))
        return {};
    // By digits: a page of recordings has two hundred times, which took QDateTime longer than all the rest of it.
    const hh_mm_ss clock(at - floor<days>(at));
    QByteArray text;
    text.reserve(24);
    const auto put = [&text](auto number, int digits, const char *after) {
        for (int unit = digits == 4 ? 1000 : digits == 3 ? 100 : 10; unit > 0; unit /= 10)
            text += static_cast<char>('0' + static_cast<int>(number) / unit % 10);
        text += after;
    };
    put(static_cast<int>(date.year()), 4, "-");
    put(static_cast<unsigned>(date.month()), 2, "-");
    put(static_cast<unsigned>(date.day()), 2, "T");
    put(clock.hours().count(), 2, ":");
    put(clock.minutes().count(), 2, ":");
    const bool hasMilliseconds = clock.subseconds() != milliseconds(0);
    put(clock.seconds().count(), 2, hasMilliseconds ? "." : "Z");
    if (hasMilliseconds)
        put(clock.subseconds().count(), 3, "Z");
    return QString::fromLatin1(text);
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
