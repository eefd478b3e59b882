// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/FilingRules.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QSettings>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logFiling, "holdfast.filing", QtWarningMsg)

constexpr QLatin1String patternsKey("patterns");
constexpr QLatin1String regionKey("region");

} // namespace

QString FilingRules::regionHere()
{
    const QString region = QLocale::system().name().section(u'_', 1);
    return region.size() == 2 ? region : QString();
}

FilingRules FilingRules::load(const QString &profile)
{
    FilingRules rules;
    rules.file = profile + QStringLiteral("/filing.ini");
    const QSettings settings(rules.file, QSettings::IniFormat);
    if (settings.contains(patternsKey))
        rules.patterns = settings.value(patternsKey).toStringList();
    if (settings.contains(regionKey))
        rules.region = settings.value(regionKey).toString();
    return rules;
}

Done FilingRules::save() const
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(patternsKey, patterns);
    settings.setValue(regionKey, region);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(FailureKind::Unreachable,
                    QCoreApplication::translate("Holdfast::FilingRules",
                                                "These settings can't be kept on this computer's disk. They count "
                                                "until the program is closed."),
                    file);
    return {};
}

QList<NamePattern> FilingRules::parsedPatterns() const
{
    QList<NamePattern> parsed;
    for (const QString &text : patterns) {
        const Result<NamePattern> pattern = NamePattern::parse(text);
        if (pattern)
            parsed.append(*pattern);
        else
            qCWarning(logFiling).noquote() << "a pattern is left out:" << text << pattern.error().message;
    }
    return parsed;
}

} // namespace Holdfast
