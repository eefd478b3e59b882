// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/OversightOptions.h"

#include "ctl/OptionValues.h"

#include <QCommandLineParser>

namespace Holdfast {

using Command = CtlOptions::Command;

void describeOversight(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("reason"), QStringLiteral("With holds place and release, matters add: why."),
          QStringLiteral("TEXT")},
         {QStringLiteral("later"), QStringLiteral("With holds place: also what is stored later.")},
         {QStringLiteral("dry-run"), QStringLiteral("With retention sweep: count, and delete nothing.")},
         {QStringLiteral("yes"),
          QStringLiteral(
              "With what deletes for good: retention sweep and approve, delete, webhooks delete, keys retire.")}});
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
        goesOnlyWith(
            parser, "yes", options.command,
            {Command::Sweep, Command::ApproveSweep, Command::Delete, Command::DeleteWebhook, Command::RetireKey},
            "retention sweep, retention approve, delete, webhooks delete and keys retire"),
    };
    for (const Done &check : checks)
        if (!check)
            return check;
    options.reason = parser.value(QStringLiteral("reason"));
    options.later = parser.isSet(QStringLiteral("later"));
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    options.saysYes = parser.isSet(QStringLiteral("yes"));
    if (const QString matter = parser.value(QStringLiteral("matter")); !matter.isEmpty()) {
        options.matter = matter.toLongLong();
        if (options.matter <= 0)
            return fail(FailureKind::Malformed, QStringLiteral("--matter takes the number of a matter."));
    }
    const bool deletes =
        options.command == Command::ApproveSweep || (options.command == Command::Sweep && !options.dryRun);
    if (deletes && !options.saysYes)
        return fail(FailureKind::Malformed,
                    QStringLiteral("This deletes recordings for good: say --yes if that is meant, or look first with "
                                   "retention sweep --dry-run."));
    return {};
}

} // namespace Holdfast
