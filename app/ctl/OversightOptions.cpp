// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/OversightOptions.h"

#include "ctl/OptionValues.h"
#include "domain/Matter.h"

#include <QCommandLineParser>

namespace Holdfast {

using Command = CtlOptions::Command;

namespace {

/// Over what, why or for which matter, and whether also over what comes later.
Done readHold(CtlOptions &options, bool isAlsoLater)
{
    const auto scope = holdScopeFromName(options.arguments.first());
    const QString what = options.arguments.last().trimmed();
    if (!scope || what.isEmpty())
        return fail(FailureKind::Malformed, QStringLiteral("Say what to hold: lead ID, recording ID or search WORDS."));
    const qint64 number = what.toLongLong();
    if (*scope != HoldScope::Search && number <= 0)
        return fail(FailureKind::Malformed, QStringLiteral("“%1” is no whole number from 1 on.").arg(what));
    if (options.matter == 0 && options.reason.isEmpty())
        return fail(FailureKind::Malformed, QStringLiteral("Say why with --reason, or for which case with --matter."));
    options.hold.scope = *scope;
    if (*scope == HoldScope::Lead)
        options.hold.leadId = {number};
    else if (*scope == HoldScope::Recording)
        options.hold.recordingIds = {{number}};
    options.hold.matterId = options.matter > 0 ? MatterId{options.matter} : defaultMatter;
    options.hold.reason = options.reason;
    options.hold.includesLater = isAlsoLater;
    return {};
}

Done readMatter(const QCommandLineParser &parser, CtlOptions &options)
{
    MatterOptions &said = options.matterOptions;
    const QString none = QStringLiteral("none");
    const auto textOf = [&parser](const QString &option) {
        return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
    };
    said.name = parser.value(QStringLiteral("name")).simplified();
    said.reference = textOf(QStringLiteral("reference"));
    said.reason = textOf(QStringLiteral("reason"));
    if (const auto owner = textOf(QStringLiteral("owner"))) {
        said.owner = UserId{owner->toLongLong()};
        if (*owner != none && !(said.owner->value > 0))
            return malformed(QStringLiteral("--owner takes the number of a user, or none."));
    }
    if (const auto day = textOf(QStringLiteral("review-date"))) {
        said.reviewDate = QDate::fromString(*day, Qt::ISODate);
        if (*day != none && !said.reviewDate->isValid())
            return malformed(QStringLiteral("--review-date takes a day as 2026-11-20, or none."));
    }
    if (options.command == Command::ChangeMatter && !said.saysSomething())
        return malformed(QStringLiteral("Give --name, --reference, --reason, --owner or --review-date."));
    return {};
}

Done readPolicy(const QCommandLineParser &parser, CtlOptions &options)
{
    options.policyName = parser.value(QStringLiteral("name")).simplified();
    options.isDefault = parser.isSet(QStringLiteral("default"));
    const int scopes = static_cast<int>(options.isDefault) + static_cast<int>(parser.isSet(QStringLiteral("agent"))) +
                       static_cast<int>(parser.isSet(QStringLiteral("campaign")));
    if (scopes > 1)
        return malformed(QStringLiteral("Give one of --campaign, --agent and --default."));
    if (options.command == Command::ChangePolicy && options.arguments.size() < 2 && options.policyName.isEmpty() &&
        scopes == 0)
        return malformed(QStringLiteral("Give DAYS, --name, --campaign, --agent or --default."));
    return {};
}

} // namespace

void describeOversight(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("reason"), QStringLiteral("With holds place and release, matters add and change: why."),
          QStringLiteral("TEXT")},
         {QStringLiteral("name"), QStringLiteral("With matters change and retention change: another name."),
          QStringLiteral("NAME")},
         {QStringLiteral("reference"), QStringLiteral("With matters add and change: the case's own number."),
          QStringLiteral("TEXT")},
         {QStringLiteral("owner"),
          QStringLiteral("With matters add and change: whose it is, by the number of a user; “none”: nobody's."),
          QStringLiteral("ID")},
         {QStringLiteral("review-date"),
          QStringLiteral("With matters add and change: when it is to be looked at again, as 2026-11-20; or “none”."),
          QStringLiteral("DAY")},
         {QStringLiteral("default"),
          QStringLiteral("With retention change: for all that no other policy is for; retention add makes such a one "
                         "where neither --campaign nor --agent is given.")},
         {QStringLiteral("clock-is-right"),
          QStringLiteral("With retention sweep: an admin says that the server's clock is right, where it went back or "
                         "far forward.")},
         {QStringLiteral("later"), QStringLiteral("With holds place: also what is stored later.")},
         {QStringLiteral("dry-run"), QStringLiteral("With retention sweep: count, and delete nothing.")},
         {QStringLiteral("yes"), QStringLiteral("With what deletes for good: retention sweep and approve, delete, "
                                                "discard, webhooks delete, keys retire; and retention add, change and "
                                                "delete, where that has recordings deleted.")}});
}

