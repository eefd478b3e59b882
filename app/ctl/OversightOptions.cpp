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

} // namespace

void describeOversight(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("reason"), QStringLiteral("With holds place and release, matters add: why."),
          QStringLiteral("TEXT")},
         {QStringLiteral("later"), QStringLiteral("With holds place: also what is stored later.")},
         {QStringLiteral("dry-run"), QStringLiteral("With retention sweep: count, and delete nothing.")},
         {QStringLiteral("yes"), QStringLiteral("With what deletes for good: retention sweep and approve, delete, "
                                                "discard, webhooks delete, keys retire.")}});
}

Done readOversight(const QCommandLineParser &parser, CtlOptions &options)
{
    const Done checks[] = {
        goesOnlyWith(parser, "matter", options.command, {Command::Holds, Command::PlaceHold, Command::Evidence},
                     "evidence, holds and holds place"),
        goesOnlyWith(parser, "reason", options.command, {Command::PlaceHold, Command::ReleaseHolds, Command::AddMatter},
                     "holds place, holds release and matters add"),
        goesOnlyWith(parser, "later", options.command, {Command::PlaceHold}, "holds place"),
        goesOnlyWith(parser, "dry-run", options.command, {Command::Sweep}, "retention sweep"),
        goesOnlyWith(parser, "yes", options.command,
                     {Command::Sweep, Command::ApproveSweep, Command::Delete, Command::DeleteWebhook,
                      Command::RetireKey, Command::Discard},
                     "retention sweep, retention approve, delete, discard, webhooks delete and keys retire"),
    };
    for (const Done &check : checks)
        if (!check)
            return check;
    options.reason = parser.value(QStringLiteral("reason"));
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    options.saysYes = parser.isSet(QStringLiteral("yes"));
    if (const QString matter = parser.value(QStringLiteral("matter")); !matter.isEmpty()) {
        options.matter = matter.toLongLong();
        if (options.matter <= 0)
            return fail(FailureKind::Malformed, QStringLiteral("--matter takes the number of a matter."));
    }
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
