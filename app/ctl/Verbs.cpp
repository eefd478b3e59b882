// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Verbs.h"

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

using Command = CtlOptions::Command;

/// Which arguments of a verb are whole numbers, from 1 on.
enum class Numbers {
    None,
    First,
    Last,
    All,
    FromNoneOn, ///< all, and 0 is one
};

struct Verb
{
    QLatin1String name;
    Command command;
    qsizetype fewest; ///< arguments
    qsizetype most;
    Numbers numbers; ///< which of them
    QLatin1String usage;
    QLatin1String meaning;
};

constexpr qsizetype many = 100'000;

constexpr std::array verbs{
    Verb{QLatin1String("login"), Command::Login, 0, 0, Numbers::None, QLatin1String("login"),
         QLatin1String("sign in and keep the sign-in in the keyring")},
    Verb{QLatin1String("leads"), Command::Leads, 0, 0, Numbers::None, QLatin1String("leads"),
         QLatin1String("your leads")},
    Verb{QLatin1String("leads import"), Command::ImportLeads, 1, 1, Numbers::None, QLatin1String("leads import FILE"),
         QLatin1String("make leads from a CSV file, all or none; with --preview say what it would do")},
    Verb{QLatin1String("upload"), Command::Upload, 2, many, Numbers::First, QLatin1String("upload LEAD FILE..."),
         QLatin1String("attach files, or the files of folders, to a lead and send them, but for what it has "
                       "already; with --match no LEAD")},
    Verb{QLatin1String("send"), Command::Send, 0, 0, Numbers::None, QLatin1String("send"),
         QLatin1String("send what an upload left waiting; with --again also what will not go by itself")},
    Verb{QLatin1String("discard"), Command::Discard, 1, many, Numbers::None, QLatin1String("discard NAME..."),
         QLatin1String("let go of what waits here, where its lead or the file has it; else with --yes")},
    Verb{QLatin1String("list"), Command::List, 0, 1, Numbers::First, QLatin1String("list [LEAD]"),
         QLatin1String("the recordings of a lead; without one all that --words and the like find")},
    Verb{QLatin1String("history"), Command::History, 1, 1, Numbers::All, QLatin1String("history RECORDING"),
         QLatin1String("who listened to a recording, saved, changed or held it, and when")},
    Verb{QLatin1String("delete"), Command::Delete, 1, 1000, Numbers::All, QLatin1String("delete RECORDING..."),
         QLatin1String("delete recordings for good, with --yes; says of each what became of it")},
    Verb{QLatin1String("get"), Command::Get, 1, 1, Numbers::First, QLatin1String("get ID"),
         QLatin1String("all about one recording")},
    Verb{QLatin1String("download"), Command::Download, 2, 2, Numbers::First, QLatin1String("download ID FILE"),
         QLatin1String("save a copy of a recording")},
    Verb{QLatin1String("watch"), Command::Watch, 0, 1, Numbers::None, QLatin1String("watch [DIR]"),
         QLatin1String("file and send each file of the watched folders, or of DIR, once it is complete")},
    Verb{QLatin1String("evidence"), Command::Evidence, 0, 0, Numbers::None,
         QLatin1String("evidence --matter ID -o FILE.zip"),
         QLatin1String("save an evidence pack about a matter, or with --lead or --recording about these")},
    Verb{QLatin1String("verify-pack"), Command::VerifyPack, 1, 1, Numbers::None, QLatin1String("verify-pack FILE.zip"),
         QLatin1String("check an evidence pack, without a server")},
    Verb{QLatin1String("logout"), Command::Logout, 0, 0, Numbers::None, QLatin1String("logout"),
         QLatin1String("end the sign-in, here and on the server; with --wipe the local data goes too")},
    Verb{QLatin1String("password"), Command::ChangePassword, 0, 0, Numbers::None, QLatin1String("password"),
         QLatin1String("change one's own password; one's other sign-ins end")},
    Verb{QLatin1String("audit list"), Command::ListAudit, 0, 0, Numbers::None, QLatin1String("audit list"),
         QLatin1String("the newest entries of the audit log, as --from and the like say")},
    Verb{QLatin1String("audit export"), Command::ExportAudit, 1, 1, Numbers::None, QLatin1String("audit export FILE"),
         QLatin1String("all of them, oldest first, as FILE.csv or FILE.jsonl")},
    Verb{QLatin1String("audit verify"), Command::VerifyAudit, 0, 1, Numbers::None, QLatin1String("audit verify [FILE]"),
         QLatin1String("whether each entry is what was written, and the log holds what the checkpoint in FILE says")},
    Verb{QLatin1String("audit checkpoint"), Command::SaveCheckpoint, 1, 1, Numbers::None,
         QLatin1String("audit checkpoint FILE"),
         QLatin1String("save the newest checkpoint of the audit log, to be kept elsewhere")},
    Verb{QLatin1String("users"), Command::Users, 0, 0, Numbers::None, QLatin1String("users"),
         QLatin1String("who may sign in")},
    Verb{QLatin1String("users add"), Command::AddUser, 1, 1, Numbers::None, QLatin1String("users add NAME"),
         QLatin1String("make a user, an agent where --role says nothing else")},
    Verb{QLatin1String("users change"), Command::ChangeUser, 1, 1, Numbers::None, QLatin1String("users change NAME"),
         QLatin1String("another --role or --full-name")},
    Verb{QLatin1String("users password"), Command::SetUserPassword, 1, 1, Numbers::None,
         QLatin1String("users password NAME"), QLatin1String("set a new password; all sign-ins with the old one end")},
    Verb{QLatin1String("users disable"), Command::DisableUser, 1, 1, Numbers::None, QLatin1String("users disable NAME"),
         QLatin1String("end all sign-ins at once, and let nobody sign in with that name")},
    Verb{QLatin1String("users enable"), Command::EnableUser, 1, 1, Numbers::None, QLatin1String("users enable NAME"),
         QLatin1String("let that user sign in again")},
    Verb{QLatin1String("holds"), Command::Holds, 0, 0, Numbers::None, QLatin1String("holds"),
         QLatin1String("what is held, for which matter, by whom and why")},
    Verb{QLatin1String("holds place"), Command::PlaceHold, 2, 2, Numbers::None,
         QLatin1String("holds place lead|recording|search WHAT"),
         QLatin1String("hold all of lead ID, recording ID, or what WORDS find; with --reason or --matter")},
    Verb{QLatin1String("holds preview"), Command::PreviewRelease, 1, 1000, Numbers::All,
         QLatin1String("holds preview HOLD..."), QLatin1String("what would go free if these were released")},
    Verb{QLatin1String("holds release"), Command::ReleaseHolds, 1, 1000, Numbers::All,
         QLatin1String("holds release HOLD..."), QLatin1String("let go, or ask for it where that takes two")},
    Verb{QLatin1String("holds requests"), Command::ReleaseRequests, 0, 0, Numbers::None,
         QLatin1String("holds requests"), QLatin1String("releases that wait for a second person")},
    Verb{QLatin1String("holds approve"), Command::ApproveRelease, 1, 1, Numbers::All,
         QLatin1String("holds approve REQUEST"), QLatin1String("approve a release that another asked for")},
    Verb{QLatin1String("holds refuse"), Command::RefuseRelease, 1, 1, Numbers::All,
         QLatin1String("holds refuse REQUEST"), QLatin1String("refuse it")},
    Verb{QLatin1String("holds withdraw"), Command::WithdrawRelease, 1, 1, Numbers::All,
         QLatin1String("holds withdraw REQUEST"), QLatin1String("take back what one asked for")},
    Verb{QLatin1String("matters"), Command::Matters, 0, 0, Numbers::None, QLatin1String("matters"),
         QLatin1String("the cases that holds are placed for")},
    Verb{QLatin1String("matters add"), Command::AddMatter, 1, 1, Numbers::None, QLatin1String("matters add NAME"),
         QLatin1String("make one, with --reference, --owner, --review-date and --reason")},
    Verb{QLatin1String("matters change"), Command::ChangeMatter, 1, 1, Numbers::All,
         QLatin1String("matters change MATTER"), QLatin1String("another --name, --reference and the like")},
    Verb{QLatin1String("matters close"), Command::CloseMatter, 1, 1, Numbers::All,
         QLatin1String("matters close MATTER"), QLatin1String("close one for which nothing is held any more")},
    Verb{QLatin1String("matters open"), Command::OpenMatter, 1, 1, Numbers::All, QLatin1String("matters open MATTER"),
         QLatin1String("open a closed one again")},
    Verb{QLatin1String("matters delete"), Command::DeleteMatter, 1, 1, Numbers::All,
         QLatin1String("matters delete MATTER"), QLatin1String("delete one for which nothing was ever held")},
    Verb{QLatin1String("retention policies"), Command::Policies, 0, 0, Numbers::None,
         QLatin1String("retention policies"), QLatin1String("how long what is kept")},
    Verb{QLatin1String("retention preview"), Command::PreviewPolicy, 2, 2, Numbers::All,
         QLatin1String("retention preview POLICY DAYS"),
         QLatin1String("what would change if that policy had so many days")},
    Verb{QLatin1String("retention add"), Command::AddPolicy, 2, 2, Numbers::Last,
         QLatin1String("retention add NAME DAYS"),
         QLatin1String("keep what is stored for a --campaign, an --agent or all so long; with --preview only say what "
                       "that would do")},
    Verb{QLatin1String("retention change"), Command::ChangePolicy, 1, 2, Numbers::All,
         QLatin1String("retention change POLICY [DAYS]"),
         QLatin1String("another number of days, --name or scope; with --preview only say what that would do")},
    Verb{QLatin1String("retention delete"), Command::DeletePolicy, 1, 1, Numbers::All,
         QLatin1String("retention delete POLICY"),
         QLatin1String("delete a policy; with --preview only say what that would do")},
    Verb{QLatin1String("retention due"), Command::DueSoon, 0, 1, Numbers::FromNoneOn,
         QLatin1String("retention due [DAYS]"), QLatin1String("what ends within so many days (30) and is not held")},
    Verb{QLatin1String("retention sweeps"), Command::Sweeps, 0, 0, Numbers::None, QLatin1String("retention sweeps"),
         QLatin1String("the latest sweeps, and what they did")},
    Verb{QLatin1String("retention sweep"), Command::Sweep, 0, 0, Numbers::None, QLatin1String("retention sweep"),
         QLatin1String("delete what has run its time, with --yes; or count it, with --dry-run")},
    Verb{QLatin1String("retention approve"), Command::ApproveSweep, 1, 1, Numbers::All,
         QLatin1String("retention approve SWEEP"), QLatin1String("say yes to a sweep that waits, with --yes")},
    Verb{QLatin1String("retention refuse"), Command::RefuseSweep, 1, 1, Numbers::All,
         QLatin1String("retention refuse SWEEP"), QLatin1String("say no to it, or stop one that runs")},
    Verb{QLatin1String("storage"), Command::Storage, 0, 0, Numbers::None, QLatin1String("storage"),
         QLatin1String("how full the server is, by campaign and by policy; with --days day by day")},
    Verb{QLatin1String("webhooks"), Command::Webhooks, 0, 0, Numbers::None, QLatin1String("webhooks"),
         QLatin1String("which programs are told of what")},
    Verb{QLatin1String("webhooks add"), Command::AddWebhook, 1, 1, Numbers::None, QLatin1String("webhooks add URL"),
         QLatin1String("tell that address of --events, or of all; shows the secret once")},
    Verb{QLatin1String("webhooks change"), Command::ChangeWebhook, 1, 1, Numbers::All,
         QLatin1String("webhooks change WEBHOOK"),
         QLatin1String("another --url, --events or --secret-file; or switch it --on or --off")},
    Verb{QLatin1String("webhooks delete"), Command::DeleteWebhook, 1, 1, Numbers::All,
         QLatin1String("webhooks delete WEBHOOK"), QLatin1String("for good, with --yes; what waits for it goes too")},
    Verb{QLatin1String("webhooks deliveries"), Command::Deliveries, 1, 1, Numbers::All,
         QLatin1String("webhooks deliveries WEBHOOK"),
         QLatin1String("what it was told and is to be told, the newest first; with --state only these")},
    Verb{QLatin1String("webhooks test"), Command::TestWebhook, 1, 1, Numbers::All,
         QLatin1String("webhooks test WEBHOOK"), QLatin1String("send it a test, and say what it answered")},
    Verb{QLatin1String("webhooks replay"), Command::ReplayDeliveries, 2, 1000, Numbers::All,
         QLatin1String("webhooks replay WEBHOOK DELIVERY..."), QLatin1String("send these again, at once")},
    Verb{QLatin1String("keys"), Command::Keys, 0, 0, Numbers::None, QLatin1String("keys"),
         QLatin1String("the server's keys, and what each is needed for")},
    Verb{QLatin1String("keys rotate"), Command::RotateKeys, 0, 0, Numbers::None, QLatin1String("keys rotate"),
         QLatin1String("wrap everything under a new key, and wait for the end of it")},
    Verb{QLatin1String("keys retire"), Command::RetireKey, 1, 1, Numbers::None, QLatin1String("keys retire KEY"),
         QLatin1String("remove an old key that nothing needs, with --yes")},
    Verb{QLatin1String("keys checkpoint"), Command::RotateCheckpointKey, 0, 0, Numbers::None,
         QLatin1String("keys checkpoint"),
         QLatin1String("sign the audit log's checkpoints with a new key; --lost where the old one can't vouch for it")},
    Verb{QLatin1String("keys tokens"), Command::RotateTokenKey, 0, 0, Numbers::None, QLatin1String("keys tokens"),
         QLatin1String("sign tokens with a new key; with --end-sessions everybody signs in anew")},
};

