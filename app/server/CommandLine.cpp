// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/CommandLine.h"

#include "api/WholeNumber.h"
#include "domain/RetentionPolicy.h"
#include "server/TlsFiles.h"

#include <QCommandLineParser>

#include <limits>

namespace Holdfast {

namespace {

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Keeps a company's call recordings."));
    parser.addPositionalArgument(
        QStringLiteral("command"),
        QStringLiteral("check: open and hash every file and compare with the database.\n"
                       "keys: list the keys and what each is needed for. keys rotate: make a new key-encryption key "
                       "(with HOLDFAST_KEK_FILE: take that one) and wrap everything under it; files stay as they are. "
                       "keys retire ID: remove an old one that nothing needs. keys rotate-tokens: sign tokens with a "
                       "new key. keys rotate-checkpoint: sign the audit log with a new key; the old one signs for it, "
                       "unless, with --lost, it is lost.\n"
                       "user add NAME: add somebody who signs in; the password comes from --password-file or the "
                       "standard input.\n"
                       "import FILE.csv: read what is known of recordings, without their files, all lines or none. The "
                       "first line names the columns, in any order: agent, lead and uploadedAt, and where wanted "
                       "phone (of the lead), campaign, disposition, notes, originalName, format, durationMs, "
                       "callDate, complianceHold. Agents, leads and campaigns go by id or name.\n"
                       "audit verify: look whether every entry of the audit log is what was written, and, with "
                       "--checkpoint, whether those of a checkpoint that was kept elsewhere are all there.\n"
                       "Without a command: serve."),
        QStringLiteral("[check | keys [rotate | retire ID | rotate-tokens | rotate-checkpoint] | user add NAME | "
                       "import FILE | audit verify]"));
    parser.addOptions(
        {{QStringLiteral("data"), QStringLiteral("The data directory."), QStringLiteral("DIR")},
         {QStringLiteral("listen"), QStringLiteral("Address and port; port 0 takes a free one."),
          QStringLiteral("ADDRESS:PORT"), QStringLiteral("127.0.0.1:3000")},
         {QStringLiteral("tls-cert"), QStringLiteral("Certificate chain (PEM)."), QStringLiteral("FILE")},
         {QStringLiteral("tls-key"), QStringLiteral("Private key (PEM)."), QStringLiteral("FILE")},
         {QStringLiteral("demo"), QStringLiteral("Fill an empty data directory with invented people and calls.")},
         {QStringLiteral("create"), QStringLiteral("Make the agents, leads and campaigns that an import names.")},
         {QStringLiteral("checkpoint"), QStringLiteral("Of the audit log, as the server gave it out."),
          QStringLiteral("FILE")},
         {QStringLiteral("end-sessions"), QStringLiteral("With keys rotate-tokens: everybody is to sign in anew.")},
         {QStringLiteral("lost"),
          QStringLiteral("With keys rotate-checkpoint: the key until now is lost and can't sign for the new one.")},
         {QStringLiteral("role"), QStringLiteral("Of a new user: agent, supervisor or admin."), QStringLiteral("ROLE"),
          QStringLiteral("agent")},
         {QStringLiteral("full-name"), QStringLiteral("Of a new user."), QStringLiteral("NAME")},
         {QStringLiteral("password-file"), QStringLiteral("Of a new user; its first line."), QStringLiteral("FILE")},
         {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
         {QStringLiteral("version"), QStringLiteral("Show the version.")}});
}

Done readListen(const QString &text, ServerOptions &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.sliced(1, address.size() - 2);
    if (address == QLatin1String("localhost"))
        address = QStringLiteral("127.0.0.1");
    const qint64 port = colon < 0 ? -1 : wholeNumber(QStringView(text).sliced(colon + 1)).value_or(-1);
    if (!options.address.setAddress(address) || port < 0 || port > std::numeric_limits<quint16>::max())
        return malformed(
            QStringLiteral("--listen must be an address and a port such as 127.0.0.1:3000, not %1.").arg(text));
    options.port = static_cast<quint16>(port);
    return {};
}

Done readTlsOptions(const QCommandLineParser &parser, ServerOptions &options)
{
    const QString certificate = parser.value(QStringLiteral("tls-cert"));
    const QString key = parser.value(QStringLiteral("tls-key"));
    if (certificate.isEmpty() && key.isEmpty())
        return {};
    if (certificate.isEmpty() || key.isEmpty())
        return malformed(QStringLiteral("--tls-cert and --tls-key belong together."));
    const Result<QSslConfiguration> tls = readTlsFiles(certificate, key);
    if (!tls)
        return fail(tls.error());
    options.tls = *tls;
    return {};
}

Done readHoldSettings(const QProcessEnvironment &environment, ServerOptions &options)
{
    if (const QString days = environment.value(QStringLiteral("HOLD_COOLING_OFF_DAYS")); !days.isEmpty()) {
        const auto number = wholeNumber(days);
        if (!number || *number > mostRetentionDays)
            return malformed(QStringLiteral("HOLD_COOLING_OFF_DAYS must be a number of days from 0 to %1, not %2.")
                                 .arg(mostRetentionDays)
                                 .arg(days));
        options.coolingOffDays = static_cast<int>(*number);
    }
    if (const QString two = environment.value(QStringLiteral("HOLD_RELEASE_NEEDS_TWO")); !two.isEmpty()) {
        if (two != QLatin1String("on") && two != QLatin1String("off"))
            return malformed(QStringLiteral("HOLD_RELEASE_NEEDS_TWO must be on or off, not %1.").arg(two));
        options.releaseNeedsTwo = two == QLatin1String("on");
    }
    return {};
}

Done readSweepSettings(const QProcessEnvironment &environment, ServerOptions &options)
{
    const auto read = [&environment](const QString &name, int most, int &setting) -> Done {
        const QString text = environment.value(name);
        if (text.isEmpty())
            return {};
        const auto number = wholeNumber(text);
        if (!number || *number > most)
            return malformed(
                QStringLiteral("%1 must be a whole number from 0 to %2, not %3.").arg(name).arg(most).arg(text));
        setting = static_cast<int>(*number);
        return {};
    };
    if (Done done = read(QStringLiteral("RETENTION_SWEEP_LIMIT_PERCENT"), 100, options.sweepLimitPercent); !done)
        return done;
    return read(QStringLiteral("RETENTION_SWEEP_HOUR"), 23, options.sweepHour);
}

Done readEnvironment(const QProcessEnvironment &environment, CommandLine &line)
{
    line.adminPassword = environment.value(QStringLiteral("HOLDFAST_ADMIN_PASSWORD")).toUtf8();
    if (!line.adminPassword.isEmpty() && line.adminPassword.size() < shortestPassword)
        return malformed(QStringLiteral("HOLDFAST_ADMIN_PASSWORD must have %1 bytes or more.").arg(shortestPassword));
    line.data.outsideKeys.current = environment.value(QStringLiteral("HOLDFAST_KEK_FILE"));
    line.data.outsideKeys.old =
        environment.value(QStringLiteral("HOLDFAST_OLD_KEK_FILES")).split(u':', Qt::SkipEmptyParts);
    if (const QString days = environment.value(QStringLiteral("DEFAULT_RETENTION_DAYS")); !days.isEmpty()) {
        constexpr qint64 hundredYears = 36'525;
        const auto number = wholeNumber(days);
        if (!number || *number < 1 || *number > hundredYears)
            return malformed(QStringLiteral("DEFAULT_RETENTION_DAYS must be a number of days from 1 to %1, not %2.")
                                 .arg(hundredYears)
                                 .arg(days));
        line.server.fallbackRetentionDays = static_cast<int>(*number);
    }
    if (Done read = readHoldSettings(environment, line.server); !read)
        return read;
    if (Done read = readSweepSettings(environment, line.server); !read)
        return read;
    const Result<WebhookTargets> targets =
        WebhookTargets::parse(environment.value(QStringLiteral("HOLDFAST_WEBHOOK_HOSTS")));
    if (!targets)
        return fail(targets.error());
    line.server.webhookTargets = *targets;
    if (const QString limits = environment.value(QStringLiteral("HOLDFAST_RATE_LIMITS")); !limits.isEmpty()) {
        if (limits != QLatin1String("on") && limits != QLatin1String("off"))
            return malformed(QStringLiteral("HOLDFAST_RATE_LIMITS must be on or off, not %1.").arg(limits));
        line.server.rateLimits = limits == QLatin1String("on");
    }
    if (const QString quota = environment.value(QStringLiteral("HOLDFAST_QUOTA_GB")); !quota.isEmpty()) {
        constexpr qint64 mostGb = 1'000'000'000;
        const auto number = wholeNumber(quota);
        if (!number || *number < 1 || *number > mostGb)
            return malformed(QStringLiteral("HOLDFAST_QUOTA_GB must be a whole number from 1 on, not %1.").arg(quota));
        line.server.quotaBytes = *number << 30;
    }
    if (const QString reserve = environment.value(QStringLiteral("HOLDFAST_DISK_RESERVE_MB")); !reserve.isEmpty()) {
        constexpr qint64 mostMb = 1'000'000'000;
        const auto number = wholeNumber(reserve);
        if (!number || *number < 0 || *number > mostMb)
            return malformed(
                QStringLiteral("HOLDFAST_DISK_RESERVE_MB must be a whole number from 0 on, not %1.").arg(reserve));
        line.server.diskReserveBytes = *number << 20;
    }
    return {};
}

/// False where the words are no command about keys.
bool readKeysCommand(const QStringList &words, const QCommandLineParser &parser, CommandLine &line)
{
    const QString what = words.value(1);
    if (words == QStringList{QStringLiteral("keys")})
        line.command = CommandLine::Command::ListKeys;
    else if (words.size() == 2 && what == QLatin1String("rotate"))
        line.command = CommandLine::Command::RotateKeys;
    else if (words.size() == 2 && what == QLatin1String("rotate-tokens"))
        line.command = CommandLine::Command::RotateTokenKey;
    else if (words.size() == 2 && what == QLatin1String("rotate-checkpoint"))
        line.command = CommandLine::Command::RotateCheckpointKey;
    else if (words.size() == 3 && what == QLatin1String("retire"))
        line.command = CommandLine::Command::RetireKey;
    else
        return false;
    line.keyId = words.value(2);
    line.endSessions = parser.isSet(QStringLiteral("end-sessions"));
    line.isKeyLost = parser.isSet(QStringLiteral("lost"));
    return true;
}

Done readCommand(const QCommandLineParser &parser, CommandLine &line)
{
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return {};
    if (words == QStringList{QStringLiteral("check")}) {
        line.command = CommandLine::Command::Check;
        return {};
    }
    if (words.size() == 2 && words[0] == QLatin1String("import")) {
        line.command = CommandLine::Command::Import;
        line.importFile = words[1];
        line.makeMissing = parser.isSet(QStringLiteral("create"));
        return {};
    }
    if (words == QStringList{QStringLiteral("audit"), QStringLiteral("verify")}) {
        line.command = CommandLine::Command::VerifyAudit;
        line.checkpointFile = parser.value(QStringLiteral("checkpoint"));
        return {};
    }
    if (words[0] == QLatin1String("keys") && readKeysCommand(words, parser, line))
        return {};
    if (words.size() != 3 || words[0] != QLatin1String("user") || words[1] != QLatin1String("add"))
        return malformed(
            QStringLiteral("There is no command \"%1\". See holdfast-server --help.").arg(words.join(u' ')));
    line.command = CommandLine::Command::AddUser;
    line.newUser.username = words[2];
    line.newUser.fullName = parser.value(QStringLiteral("full-name"));
    if (line.newUser.fullName.isEmpty())
        line.newUser.fullName = words[2];
    line.passwordFile = parser.value(QStringLiteral("password-file"));
    const auto role = roleFromName(parser.value(QStringLiteral("role")));
    if (!role)
        return malformed(QStringLiteral("--role must be agent, supervisor or admin."));
    line.newUser.role = *role;
    return {};
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    describe(parser);
    CommandLine line;
    if (!parser.parse(arguments))
        return malformed(parser.errorText() + QStringLiteral(" See holdfast-server --help."));
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        line.command =
            parser.isSet(QStringLiteral("help")) ? CommandLine::Command::ShowHelp : CommandLine::Command::ShowVersion;
        line.help = parser.helpText();
        return line;
    }
    line.data.path = parser.value(QStringLiteral("data"));
    line.data.mustExist = !parser.positionalArguments().isEmpty(); // commands work on what is there
    line.demo = parser.isSet(QStringLiteral("demo"));
    if (line.data.path.isEmpty())
        return malformed(QStringLiteral("Name the data directory: holdfast-server --data DIR."));
    for (const Done &done :
         {readListen(parser.value(QStringLiteral("listen")), line.server), readTlsOptions(parser, line.server),
          readEnvironment(environment, line), readCommand(parser, line)})
        if (!done)
            return fail(done.error());
    return line;
}

} // namespace Holdfast
