// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/AuditOptions.h"

#include "ctl/OptionValues.h"

#include <QCommandLineParser>

#include <algorithm>
#include <initializer_list>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

const QString from = QStringLiteral("from");
const QString to = QStringLiteral("to");
const QString action = QStringLiteral("action");
const QString outcome = QStringLiteral("outcome");
const QString recording = QStringLiteral("recording");
const QString lead = QStringLiteral("lead");
const QString userId = QStringLiteral("user-id");
const QString limit = QStringLiteral("limit");
const QString role = QStringLiteral("role");
const QString fullName = QStringLiteral("full-name");
const QString newPasswordFile = QStringLiteral("new-password-file");

Done readTerms(const QCommandLineParser &parser, AuditTerms &terms)
{
    const auto user = readNumber(parser, userId);
    const auto ofRecording = readNumber(parser, recording);
    const auto ofLead = readNumber(parser, lead);
    for (const auto &number : {user, ofRecording, ofLead})
        if (!number)
            return fail(number.error());
    if (*user)
        terms.user = UserId{**user};
    if (*ofRecording)
        terms.recording = RecordingId{**ofRecording};
    if (*ofLead)
        terms.lead = LeadId{**ofLead};
    const auto begin = readTime(parser, from, DayEdge::Begin);
    const auto end = readTime(parser, to, DayEdge::End);
    if (!begin || !end)
        return fail(begin ? end.error() : begin.error());
    terms.from = *begin;
    terms.to = *end;
    terms.actions = parser.value(action).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(outcome)) {
        terms.outcome = outcomeFromName(parser.value(outcome));
        if (!terms.outcome)
            return malformed(QStringLiteral("--outcome takes allowed or refused."));
    }
    return {};
}

Done checkBelonging(const QCommandLineParser &parser, Command command)
{
    const auto anySet = [&](std::initializer_list<QString> names) {
        return std::ranges::any_of(names, [&](const QString &name) { return parser.isSet(name); });
    };
    const bool listsOrExports = command == Command::ListAudit || command == Command::ExportAudit;
    if (!listsOrExports && anySet({action, outcome, userId}))
        return malformed(QStringLiteral("--action, --outcome and --user-id go with audit list and export."));
    if (!listsOrExports && command != Command::List && anySet({from, to}))
        return malformed(QStringLiteral("--from and --to go with list, audit list and audit export."));
    if (!listsOrExports && command != Command::Evidence && anySet({recording, lead}))
        return malformed(QStringLiteral("--recording and --lead go with evidence, audit list and audit export."));
    const QList<Command> limited{Command::ListAudit, Command::List, Command::History, Command::Deliveries};
    if (!limited.contains(command) && anySet({limit}))
        return malformed(QStringLiteral("--limit goes with list, history, audit list and webhooks deliveries."));
    if (command != Command::AddUser && command != Command::ChangeUser && anySet({role, fullName}))
        return malformed(QStringLiteral("--role and --full-name go with users add and change."));
    const QList<Command> setPasswords{Command::AddUser, Command::SetUserPassword, Command::ChangePassword};
    if (!setPasswords.contains(command) && anySet({newPasswordFile}))
        return malformed(QStringLiteral("--new-password-file goes with users add, users password and password."));
    if (command == Command::ChangeUser && !anySet({role, fullName}))
        return malformed(QStringLiteral("Give --role, --full-name or both."));
    return {};
}

} // namespace

void describeAuditAndUsers(QCommandLineParser &parser)
{
    const auto option = [](const QString &name, const QString &meaning, const QString &value) {
        return QCommandLineOption(name, meaning, value);
    };
    parser.addOptions(
        {option(from, QStringLiteral("With list, audit list and audit export: from that day or moment on."),
                QStringLiteral("TIME")),
         option(to, QStringLiteral("With list, audit list and audit export: until that day or moment."),
                QStringLiteral("TIME")),
         option(action, QStringLiteral("With audit list and export: only these, as stream,download."),
                QStringLiteral("ACTIONS")),
         option(outcome, QStringLiteral("With audit list and export: only allowed or refused."),
                QStringLiteral("OUTCOME")),
         option(userId, QStringLiteral("With audit list and export: of that user; “users” tells the numbers."),
                QStringLiteral("ID")),
         option(limit,
                QStringLiteral("With list, history, audit list and webhooks deliveries: how many at most (100)."),
                QStringLiteral("COUNT")),
         option(role, QStringLiteral("With users add and change: agent, supervisor or admin."), QStringLiteral("ROLE")),
         option(fullName, QStringLiteral("With users add and change."), QStringLiteral("NAME")),
         option(newPasswordFile,
                QStringLiteral(
                    "With users add, users password and password: the new password; its first line, “-” for the "
                    "standard input. Asked for where not given."),
                QStringLiteral("FILE"))});
}

Done readAuditAndUsers(const QCommandLineParser &parser, CtlOptions &options)
{
    if (const Done belongs = checkBelonging(parser, options.command); !belongs)
        return belongs;
    if (const Done read = readTerms(parser, options.auditTerms); !read)
        return read;
    const auto count = readNumber(parser, limit);
    if (!count)
        return fail(count.error());
    if (*count)
        options.limit = static_cast<int>(std::min<qint64>(**count, std::numeric_limits<int>::max()));
    if (parser.isSet(role)) {
        options.role = roleFromName(parser.value(role));
        if (!options.role)
            return malformed(QStringLiteral("--role takes agent, supervisor or admin."));
    }
    options.fullName = parser.value(fullName).simplified();
    options.newPasswordFile = parser.value(newPasswordFile);
    const QString file = options.arguments.value(0);
    if (options.command == Command::ExportAudit && !file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive) &&
        !file.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive))
        return malformed(QStringLiteral("The name of the file ends in .csv or .jsonl, and says as what to export."));
    return {};
}

} // namespace Holdfast
