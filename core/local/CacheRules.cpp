// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/CacheRules.h"

#include <QCoreApplication>
#include <QSettings>

namespace Holdfast {

namespace {

constexpr QLatin1String gigabytesKey("gigabytes");
constexpr QLatin1String unusedDaysKey("unusedDays");
constexpr QLatin1String wipeKey("wipeAtSignOut");

int numberIn(const QSettings &settings, QLatin1String key, int least, int most, int usual)
{
    bool isNumber = false;
    const int number = settings.value(key).toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : usual;
}

} // namespace

CacheRules CacheRules::load(const QString &profile)
{
    CacheRules rules;
    rules.file = profile + QStringLiteral("/cache.ini");
    const QSettings settings(rules.file, QSettings::IniFormat);
    rules.gigabytes = numberIn(settings, gigabytesKey, leastGigabytes, mostGigabytes, rules.gigabytes);
    rules.unusedDays = numberIn(settings, unusedDaysKey, leastDays, mostDays, rules.unusedDays);
    rules.wipeAtSignOut = settings.value(wipeKey, rules.wipeAtSignOut).toBool();
    return rules;
}

Done CacheRules::save() const
{
    if (file.isEmpty())
        return {};
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(gigabytesKey, gigabytes);
    settings.setValue(unusedDaysKey, unusedDays);
    settings.setValue(wipeKey, wipeAtSignOut);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(FailureKind::Unreachable,
                    QCoreApplication::translate("Holdfast::CacheRules",
                                                "These settings can't be kept on this computer's disk. They count "
                                                "until the program is closed."),
                    file);
    return {};
}

CacheLimits CacheRules::limits() const
{
    return {qint64(gigabytes) << 30, std::chrono::days(unusedDays)};
}

} // namespace Holdfast
