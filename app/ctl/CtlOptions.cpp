// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/CtlOptions.h"

#include "ctl/AuditOptions.h"
#include "ctl/OversightOptions.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <array>
#include <utility>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

struct Verb
{
    QLatin1String name;
    Command command;
    qsizetype fewest; ///< arguments
    qsizetype most;
    QLatin1String usage;
    QLatin1String meaning;
};

constexpr qsizetype many = 100'000;

constexpr std::array verbs{
    Verb{QLatin1String("login"), Command::Login, 0, 0, QLatin1String("login"),
         QLatin1String("sign in and keep the sign-in in the keyring")},
    Verb{QLatin1String("leads"), Command::Leads, 0, 0, QLatin1String("leads"), QLatin1String("your leads")},
    Verb{QLatin1String("leads import"), Command::ImportLeads, 1, 1, QLatin1String("leads import FILE"),
         QLatin1String("make leads from a CSV file, all or none; with --preview say what it would do")},
    Verb{QLatin1String("upload"), Command::Upload, 2, many, QLatin1String("upload LEAD FILE..."),
         QLatin1String("attach files, or the files of folders, to a lead and send them; with --match no LEAD")},
    Verb{QLatin1String("send"), Command::Send, 0, 0, QLatin1String("send"),
         QLatin1String("send what an upload left waiting")},
    Verb{QLatin1String("list"), Command::List, 1, 1, QLatin1String("list LEAD"),
         QLatin1String("the recordings of a lead")},
    Verb{QLatin1String("get"), Command::Get, 1, 1, QLatin1String("get ID"), QLatin1String("all about one recording")},
    Verb{QLatin1String("download"), Command::Download, 2, 2, QLatin1String("download ID FILE"),
         QLatin1String("save a copy of a recording")},
    Verb{QLatin1String("watch"), Command::Watch, 0, 1, QLatin1String("watch [DIR]"),
         QLatin1String("file and send each file of the watched folders, or of DIR, once it is complete")},
    Verb{QLatin1String("evidence"), Command::Evidence, 0, 0, QLatin1String("evidence --matter ID -o FILE.zip"),
         QLatin1String("save an evidence pack about a matter, or with --lead or --recording about these")},
    Verb{QLatin1String("verify-pack"), Command::VerifyPack, 1, 1, QLatin1String("verify-pack FILE.zip"),
         QLatin1String("check an evidence pack, without a server")},
    Verb{QLatin1String("logout"), Command::Logout, 0, 0, QLatin1String("logout"),
         QLatin1String("end the sign-in, here and on the server; with --wipe the local data goes too")},
    Verb{QLatin1String("audit list"), Command::ListAudit, 0, 0, QLatin1String("audit list"),
         QLatin1String("the newest entries of the audit log, as --from and the like say")},
    Verb{QLatin1String("audit export"), Command::ExportAudit, 1, 1, QLatin1String("audit export FILE"),
         QLatin1String("all of them, oldest first, as FILE.csv or FILE.jsonl")},
    Verb{QLatin1String("audit verify"), Command::VerifyAudit, 0, 1, QLatin1String("audit verify [FILE]"),
         QLatin1String("whether each entry is what was written, and the log holds what the checkpoint in FILE says")},
    Verb{QLatin1String("audit checkpoint"), Command::SaveCheckpoint, 1, 1, QLatin1String("audit checkpoint FILE"),
         QLatin1String("save the newest checkpoint of the audit log, to be kept elsewhere")},
    Verb{QLatin1String("users"), Command::Users, 0, 0, QLatin1String("users"), QLatin1String("who may sign in")},
    Verb{QLatin1String("users add"), Command::AddUser, 1, 1, QLatin1String("users add NAME"),
         QLatin1String("make a user, an agent where --role says nothing else")},
    Verb{QLatin1String("users change"), Command::ChangeUser, 1, 1, QLatin1String("users change NAME"),
         QLatin1String("another --role or --full-name")},
    Verb{QLatin1String("users password"), Command::SetUserPassword, 1, 1, QLatin1String("users password NAME"),
         QLatin1String("set a new password; all sign-ins with the old one end")},
    Verb{QLatin1String("users disable"), Command::DisableUser, 1, 1, QLatin1String("users disable NAME"),
         QLatin1String("end all sign-ins at once, and let nobody sign in with that name")},
    Verb{QLatin1String("users enable"), Command::EnableUser, 1, 1, QLatin1String("users enable NAME"),
         QLatin1String("let that user sign in again")},
    Verb{QLatin1String("holds"), Command::Holds, 0, 0, QLatin1String("holds"),
         QLatin1String("what is held, for which matter, by whom and why")},
    Verb{QLatin1String("holds place"), Command::PlaceHold, 2, 2,
         QLatin1String("holds place lead|recording|search WHAT"),
         QLatin1String("hold all of lead ID, recording ID, or what WORDS find; with --reason or --matter")},
    Verb{QLatin1String("holds preview"), Command::PreviewRelease, 1, 1000, QLatin1String("holds preview HOLD..."),
         QLatin1String("what would go free if these were released")},
    Verb{QLatin1String("holds release"), Command::ReleaseHolds, 1, 1000, QLatin1String("holds release HOLD..."),
         QLatin1String("let go, or ask for it where that takes two")},
    Verb{QLatin1String("holds requests"), Command::ReleaseRequests, 0, 0, QLatin1String("holds requests"),
         QLatin1String("releases that wait for a second person")},
    Verb{QLatin1String("holds approve"), Command::ApproveRelease, 1, 1, QLatin1String("holds approve REQUEST"),
         QLatin1String("approve a release that another asked for")},
    Verb{QLatin1String("holds refuse"), Command::RefuseRelease, 1, 1, QLatin1String("holds refuse REQUEST"),
         QLatin1String("refuse it")},
    Verb{QLatin1String("holds withdraw"), Command::WithdrawRelease, 1, 1, QLatin1String("holds withdraw REQUEST"),
         QLatin1String("take back what one asked for")},
    Verb{QLatin1String("matters"), Command::Matters, 0, 0, QLatin1String("matters"),
         QLatin1String("the cases that holds are placed for")},
    Verb{QLatin1String("matters add"), Command::AddMatter, 1, 1, QLatin1String("matters add NAME"),
         QLatin1String("make one")},
    Verb{QLatin1String("matters close"), Command::CloseMatter, 1, 1, QLatin1String("matters close MATTER"),
         QLatin1String("close one for which nothing is held any more")},
    Verb{QLatin1String("matters open"), Command::OpenMatter, 1, 1, QLatin1String("matters open MATTER"),
         QLatin1String("open a closed one again")},
    Verb{QLatin1String("retention policies"), Command::Policies, 0, 0, QLatin1String("retention policies"),
         QLatin1String("how long what is kept")},
    Verb{QLatin1String("retention preview"), Command::PreviewPolicy, 2, 2,
         QLatin1String("retention preview POLICY DAYS"),
         QLatin1String("what would change if that policy had so many days")},
    Verb{QLatin1String("retention due"), Command::DueSoon, 0, 1, QLatin1String("retention due [DAYS]"),
         QLatin1String("what ends within so many days (30) and is not held")},
    Verb{QLatin1String("retention sweeps"), Command::Sweeps, 0, 0, QLatin1String("retention sweeps"),
         QLatin1String("the latest sweeps, and what they did")},
    Verb{QLatin1String("retention sweep"), Command::Sweep, 0, 0, QLatin1String("retention sweep"),
         QLatin1String("delete what has run its time, with --yes; or count it, with --dry-run")},
    Verb{QLatin1String("retention approve"), Command::ApproveSweep, 1, 1, QLatin1String("retention approve SWEEP"),
         QLatin1String("say yes to a sweep that waits, with --yes")},
    Verb{QLatin1String("retention refuse"), Command::RefuseSweep, 1, 1, QLatin1String("retention refuse SWEEP"),
         QLatin1String("say no to it, or stop one that runs")},
};

