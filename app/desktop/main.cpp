// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopOptions.h"
#include "desktop/MainWindow.h"
#include "keychain/DesktopKeychain.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace Holdfast;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("holdfast"));
    QApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("holdfast"));

    QTranslator qtTexts;
    if (qtTexts.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtTexts);
    QTranslator texts;
    if (texts.load(QLocale(), QStringLiteral("holdfast"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        texts.load(QStringLiteral(":/i18n/holdfast_en.qm"))) // for its plurals, where the language is not spoken here
        QApplication::installTranslator(&texts);
    QApplication::setLayoutDirection(QLocale().textDirection());

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
    Appearance appearance(application);
    ApiClient api;
    const std::unique_ptr<DesktopKeychain> keychain = DesktopKeychain::ofHoldfast();
    const Clock clock = &QDateTime::currentDateTimeUtc;
    SignIn signIn(api, *keychain, clock, options->profile);
    MainWindow window(*options, signIn, api, appearance, clock);
    window.show();
    return QApplication::exec();
}
