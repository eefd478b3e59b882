// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Ctl.h"
#include "ctl/EvidenceCommands.h"
#include "signals/TerminationSignals.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextStream>
#include <QTimer>

#include <cstdio>
#include <optional>

using namespace Holdfast;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfastctl"));
    Console console;
    const Result<CtlOptions> options = readOptions(QCoreApplication::arguments());
    if (!options) {
        console.problem(options.error());
        return 2;
    }
    if (options->command == CtlOptions::Command::ShowHelp || options->command == CtlOptions::Command::ShowVersion) {
        QTextStream(stdout) << (options->command == CtlOptions::Command::ShowHelp
                                    ? options->help
                                    : QStringLiteral(HOLDFAST_VERSION "\n"));
        return 0;
    }
    if (options->command == CtlOptions::Command::VerifyPack)
        return verifyPack(*options, console);
    Ctl ctl(*options, console);
    QObject::connect(&ctl, &Ctl::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    std::optional<TerminationSignals>
        signals; // a watch ends cleanly, an import says what became of it; all else just ends
    if (options->command == CtlOptions::Command::Watch || options->command == CtlOptions::Command::ImportLeads)
        QObject::connect(&signals.emplace(), &TerminationSignals::terminated, &ctl, &Ctl::stop);
    QTimer::singleShot(0, &ctl, &Ctl::start);
    return application.exec();
}