constexpr std::array subjects{std::pair{EvidenceSubject::Kind::Recording, QLatin1String("recording")},
                              std::pair{EvidenceSubject::Kind::Lead, QLatin1String("lead")},
                              std::pair{EvidenceSubject::Kind::Matter, QLatin1String("matter")}};

QString verbsText()
{
    QString text;
    for (const Verb &verb : verbs)
        text += QStringLiteral("\n  %1%2").arg(QString(verb.usage), -22).arg(verb.meaning);
    return text;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Holdfast without windows.\n\nCommands:") + verbsText() +
                                     QStringLiteral("\n\nThe password comes from --password-file, from the file that "
                                                    "HOLDFAST_PASSWORD_FILE names, or is asked for. The exit code is 0 "
                                                    "only if all was done."));
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
}

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
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

Done readVerb(QStringList words, CtlOptions &options)
{
    if (words.isEmpty())
        return malformed(QStringLiteral("Give a command; --help lists them."));
    QString name = words.takeFirst();
    const QStringList families{QStringLiteral("leads"), QStringLiteral("audit"),   QStringLiteral("users"),
                               QStringLiteral("holds"), QStringLiteral("matters"), QStringLiteral("retention")};
    if (families.contains(name) && !words.isEmpty())
        name += QLatin1Char(' ') + words.takeFirst();
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb &known) { return known.name == name; });
    if (verb == verbs.end())
        return malformed(QStringLiteral("There is no command “%1”; --help lists them.").arg(name));
    if (options.match && verb->command != Command::Upload)
        return malformed(QStringLiteral("--match goes with upload."));
    const bool sendsFiles = verb->command == Command::Upload || verb->command == Command::Watch;
    if (options.agentChannel != AgentChannel::Unknown && !sendsFiles)
        return malformed(QStringLiteral("--agent-channel goes with upload and watch."));
    const bool isForWatch = options.existing || options.once || !options.source.isEmpty();
    if (isForWatch && verb->command != Command::Watch)
        return malformed(QStringLiteral("--source, --existing and --once go with watch."));
    if (!options.source.isEmpty() && !words.isEmpty())
        return malformed(QStringLiteral("Give either --source or a folder."));
    if (options.wipe && verb->command != Command::Logout)
        return malformed(QStringLiteral("--wipe goes with logout."));
    if (options.preview && verb->command != Command::ImportLeads)
        return malformed(QStringLiteral("--preview goes with leads import."));
    const qsizetype fewest = options.match ? 1 : verb->fewest;
    if (words.size() < fewest || words.size() > verb->most)
        return malformed(QStringLiteral("Usage: holdfastctl %1").arg(verb->usage));
    options.command = verb->command;
    options.arguments = words;
    return {};
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
    if (parser.isSet(QStringLiteral("help")))
        return options;
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
    options.preview = parser.isSet(QStringLiteral("preview"));
    options.wipe = parser.isSet(QStringLiteral("wipe"));
    options.source = parser.value(QStringLiteral("source"));
    options.existing = parser.isSet(QStringLiteral("existing"));
    options.once = parser.isSet(QStringLiteral("once"));
    if (const Done read = readSeconds(parser, QStringLiteral("patience"), options.patience); !read)
        return fail(read.error());
    if (const Done read = readSeconds(parser, QStringLiteral("settled"), options.settled); !read)
        return fail(read.error());
    if (const Done read = readAgentChannel(parser, options.agentChannel); !read)
        return fail(read.error());
    if (const Done read = readVerb(parser.positionalArguments(), options); !read)
        return fail(read.error());
    if (const Done read = readEvidence(parser, options); !read)
        return fail(read.error());
    if (const Done read = readAuditAndUsers(parser, options); !read)
        return fail(read.error());
    if (const Done read = readOversight(parser, options); !read)
        return fail(read.error());
    return options;
}

} // namespace Holdfast
