// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/ShownLanguage.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace Holdfast {

namespace {

using Choice = ShownLanguage::Choice;

constexpr QLatin1String languageKey("language");

constexpr std::pair<Choice, QLatin1String> words[] = {
    {Choice::AsSystem, QLatin1String("system")},
    {Choice::English, QLatin1String("en")},
    {Choice::German, QLatin1String("de")},
};

} // namespace

ShownLanguage ShownLanguage::load(const QString &profile)
{
    ShownLanguage language;
    language.file = profile + QStringLiteral("/language.ini");
    const QString kept = QSettings(language.file, QSettings::IniFormat).value(languageKey).toString();
    for (const auto &[choice, word] : words)
        if (kept == word)
            language.choice = choice;
    return language;
}

Done ShownLanguage::save() const
{
    QSettings settings(file, QSettings::IniFormat);
    const auto word = std::ranges::find(words, choice, [](const auto &pair) { return pair.first; });
    settings.setValue(languageKey, QString(word->second));
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(FailureKind::Unreachable,
                    QCoreApplication::translate("Holdfast::ShownLanguage",
                                                "The language can't be kept on this computer's disk, so Holdfast "
                                                "starts with the one before. Make room on the disk and choose it "
                                                "again."),
                    file);
    return {};
}

QLocale ShownLanguage::locale(const QLocale &system) const
{
    switch (choice) {
    case Choice::AsSystem:
        return system;
    case Choice::English:
        return system.language() == QLocale::English ? system : QLocale(QLocale::English, system.territory());
    case Choice::German:
        return system.language() == QLocale::German ? system : QLocale(QLocale::German, system.territory());
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
