// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/CtlOptions.h"

#include "ctl/AdminOptions.h"
#include "ctl/AuditOptions.h"
#include "ctl/OptionValues.h"
#include "ctl/OversightOptions.h"
#include "ctl/ReviewOptions.h"
#include "ctl/Verbs.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <array>
#include <utility>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

constexpr std::array subjects{std::pair{EvidenceSubject::Kind::Recording, QLatin1String("recording")},
                              std::pair{EvidenceSubject::Kind::Lead, QLatin1String("lead")},
                              std::pair{EvidenceSubject::Kind::Matter, QLatin1String("matter")}};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Holdfast without windows.\n\nCommands:") + verbsText() +
                                     QStringLiteral("\n\nThe password comes from --password-file, from the file that "
                                                    "HOLDFAST_PASSWORD_FILE names, or is asked for. The exit code is 0 "
                                                    "only if all was done, and 2 where the command line is wrong and "
                                                    "nothing was done."));
    parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("One of the commands above."));
    parser.addPositionalArgument(QStringLiteral("arguments"), QStringLiteral("Of the command."),
                                 QStringLiteral("[arguments…]"));
    parser.addOptions(
        {{QStringLiteral("server"), QStringLiteral("Address of the server; that of the last sign-in where not given."),
          QStringLiteral("URL")},
         {QStringLiteral("user"), QStringLiteral("Who signs in; that of the last sign-in where not given."),
          QStringLiteral("NAME")},
         {QStringLiteral("password-file"), QStringLiteral("The password; its first line."), QStringLiteral("FILE")},
         {QStringLiteral("profile"), QStringLiteral("Folder of the local data."), QStringLiteral("DIR")},
         {QStringLiteral("patience"),
          QStringLiteral("How long sending waits for a server that takes nothing (60); what is not sent stays."),
          QStringLiteral("SECONDS"), QStringLiteral("60")},
         {QStringLiteral("match"), QStringLiteral("With upload: each file to the lead that its name tells.")},
         {QStringLiteral("again"),
          QStringLiteral(
              "With upload: send also what the lead has already; with send: try also what will not go by itself.")},
         {QStringLiteral("force"), QStringLiteral("With download, evidence, audit export and audit checkpoint: write "
                                                  "over a file that is there.")},
         {QStringLiteral("agent-channel"),
          QStringLiteral("With upload and watch: on which channel of the files the agent speaks, left or right; as the "
                         "watched folder says where not given."),
          QStringLiteral("SIDE")},
         {QStringLiteral("source"), QStringLiteral("With watch: only the watched folder of that name."),
          QStringLiteral("NAME")},
         {QStringLiteral("existing"), QStringLiteral("With watch: also the files that lay there before.")},
         {QStringLiteral("once"), QStringLiteral("With watch: end when all that is there was sent.")},
         {QStringLiteral("settled"),
          QStringLiteral("With watch: a file is complete when it has stayed the same for so long (5)."),
          QStringLiteral("SECONDS"), QStringLiteral("5")},
         {QStringLiteral("wipe"), QStringLiteral("With logout: recordings, leads and notes go from this computer; what "
                                                 "is not stored yet stays, sealed.")},
         {QStringLiteral("give-up"), QStringLiteral("With logout --wipe: also what is not stored yet, where it is "
                                                    "sealed with a key that the keyring has lost.")},
         {QStringLiteral("preview"), QStringLiteral("With leads import: change nothing, say what would change.")},
         {QStringLiteral("recording"),
          QStringLiteral("With evidence, audit list and audit export: about this recording."), QStringLiteral("ID")},
         {QStringLiteral("lead"), QStringLiteral("With evidence, audit list and audit export: about this lead."),
          QStringLiteral("ID")},
         {QStringLiteral("matter"), QStringLiteral("With evidence, holds and holds place: about, or for, this matter."),
          QStringLiteral("ID")},
         {{QStringLiteral("o"), QStringLiteral("output")},
          QStringLiteral("With evidence: the file to write."),
          QStringLiteral("FILE")},
         {QStringLiteral("checkpoint"),
          QStringLiteral("With evidence and verify-pack: a checkpoint of the audit log that was kept, which the pack's "
                         "log must go on from."),
          QStringLiteral("FILE")},
         {QStringLiteral("key"),
          QStringLiteral("With verify-pack: the key of the server's audit log (/api/audit/key), or all it has had "
                         "(/api/audit/keys), which must have signed the pack."),
          QStringLiteral("FILE")},
         {QStringLiteral("json"), QStringLiteral("Answer in JSON, for programs.")},
         {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
         {QStringLiteral("version"), QStringLiteral("Show the version.")}});
    describeAuditAndUsers(parser);
    describeOversight(parser);
    describeReview(parser);
    describeAdmin(parser);
}

