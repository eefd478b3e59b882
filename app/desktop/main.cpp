// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopOptions.h"
#include "desktop/MainWindow.h"
#include "desktop/SpokenLanguage.h"
#include "keychain/DesktopKeychain.h"

#include <QApplication>
#include <QDir>

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
    SpokenLanguage language;
    language.speak(ShownLanguage::load(options->profile));

    Appearance appearance(application);
    ApiClient api;
    const std::unique_ptr<DesktopKeychain> keychain = DesktopKeychain::ofHoldfast();
    const Clock clock = &QDateTime::currentDateTimeUtc;
    SignIn signIn(api, *keychain, clock, options->profile);
    MainWindow window(*options, signIn, api, appearance, language, clock);
    window.show();
    return QApplication::exec();
}
