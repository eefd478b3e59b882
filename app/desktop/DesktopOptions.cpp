// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopOptions.h"

#include <QCommandLineParser>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <string_view>

namespace Holdfast {

bool DesktopOptions::mayNeedNoWindow(int argc, const char *const *argv)
{
    constexpr std::array<std::string_view, 5> words{"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
                       [&](const char *argument) { return std::ranges::find(words, argument) != words.end(); });
}

Result<DesktopOptions> DesktopOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Keeps your company's call recordings."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(QStringLiteral("server"), QStringLiteral("Address of the server."),
                                    QStringLiteral("URL"));
    const QCommandLineOption user(QStringLiteral("user"), QStringLiteral("Name of the user."), QStringLiteral("NAME"));
    const QCommandLineOption passwordFile(QStringLiteral("password-file"),
                                          QStringLiteral("File whose first line is the password."),
                                          QStringLiteral("FILE"));
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Folder of the local data."),
                                     QStringLiteral("DIR"));
    parser.addOptions({server, user, passwordFile, profile});
    parser.process(arguments);
    if (!parser.positionalArguments().isEmpty())
        return fail(FailureKind::Malformed,
                    QStringLiteral("\"%1\" is not an option. Try --help.").arg(parser.positionalArguments().first()));

    DesktopOptions options;
    options.server = QUrl(parser.value(server));
    options.username = parser.value(user);
    options.profile = parser.isSet(profile) ? parser.value(profile)
                                            : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    if (parser.isSet(passwordFile)) {
        QFile file(parser.value(passwordFile));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
            return fail(
                FailureKind::NotFound,
                QStringLiteral("The password file %1 can't be read: %2.").arg(file.fileName(), file.errorString()));
        options.password = QString::fromUtf8(file.readLine(4096)).trimmed();
    }
    return options;
}

} // namespace Holdfast
