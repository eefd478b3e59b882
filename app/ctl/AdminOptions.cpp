// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/AdminOptions.h"

#include "ctl/OptionValues.h"

#include <QCommandLineParser>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

QString eventNames()
{
    QStringList names;
    for (const WebhookEvent event : webhookEvents())
        names.append(webhookEventName(event));
    return names.join(QStringLiteral(", "));
}

Done checkBelonging(const QCommandLineParser &parser, const CtlOptions &options)
{
    const QList<Command> makesOrChanges{Command::AddWebhook, Command::ChangeWebhook};
    constexpr const char *addAndChange = "webhooks add and webhooks change";
    const Done checks[] = {
        goesOnlyWith(parser, "days", options.command, {Command::Storage}, "storage"),
        goesOnlyWith(parser, "url", options.command, {Command::ChangeWebhook}, "webhooks change"),
        goesOnlyWith(parser, "events", options.command, makesOrChanges, addAndChange),
        goesOnlyWith(parser, "on", options.command, makesOrChanges, addAndChange),
        goesOnlyWith(parser, "off", options.command, makesOrChanges, addAndChange),
        goesOnlyWith(parser, "secret-file", options.command, makesOrChanges, addAndChange),
        goesOnlyWith(parser, "state", options.command, {Command::Deliveries}, "webhooks deliveries"),
        goesOnlyWith(parser, "lost", options.command, {Command::RotateCheckpointKey}, "keys checkpoint"),
        goesOnlyWith(parser, "end-sessions", options.command, {Command::RotateTokenKey}, "keys tokens"),
    };
    for (const Done &check : checks)
        if (!check)
            return check;
    if (options.command == Command::DeleteWebhook && !options.saysYes)
        return malformed(QStringLiteral("This deletes the webhook and what waits for it for good: say --yes if that "
                                        "is meant, or switch it off with webhooks change --off."));
    if (options.command == Command::RetireKey && !options.saysYes)
        return malformed(QStringLiteral("A key that is retired is gone, and backups that need it can't be opened "
                                        "without a copy of it: say --yes if that is meant."));
    return {};
}

Done readEvents(const QCommandLineParser &parser, QList<WebhookEvent> &events)
{
    const QStringList names = parser.value(QStringLiteral("events")).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const auto event = webhookEventFromName(name);
        if (!event)
            return malformed(QStringLiteral("--events takes some of %1.").arg(eventNames()));
        events.append(*event);
    }
    if (parser.isSet(QStringLiteral("events")) && events.isEmpty())
        return malformed(QStringLiteral("--events takes some of %1.").arg(eventNames()));
    return {};
}

} // namespace

void describeAdmin(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("days"), QStringLiteral("With storage: the last thirty days, too.")},
         {QStringLiteral("url"), QStringLiteral("With webhooks change: where to."), QStringLiteral("URL")},
         {QStringLiteral("events"),
          QStringLiteral("With webhooks add and change: of what is told, as %1.").arg(eventNames()),
          QStringLiteral("EVENTS")},
         {QStringLiteral("on"), QStringLiteral("With webhooks change: goes on, with what waits.")},
         {QStringLiteral("off"), QStringLiteral("With webhooks add and change: told nothing; what waits, waits.")},
         {QStringLiteral("secret-file"),
          QStringLiteral("With webhooks add and change: the secret that signs what is sent; its first line, “-” for "
                         "the standard input. Of a new webhook the server makes one where not given."),
          QStringLiteral("FILE")},
         {QStringLiteral("state"), QStringLiteral("With webhooks deliveries: only waiting, delivered or parked."),
          QStringLiteral("STATE")},
         {QStringLiteral("lost"), QStringLiteral("With keys checkpoint: the present key is lost, for good.")},
         {QStringLiteral("end-sessions"), QStringLiteral("With keys tokens: everybody is signed out, too.")}});
}

Done readAdmin(const QCommandLineParser &parser, CtlOptions &options)
{
    if (const Done belongs = checkBelonging(parser, options); !belongs)
        return belongs;
    if (const Done read = readEvents(parser, options.events); !read)
        return read;
    options.days = parser.isSet(QStringLiteral("days"));
    options.url = parser.value(QStringLiteral("url"));
    options.secretFile = parser.value(QStringLiteral("secret-file"));
    options.keyIsLost = parser.isSet(QStringLiteral("lost"));
    options.endSessions = parser.isSet(QStringLiteral("end-sessions"));
    const bool isOn = parser.isSet(QStringLiteral("on"));
    const bool isOff = parser.isSet(QStringLiteral("off"));
    if (isOn && isOff)
        return malformed(QStringLiteral("Give either --on or --off."));
    if (isOn || isOff)
        options.isOn = isOn;
    if (const QString state = QStringLiteral("state"); parser.isSet(state)) {
        options.deliveryState = deliveryStateFromName(parser.value(state));
        if (!options.deliveryState)
            return malformed(QStringLiteral("--state takes waiting, delivered or parked."));
    }
    const bool changesSomething =
        isOn || isOff || !options.url.isEmpty() || !options.events.isEmpty() || !options.secretFile.isEmpty();
    if (options.command == Command::ChangeWebhook && !changesSomething)
        return malformed(QStringLiteral("Give --url, --events, --secret-file, --on or --off."));
    return {};
}

} // namespace Holdfast
