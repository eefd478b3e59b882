// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ReviewOptions.h"

#include "ctl/OptionValues.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>
#include <utility>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

const QString words = QStringLiteral("words");
const QString agent = QStringLiteral("agent");
const QString campaign = QStringLiteral("campaign");
const QString disposition = QStringLiteral("disposition");
const QString held = QStringLiteral("held");
const QString shortest = QStringLiteral("shortest");
const QString longest = QStringLiteral("longest");
const QString order = QStringLiteral("order");

constexpr std::array orders{std::pair{QLatin1String("newest"), SearchOrder::NewestCall},
                            std::pair{QLatin1String("oldest"), SearchOrder::OldestCall},
                            std::pair{QLatin1String("longest"), SearchOrder::Longest},
                            std::pair{QLatin1String("shortest"), SearchOrder::Shortest},
                            std::pair{QLatin1String("stored"), SearchOrder::LatestStored}};

Done checkBelonging(const QCommandLineParser &parser, const CtlOptions &options)
{
    const bool isSearch = options.command == Command::List && options.arguments.isEmpty();
    const bool setsPolicy = options.command == Command::AddPolicy || options.command == Command::ChangePolicy;
    for (const QString &option : {words, agent, campaign, disposition, held, shortest, longest, order})
        if (const bool isWhose = setsPolicy && (option == agent || option == campaign);
            !isSearch && !isWhose && parser.isSet(option))
            return malformed(QStringLiteral("--%1 goes with list without a lead.").arg(option));
    const bool dates = parser.isSet(QStringLiteral("from")) || parser.isSet(QStringLiteral("to"));
    if (options.command == Command::List && !isSearch && (dates || parser.isSet(QStringLiteral("limit"))))
        return malformed(QStringLiteral("--from, --to and --limit go with list without a lead."));
    if (options.command == Command::Delete && !options.saysYes)
        return malformed(QStringLiteral("This deletes recordings for good: say --yes if that is meant."));
    return {};
}

Done readNumbers(const QCommandLineParser &parser, SearchTerms &terms)
{
    const auto ofAgent = readNumber(parser, agent);
    const auto ofCampaign = readNumber(parser, campaign);
    const auto least = readNumber(parser, shortest);
    const auto most = readNumber(parser, longest);
    for (const auto &number : {ofAgent, ofCampaign, least, most})
        if (!number)
            return fail(number.error());
    if (*ofAgent)
        terms.agentId = UserId{**ofAgent};
    if (*ofCampaign)
        terms.campaignId = CampaignId{**ofCampaign};
    if (*least)
        terms.shortest = std::chrono::seconds(**least);
    if (*most)
        terms.longest = std::chrono::seconds(**most);
    return {};
}

Done readWords(const QCommandLineParser &parser, SearchTerms &terms)
{
    terms.words = parser.value(words);
    terms.disposition = parser.value(disposition);
    if (const QString typed = parser.value(held); parser.isSet(held)) {
        if (typed != QStringLiteral("yes") && typed != QStringLiteral("no"))
            return malformed(QStringLiteral("--held takes yes or no."));
        terms.complianceHold = typed == QStringLiteral("yes");
    }
    if (!parser.isSet(order))
        return {};
    const auto *const known = std::ranges::find(orders, parser.value(order), &decltype(orders)::value_type::first);
    if (known == orders.end())
        return malformed(QStringLiteral("--order takes newest, oldest, longest, shortest or stored."));
    terms.order = known->second;
    return {};
}

} // namespace

void describeReview(QCommandLineParser &parser)
{
    const auto option = [](const QString &name, const char *meaning, const char *value) {
        return QCommandLineOption(name, QString::fromUtf8(meaning), QString::fromLatin1(value));
    };
    parser.addOptions(
        {option(words, "With list: each of these in notes, annotations, the lead's name or number.", "TEXT"),
         option(agent, "With list: of that agent's. With retention add and change: for that agent's.", "ID"),
         option(campaign, "With list: of that campaign. With retention add and change: for that campaign's.", "ID"),
         option(disposition, "With list: that ended so.", "TEXT"),
         option(held, "With list: on hold, or not: yes or no.", "ANSWER"),
         option(shortest, "With list: at least so long.", "SECONDS"),
         option(longest, "With list: at most so long.", "SECONDS"),
         option(order, "With list: newest (the usual), oldest, longest, shortest, or stored: the latest stored first.",
                "ORDER")});
}

Done readReview(const QCommandLineParser &parser, CtlOptions &options)
{
    if (const Done belongs = checkBelonging(parser, options); !belongs)
        return belongs;
    if (const Done read = readNumbers(parser, options.search); !read)
        return read;
    if (const Done read = readWords(parser, options.search); !read)
        return read;
    options.search.storedFrom = options.auditTerms.from;
    options.search.storedUntil = options.auditTerms.to;
    if (options.command == Command::History) {
        bool isNumber = false;
        const RecordingId recording{options.arguments.first().toLongLong(&isNumber)};
        if (!isNumber || !recording.isValid())
            return malformed(QStringLiteral("history takes the number of a recording."));
        options.auditTerms.recording = recording;
    }
    return {};
}

} // namespace Holdfast