QString usageOf(const Verb &verb)
{
    return QStringLiteral("Usage: holdfastctl %1").arg(verb.usage);
}

/// Where more commands begin with the same word.
bool isFamily(const QString &name)
{
    return std::ranges::any_of(
        verbs, [&](const Verb &verb) { return QString(verb.name).startsWith(name + QLatin1Char(' ')); });
}

QString noCommand(const QString &name)
{
    const QString family = name.section(u' ', 0, 0) + u' ';
    QStringList members;
    for (const Verb &verb : verbs)
        if (verb.name.startsWith(family))
            members.append(QStringLiteral("“%1”").arg(verb.name));
    return members.isEmpty()
               ? QStringLiteral("There is no command “%1”; --help lists them.").arg(name)
               : QStringLiteral("There is no command “%1”, but %2.").arg(name, members.join(QStringLiteral(", ")));
}

QStringList numbersAmong(const Verb &verb, const QStringList &words)
{
    switch (verb.numbers) {
    case Numbers::None:
        return {};
    case Numbers::First:
        return words.first(std::min<qsizetype>(1, words.size()));
    case Numbers::Last:
        return words.last(std::min<qsizetype>(1, words.size()));
    case Numbers::All:
    case Numbers::FromNoneOn:
        return words;
    }
    Q_UNREACHABLE();
}

