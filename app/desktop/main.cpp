// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopOptions.h"
#include "desktop/MainWindow.h"
#include "keychain/DesktopKeychain.h"
#include "local/ShownLanguage.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace Holdfast;
    QCoreApplication::setApplicationName(QStringLiteral("holdfast"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    if (DesktopOptions::mayNeedNoWindow(argc, argv)) {
        const QCoreApplication withoutDisplay(argc, argv);
        static_cast<void>(DesktopOptions::parse(QCoreApplication::arguments())); // ends where it answers them
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("holdfast"));

    const Result<DesktopOptions> options = DesktopOptions::parse(QApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "holdfast: %s\n", qPrintable(options.error().message));
        return 2;
    }
    if (!QDir().mkpath(options->profile)) {
        std::fprintf(stderr, "holdfast: the folder %s can't be made. Choose another with --profile.\n",
                     qPrintable(options->profile));
        return 1;
    }
    const ShownLanguage language = ShownLanguage::load(options->profile);
    if (language.choice != ShownLanguage::Choice::AsSystem)
        QLocale::setDefault(language.locale());
    QTranslator qtTexts;
    if (qtTexts.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtTexts);
    QTranslator texts;
    if (texts.load(QLocale(), QStringLiteral("holdfast"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        texts.load(QStringLiteral(":/i18n/holdfast_en.qm"))) // for its plurals, where the language is not spoken here
        QApplication::installTranslator(&texts);
    QApplication::setLayoutDirection(QLocale().textDirection());

    Appearance appearance(application);
    ApiClient api;
    const std::unique_ptr<DesktopKeychain> keychain = DesktopKeychain::ofHoldfast();
    const Clock clock = &QDateTime::currentDateTimeUtc;
    SignIn signIn(api, *keychain, clock, options->profile);
    MainWindow window(*options, signIn, api, appearance, clock);
    window.show();
    return QApplication::exec();
}
