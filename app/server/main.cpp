// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuditVerifying.h"
#include "server/AddUser.h"
#include "server/CommandLine.h"
#include "server/DemoData.h"
#include "server/FileCheck.h"
#include "server/FirstAdmin.h"
#include "server/ImportRecordings.h"
#include "server/KeyCommands.h"
#include "signals/TerminationSignals.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cstdio>

#include <sys/stat.h>

using namespace Holdfast;

namespace {

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

int complain(const Failure &failure)
{
    QTextStream(stderr) << "holdfast-server: " << failure.message << Qt::endl;
    if (!failure.detail.isEmpty())
        QTextStream(stderr) << "(" << failure.detail << ")" << Qt::endl;
    return 1;
}

int finish(const Done &done)
{
    return done ? 0 : complain(done.error());
}

Done prepare(DataFolder &data, const CommandLine &line)
{
    if (line.demo)
        return fillWithDemo(data, line.server);
    const Result<QByteArray> password = makeFirstAdmin(data, line.adminPassword, line.server.passwordCost);
    if (!password)
        return fail(password.error());
    if (!password->isEmpty())
        say(QStringLiteral("The first user is \"admin\", with the password %1. It is not shown again.")
                .arg(QString::fromLatin1(*password)));
    return {};
}

int serve(QCoreApplication &application, std::unique_ptr<DataFolder> data, const CommandLine &line)
{
    const TerminationSignals endings;
    QObject::connect(&endings, &TerminationSignals::terminated, &application, &QCoreApplication::quit);
    if (const Done prepared = prepare(*data, line); !prepared)
        return complain(prepared.error());
    const Result<std::unique_ptr<Server>> server = Server::start(std::move(data), line.server);
    if (!server)
        return complain(server.error());
    say(QStringLiteral("listening on %1").arg((*server)->url().toString()));
    return application.exec();
}

int check(DataFolder &data, const CommandLine &line)
{
    const auto progress = [](qint64 recordings) {
        QTextStream(stderr) << recordings << " recordings checked" << Qt::endl;
    };
    const Result<CheckReport> report = checkFiles(data, line.data.path, say, progress);
    if (!report)
        return complain(report.error());
    say(QStringLiteral("%1 recordings, %2 bytes, %3 problems")
            .arg(report->recordings)
            .arg(report->bytes)
            .arg(report->problems));
    if (report->withoutFile > 0)
        say(QStringLiteral("%1 of them were imported without a file").arg(report->withoutFile));
    return report->problems == 0 ? 0 : 1;
}

int verify(DataFolder &data, const CommandLine &line)
{
    QByteArray kept;
    if (!line.checkpointFile.isEmpty()) {
        QFile file(line.checkpointFile);
        if (!file.open(QIODevice::ReadOnly))
            return complain({FailureKind::NotFound,
                             QStringLiteral("The checkpoint %1 can't be read.").arg(line.checkpointFile),
                             file.errorString(),
                             {}});
        kept = file.read(mostCheckpointBytes + 1);
        if (kept.isEmpty())
            return complain({FailureKind::Malformed,
                             QStringLiteral("The checkpoint %1 is empty.").arg(line.checkpointFile),
                             {},
                             {}});
    }
    const Result<AuditReport> report = verifyAudit(data, kept);
    if (!report)
        return complain(report.error());
    say(auditSentence(*report));
    return report->finding ? 1 : 0;
}

int importFile(DataFolder &data, const CommandLine &line)
{
    const auto progress = [](qint64 recordings) {
        QTextStream(stderr) << recordings << " recordings read" << Qt::endl;
    };
    const Result<ImportReport> report =
        importRecordings(data, line.importFile, line.makeMissing ? Missing::Made : Missing::Refused, progress);
    if (!report)
        return complain(report.error());
    say(QStringLiteral("%1 recordings imported; %2 users, %3 leads, %4 campaigns made")
            .arg(report->recordings)
            .arg(report->users)
            .arg(report->leads)
            .arg(report->campaigns));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    // What the server keeps is for its own user, in a directory that was made by somebody else too.
    ::umask(S_IRWXG | S_IRWXO);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-server"));
    const Result<CommandLine> line =
        readCommandLine(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
    if (!line)
        return complain(line.error());
    if (line->command == CommandLine::Command::ShowHelp || line->command == CommandLine::Command::ShowVersion) {
        say(line->command == CommandLine::Command::ShowHelp ? line->help : QStringLiteral(HOLDFAST_VERSION));
        return 0;
    }
    Result<std::unique_ptr<DataFolder>> data = DataFolder::open(line->data);
    if (!data)
        return complain(data.error());
    switch (line->command) {
    case CommandLine::Command::Serve:
        return serve(application, std::move(*data), *line);
    case CommandLine::Command::Check:
        return check(**data, *line);
    case CommandLine::Command::AddUser:
        return finish(addUser(**data, line->newUser, line->passwordFile));
    case CommandLine::Command::Import:
        return importFile(**data, *line);
    case CommandLine::Command::VerifyAudit:
        return verify(**data, *line);
    case CommandLine::Command::ListKeys:
        return finish(listKeys(**data, say));
    case CommandLine::Command::RotateKeys:
        return finish(rotateKeys(**data, line->server.clock, say));
    case CommandLine::Command::RetireKey:
        return finish(retireOneKey(**data, line->keyId, line->server.clock, say));
    case CommandLine::Command::RotateTokenKey:
        return finish(rotateTokens(**data, line->endSessions, line->server.clock, say));
    case CommandLine::Command::RotateCheckpointKey:
        return finish(rotateCheckpoints(**data, line->isKeyLost, line->server.clock, say));
    case CommandLine::Command::ShowHelp:
    case CommandLine::Command::ShowVersion:
        return 0;
    }
    Q_UNREACHABLE();
}