Done readSeconds(const QCommandLineParser &parser, const QString &option, std::chrono::seconds &seconds)
{
    bool isNumber = false;
    seconds = std::chrono::seconds(parser.value(option).toInt(&isNumber));
    if (!isNumber || seconds.count() < 1)
        return malformed(QStringLiteral("--%1 takes a number of seconds from 1 on.").arg(option));
    return {};
}

Done readAgentChannel(const QCommandLineParser &parser, AgentChannel &channel)
{
    const QString option = QStringLiteral("agent-channel");
    if (!parser.isSet(option))
        return {};
    const QString side = parser.value(option);
    if (side != QStringLiteral("left") && side != QStringLiteral("right"))
        return malformed(QStringLiteral("--agent-channel takes left or right."));
    channel = side == QStringLiteral("left") ? AgentChannel::Left : AgentChannel::Right;
    return {};
}

/// The options of evidence and verify-pack.
Done readEvidence(const QCommandLineParser &parser, CtlOptions &options)
{
    int named = 0;
    const bool isEvidence = options.command == Command::Evidence;
    for (const auto &[kind, name] : subjects) {
        if (!isEvidence || !parser.isSet(name)) // others have a use for them, too
            continue;
        bool isNumber = false;
        options.subject = {kind, parser.value(name).toLongLong(&isNumber)};
        if (!isNumber || options.subject.id < 1)
            return malformed(QStringLiteral("--%1 takes its number.").arg(name));
        ++named;
    }
    options.output = parser.value(QStringLiteral("output"));
    options.checkpointFile = parser.value(QStringLiteral("checkpoint"));
    options.keyFile = parser.value(QStringLiteral("key"));
    const bool isVerifying = options.command == Command::VerifyPack;
    if (!isEvidence && parser.isSet(QStringLiteral("output")))
        return malformed(QStringLiteral("--output goes with evidence."));
    if (!isVerifying && parser.isSet(QStringLiteral("key")))
        return malformed(QStringLiteral("--key goes with verify-pack."));
    if (!isEvidence && !isVerifying && parser.isSet(QStringLiteral("checkpoint")))
        return malformed(QStringLiteral("--checkpoint goes with evidence and verify-pack."));
    if (isEvidence && (named != 1 || options.output.isEmpty()))
        return malformed(QStringLiteral("Give one of --recording, --lead and --matter, and the file with -o."));
    return {};
}