Done readOversight(const QCommandLineParser &parser, CtlOptions &options)
{
    const QList<Command> matters{Command::AddMatter, Command::ChangeMatter};
    const Done checks[] = {
        goesOnlyWith(parser, "matter", options.command, {Command::Holds, Command::PlaceHold, Command::Evidence},
                     "evidence, holds and holds place"),
        goesOnlyWith(parser, "reason", options.command,
                     {Command::PlaceHold, Command::ReleaseHolds, Command::AddMatter, Command::ChangeMatter},
                     "holds place, holds release, matters add and matters change"),
        goesOnlyWith(parser, "name", options.command, {Command::ChangeMatter, Command::ChangePolicy},
                     "matters change and retention change"),
        goesOnlyWith(parser, "reference", options.command, matters, "matters add and matters change"),
        goesOnlyWith(parser, "owner", options.command, matters, "matters add and matters change"),
        goesOnlyWith(parser, "review-date", options.command, matters, "matters add and matters change"),
        goesOnlyWith(parser, "default", options.command, {Command::AddPolicy, Command::ChangePolicy},
                     "retention add and retention change"),
        goesOnlyWith(parser, "clock-is-right", options.command, {Command::Sweep}, "retention sweep"),
        goesOnlyWith(parser, "later", options.command, {Command::PlaceHold}, "holds place"),
        goesOnlyWith(parser, "dry-run", options.command, {Command::Sweep}, "retention sweep"),
        goesOnlyWith(parser, "yes", options.command,
                     {Command::Sweep, Command::ApproveSweep, Command::Delete, Command::DeleteWebhook,
                      Command::RetireKey, Command::Discard, Command::AddPolicy, Command::ChangePolicy,
                      Command::DeletePolicy},
                     "retention sweep, approve, add, change and delete, delete, discard, webhooks delete and keys "
                     "retire"),
    };
    for (const Done &check : checks)
        if (!check)
            return check;
    options.reason = parser.value(QStringLiteral("reason"));
    options.clockIsRight = parser.isSet(QStringLiteral("clock-is-right"));
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    options.saysYes = parser.isSet(QStringLiteral("yes"));
    if (const QString matter = parser.value(QStringLiteral("matter")); !matter.isEmpty()) {
        options.matter = matter.toLongLong();
        if (options.matter <= 0)
            return fail(FailureKind::Malformed, QStringLiteral("--matter takes the number of a matter."));
    }
    if (matters.contains(options.command))
        return readMatter(parser, options);
    if (options.command == Command::AddPolicy || options.command == Command::ChangePolicy)
        return readPolicy(parser, options);
    if (options.command == Command::PlaceHold)
        return readHold(options, parser.isSet(QStringLiteral("later")));
    const bool deletes =
        options.command == Command::ApproveSweep || (options.command == Command::Sweep && !options.dryRun);
    if (deletes && !options.saysYes)
        return fail(FailureKind::Malformed,
                    QStringLiteral("This deletes recordings for good: say --yes if that is meant, or look first with "
                                   "retention sweep --dry-run."));
    return {};
}

} // namespace Holdfast