/// Nothing is asked of a server before the words are what they should be.
Done checkNumbers(const Verb &verb, const QStringList &words)
{
    const qint64 least = verb.numbers == Numbers::FromNoneOn ? 0 : 1;
    for (const QString &word : numbersAmong(verb, words)) {
        bool isNumber = false;
        const qint64 number = word.toLongLong(&isNumber);
        if (!isNumber || number < least)
            return fail(
                FailureKind::Malformed,
                QStringLiteral("“%1” is no whole number from %2 on. %3").arg(word).arg(least).arg(usageOf(verb)));
    }
    return {};
}

} // namespace

Result<Asked> askedFor(QStringList words, bool matches)
{
    if (words.isEmpty())
        return fail(FailureKind::Malformed, QStringLiteral("Give a command; --help lists them."));
    QString name = words.takeFirst();
    if (isFamily(name) && !words.isEmpty())
        name += QLatin1Char(' ') + words.takeFirst();
    const auto verb = std::ranges::find_if(verbs, [&](const Verb &known) { return known.name == name; });
    if (verb == verbs.end())
        return fail(FailureKind::Malformed, noCommand(name));
    const bool isWithoutLead = matches && verb->command == Command::Upload;
    if (words.size() < (isWithoutLead ? 1 : verb->fewest) || words.size() > verb->most)
        return fail(FailureKind::Malformed, usageOf(*verb));
    if (!isWithoutLead)
        if (const Done checked = checkNumbers(*verb, words); !checked)
            return fail(checked.error());
    return Asked{verb->command, words};
}

QString verbsText(const QStringList &words)
{
    constexpr int column = 24;
    const QString begin = words.join(u' ');
    QString text;
    for (const Verb &verb : verbs) {
        if (!begin.isEmpty() && verb.name != begin && !verb.name.startsWith(begin + u' '))
            continue;
        const QString usage = verb.usage;
        text += QStringLiteral("\n  ") + usage.leftJustified(column);
        if (usage.size() >= column)
            text += u'\n' + QString(column + 2, u' ');
        text += verb.meaning;
    }
    return text;
}

} // namespace Holdfast