/// The options that only one command or two know, whatever else is there.
Done checkBelonging(const QCommandLineParser &parser, const CtlOptions &options)
{
    const Command command = options.command;
    if (options.match && command != Command::Upload)
        return malformed(QStringLiteral("--match goes with upload."));
    if (options.again && command != Command::Upload && command != Command::Send)
        return malformed(QStringLiteral("--again goes with upload and send."));
    const bool sendsFiles = command == Command::Upload || command == Command::Watch;
    if (options.agentChannel != AgentChannel::Unknown && !sendsFiles)
        return malformed(QStringLiteral("--agent-channel goes with upload and watch."));
    if (parser.isSet(QStringLiteral("patience")) && !sendsFiles && command != Command::Send)
        return malformed(QStringLiteral("--patience goes with upload, send and watch."));
    if (parser.isSet(QStringLiteral("settled")) && command != Command::Watch)
        return malformed(QStringLiteral("--settled goes with watch."));
    const bool isForWatch = options.existing || options.once || !options.source.isEmpty();
    if (isForWatch && command != Command::Watch)
        return malformed(QStringLiteral("--source, --existing and --once go with watch."));
    if (!options.source.isEmpty() && !options.arguments.isEmpty())
        return malformed(QStringLiteral("Give either --source or a folder."));
    if (options.wipe && command != Command::Logout)
        return malformed(QStringLiteral("--wipe goes with logout."));
    if (options.giveUp && !options.wipe)
        return malformed(QStringLiteral("--give-up goes with logout --wipe."));
    const QList<Command> previewed{Command::ImportLeads, Command::AddPolicy, Command::ChangePolicy,
                                   Command::DeletePolicy};
    if (options.preview && !previewed.contains(command))
        return malformed(QStringLiteral("--preview goes with leads import and retention add, change and delete."));
    const bool writesAFile = command == Command::Download || command == Command::Evidence ||
                             command == Command::ExportAudit || command == Command::SaveCheckpoint;
    if (options.force && !writesAFile)
        return malformed(QStringLiteral("--force goes with download, evidence, audit export and audit checkpoint."));
    return {};
}

Done readVerb(const QCommandLineParser &parser, CtlOptions &options)
{
    const Result<Asked> asked = askedFor(parser.positionalArguments(), options.match);
    if (!asked)
        return fail(asked.error());
    options.command = asked->command;
    options.arguments = asked->arguments;
    return checkBelonging(parser, options);
}

} // namespace

Result<CtlOptions> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return malformed(parser.errorText());
    CtlOptions options;
    options.help = parser.helpText();
    if (parser.isSet(QStringLiteral("help"))) {
        if (const QString named = verbsText(parser.positionalArguments());
            !parser.positionalArguments().isEmpty() && !named.isEmpty())
            options.help =
                QStringLiteral("Usage: holdfastctl [options] …%1\n\n--help alone tells all commands and options.\n")
                    .arg(named);
        return options;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        options.command = Command::ShowVersion;
        return options;
    }
    options.server = QUrl(parser.value(QStringLiteral("server")));
    options.username = parser.value(QStringLiteral("user"));
    options.passwordFile = parser.value(QStringLiteral("password-file"));
    if (options.passwordFile.isEmpty())
        options.passwordFile = QProcessEnvironment::systemEnvironment().value(QStringLiteral("HOLDFAST_PASSWORD_FILE"));
    options.profile = parser.value(QStringLiteral("profile"));
    if (options.profile.isEmpty())
        options.profile =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/holdfastctl");
    options.json = parser.isSet(QStringLiteral("json"));
    options.match = parser.isSet(QStringLiteral("match"));
    options.again = parser.isSet(QStringLiteral("again"));
    options.force = parser.isSet(QStringLiteral("force"));
    options.preview = parser.isSet(QStringLiteral("preview"));
    options.wipe = parser.isSet(QStringLiteral("wipe"));
    options.giveUp = parser.isSet(QStringLiteral("give-up"));
    options.source = parser.value(QStringLiteral("source"));
    options.existing = parser.isSet(QStringLiteral("existing"));
    options.once = parser.isSet(QStringLiteral("once"));
    if (const Done read = readSeconds(parser, QStringLiteral("patience"), options.patience); !read)
        return fail(read.error());
    if (const Done read = readSeconds(parser, QStringLiteral("settled"), options.settled); !read)
        return fail(read.error());
    if (const Done read = readAgentChannel(parser, options.agentChannel); !read)
        return fail(read.error());
    if (const Done read = readVerb(parser, options); !read)
        return fail(read.error());
    if (const Done read = readEvidence(parser, options); !read)
        return fail(read.error());
    for (const auto readThese : {&readAuditAndUsers, &readOversight, &readReview, &readAdmin})
        if (const Done read = readThese(parser, options); !read)
            return fail(read.error());
    return options;
}

} // namespace Holdfast
