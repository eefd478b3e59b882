// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/KeptFilters.h"

#include <QFile>
#include <QSettings>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr QLatin1String arrayKey("filters");
constexpr QLatin1String nameKey("name");
constexpr QLatin1String wordsKey("words");
constexpr QLatin1String agentKey("agent");
constexpr QLatin1String agentNameKey("agentName");
constexpr QLatin1String campaignKey("campaign");
constexpr QLatin1String campaignNameKey("campaignName");
constexpr QLatin1String dispositionKey("disposition");
constexpr QLatin1String holdKey("complianceHold");
constexpr QLatin1String fromKey("storedFrom");
constexpr QLatin1String untilKey("storedUntil");
constexpr QLatin1String shortestKey("shortestSeconds");
constexpr QLatin1String longestKey("longestSeconds");

std::optional<qint64> numberIn(const QSettings &settings, QLatin1String key, qint64 least)
{
    bool isNumber = false;
    const qint64 number = settings.value(key).toString().toLongLong(&isNumber);
    return isNumber && number >= least ? std::optional(number) : std::nullopt;
}

std::optional<QDate> dayIn(const QSettings &settings, QLatin1String key)
{
    const QDate day = QDate::fromString(settings.value(key).toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

KeptFilter read(const QSettings &settings)
{
    KeptFilter filter;
    filter.name = settings.value(nameKey).toString().left(KeptFilters::longestName);
    filter.words = settings.value(wordsKey).toString();
    if (const auto agent = numberIn(settings, agentKey, 1))
        filter.agentId = UserId{*agent};
    filter.agentName = settings.value(agentNameKey).toString();
    if (const auto campaign = numberIn(settings, campaignKey, 1))
        filter.campaignId = CampaignId{*campaign};
    filter.campaignName = settings.value(campaignNameKey).toString();
    filter.disposition = settings.value(dispositionKey).toString();
    if (settings.contains(holdKey))
        filter.complianceHold = settings.value(holdKey).toBool();
    filter.storedFrom = dayIn(settings, fromKey);
    filter.storedUntil = dayIn(settings, untilKey);
    if (const auto seconds = numberIn(settings, shortestKey, 0))
        filter.shortest = std::chrono::seconds(*seconds);
    if (const auto seconds = numberIn(settings, longestKey, 0))
        filter.longest = std::chrono::seconds(*seconds);
    return filter;
}

void write(QSettings &settings, const KeptFilter &filter)
{
    const auto put = [&settings](QLatin1String key, const QString &text) {
        if (!text.isEmpty())
            settings.setValue(key, text);
    };
    const auto day = [](const std::optional<QDate> &date) { return date ? date->toString(Qt::ISODate) : QString(); };
    const auto length = [](const std::optional<std::chrono::seconds> &seconds) {
        return seconds ? QString::number(seconds->count()) : QString();
    };
    put(nameKey, filter.name);
    put(wordsKey, filter.words);
    put(agentKey, filter.agentId ? QString::number(filter.agentId->value) : QString());
    put(agentNameKey, filter.agentName);
    put(campaignKey, filter.campaignId ? QString::number(filter.campaignId->value) : QString());
    put(campaignNameKey, filter.campaignName);
    put(dispositionKey, filter.disposition);
    if (filter.complianceHold)
        settings.setValue(holdKey, *filter.complianceHold);
    put(fromKey, day(filter.storedFrom));
    put(untilKey, day(filter.storedUntil));
    put(shortestKey, length(filter.shortest));
    put(longestKey, length(filter.longest));
}

} // namespace

KeptFilters KeptFilters::load(const QString &folder, const QString &person)
{
    KeptFilters filters;
    filters.m_file = folder + QStringLiteral("/filters.ini");
    filters.m_person = person;
    QSettings settings(filters.m_file, QSettings::IniFormat);
    settings.beginGroup(person);
    const int count = settings.beginReadArray(arrayKey);
    for (int at = 0; at < count && filters.m_all.size() < mostFilters; ++at) {
        settings.setArrayIndex(at);
        const KeptFilter filter = read(settings);
        if (!filter.name.isEmpty() && !filters.named(filter.name))
            filters.m_all.append(filter);
    }
    filters.order();
    return filters;
}

Done KeptFilters::save() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(m_person);
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, static_cast<int>(m_all.size()));
    for (int at = 0; at < m_all.size(); ++at) {
        settings.setArrayIndex(at);
        write(settings, m_all.at(at));
    }
    settings.endArray();
    settings.endGroup();
    settings.sync();
    // What is filtered by may be somebody's name.
    if (settings.status() != QSettings::NoError || !QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner))
        return fail(FailureKind::Unreachable,
                    tr("The filters can't be kept on this computer's disk. They count until the program is closed."),
                    m_file);
    return {};
}

const KeptFilter *KeptFilters::named(const QString &name) const
{
    const auto found = std::ranges::find(m_all, name, &KeptFilter::name);
    return found == m_all.cend() ? nullptr : &*found;
}

Done KeptFilters::put(KeptFilter filter)
{
    filter.name = filter.name.simplified().left(longestName);
    if (filter.name.isEmpty())
        return fail(FailureKind::Malformed, tr("Give the filter a name."));
    const bool isNew = !named(filter.name);
    if (isNew && m_all.size() >= mostFilters)
        return fail(FailureKind::Conflict,
                    tr("At most %n filters are kept. Remove one first.", nullptr, static_cast<int>(mostFilters)));
    remove(filter.name);
    m_all.append(filter);
    order();
    return {};
}

Done KeptFilters::rename(const QString &name, const QString &to)
{
    const QString wanted = to.simplified().left(longestName);
    const auto found = std::ranges::find(m_all, name, &KeptFilter::name);
    if (wanted.isEmpty() || found == m_all.end())
        return fail(FailureKind::Malformed, tr("Give the filter a name."));
    if (wanted != name && named(wanted))
        return fail(FailureKind::Conflict, tr("Another filter is called “%1”.").arg(wanted));
    found->name = wanted;
    order();
    return {};
}

void KeptFilters::remove(const QString &name)
{
    m_all.removeIf([&](const KeptFilter &filter) { return filter.name == name; });
}

void KeptFilters::order()
{
    std::ranges::sort(m_all, [](const KeptFilter &a, const KeptFilter &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

} // namespace Holdfast
