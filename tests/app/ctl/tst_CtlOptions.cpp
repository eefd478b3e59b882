// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/CtlOptions.h"

#include <QTest>

using namespace Holdfast;
using Command = CtlOptions::Command;

class tst_CtlOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qunsetenv("HOLDFAST_PASSWORD_FILE"); }

    void readsAWholeCommandLine()
    {
        const auto options =
            read(QStringLiteral("--server http://here:3000 --user alice --password-file pw --profile p "
                                "--json --patience 5 upload 7 a.wav b.wav"));
        QVERIFY(options);
        QCOMPARE(options->command, Command::Upload);
        QCOMPARE(options->server, QUrl(QStringLiteral("http://here:3000")));
        QCOMPARE(options->username, QStringLiteral("alice"));
        QCOMPARE(options->passwordFile, QStringLiteral("pw"));
        QCOMPARE(options->profile, QStringLiteral("p"));
        QCOMPARE(options->arguments,
                 (QStringList{QStringLiteral("7"), QStringLiteral("a.wav"), QStringLiteral("b.wav")}));
        QCOMPARE(options->patience, std::chrono::seconds(5));
        QVERIFY(options->json);
    }
    void takesThePasswordFileFromTheEnvironmentWhereNoneIsNamed()
    {
        qputenv("HOLDFAST_PASSWORD_FILE", "/run/secret");
        QCOMPARE(read(QStringLiteral("leads"))->passwordFile, QStringLiteral("/run/secret"));
        QCOMPARE(read(QStringLiteral("--password-file other leads"))->passwordFile, QStringLiteral("other"));
        qunsetenv("HOLDFAST_PASSWORD_FILE");
        QVERIFY(read(QStringLiteral("leads"))->passwordFile.isEmpty());
    }
    void wipesOnlyWhereItIsAskedTo()
    {
        QVERIFY(read(QStringLiteral("--wipe logout"))->wipe);
        QVERIFY(!read(QStringLiteral("logout"))->wipe);
        QVERIFY(!read(QStringLiteral("--wipe logout"))->giveUp);
        QVERIFY(read(QStringLiteral("--wipe --give-up logout"))->giveUp);
    }
    void tellsTheListOfLeadsFromTheirImport()
    {
        QCOMPARE(read(QStringLiteral("leads"))->command, Command::Leads);
        const auto options = read(QStringLiteral("leads import new.csv --preview"));
        QVERIFY(options);
        QCOMPARE(options->command, Command::ImportLeads);
        QCOMPARE(options->arguments, QStringList{QStringLiteral("new.csv")});
        QVERIFY(options->preview);
        QVERIFY(!read(QStringLiteral("leads import new.csv"))->preview);
    }
    void readsWhatEvidenceIsAboutAndWhereItGoes()
    {
        const auto options = read(QStringLiteral("evidence --matter 7 -o pack.zip --checkpoint kept"));
        QVERIFY(options);
        QCOMPARE(options->command, Command::Evidence);
        QVERIFY((options->subject == EvidenceSubject{EvidenceSubject::Kind::Matter, 7}));
        QCOMPARE(options->output, QStringLiteral("pack.zip"));
        QCOMPARE(options->checkpointFile, QStringLiteral("kept"));
        const auto lead = read(QStringLiteral("evidence --lead 2 --output p"));
        QVERIFY((lead && lead->subject == EvidenceSubject{EvidenceSubject::Kind::Lead, 2}));
    }
    void wantsOneSubjectAndAFileForEvidence()
    {
        for (const char *line : {"evidence", "evidence --lead 2", "evidence -o p", "evidence --lead 2 --matter 3 -o p",
                                 "evidence --lead x -o p", "evidence --lead 0 -o p", "evidence --lead 2 -o p --key k",
                                 "leads --matter 2", "leads -o p", "leads --checkpoint c", "leads --key k"})
            QVERIFY2(!read(QString::fromLatin1(line)), line);
    }
    void verifiesAPackAgainstAKeyAndACheckpoint()
    {
        const auto options = read(QStringLiteral("verify-pack p.zip --key k --checkpoint c"));
        QVERIFY(options);
        QCOMPARE(options->command, Command::VerifyPack);
        QCOMPARE(options->arguments, QStringList{QStringLiteral("p.zip")});
        QCOMPARE(options->keyFile, QStringLiteral("k"));
        QVERIFY(!read(QStringLiteral("verify-pack")));
    }
    void showsHelpAndVersionWithoutACommand()
    {
        QCOMPARE(read(QStringLiteral("--help"))->command, Command::ShowHelp);
        QCOMPARE(read(QStringLiteral("--version"))->command, Command::ShowVersion);
        const QString help = read(QStringLiteral("--help"))->help;
        for (const char *verb : {"login", "leads", "leads import", "upload", "send", "list", "get", "download", "watch",
                                 "evidence", "verify-pack", "logout"})
            QVERIFY2(help.contains(QString::fromLatin1(verb)), verb);
    }
    void tellsOfOneCommandOrOneFamilyWhereThatIsNamed()
    {
        const QString upload = read(QStringLiteral("upload --help"))->help;
        QVERIFY(upload.contains(QStringLiteral("upload LEAD FILE...")) && !upload.contains(QStringLiteral("download")));
        const QString leads = read(QStringLiteral("leads --help"))->help;
        QVERIFY(leads.contains(QStringLiteral("your leads")) && leads.contains(QStringLiteral("leads import FILE")));
        QCOMPARE(read(QStringLiteral("none --help"))->help, read(QStringLiteral("--help"))->help);
    }
    void namesTheCommandsOfTheFamilyWhereOneIsNone()
    {
        const QString sentence = read(QStringLiteral("audit")).error().message;
        QVERIFY2(sentence.startsWith(QStringLiteral("There is no command “audit”, but “audit list”, “audit export”")),
                 qPrintable(sentence));
        QVERIFY(read(QStringLiteral("auditing")).error().message.contains(QStringLiteral("--help")));
    }
    void readsWhatToHoldAndWhatToSweep()
    {
        const auto place = read(QStringLiteral("--matter 4 --reason complaint --later holds place lead 7"));
        QCOMPARE(place->command, Command::PlaceHold);
        QCOMPARE(place->matter, 4);
        QCOMPARE(place->hold.reason, QStringLiteral("complaint"));
        QVERIFY(place->hold.includesLater);
        QCOMPARE(place->hold.leadId, LeadId{7});
        QCOMPARE(place->hold.matterId, MatterId{4});
        QCOMPARE(read(QStringLiteral("holds"))->command, Command::Holds);
        QVERIFY(read(QStringLiteral("--dry-run retention sweep"))->dryRun);
        QVERIFY(!read(QStringLiteral("--yes retention sweep"))->dryRun);
    }
    void readsWhatToLookFor()
    {
        const auto options =
            read(QStringLiteral("list --words spring --agent 3 --campaign 7 --disposition sold --held yes "
                                "--shortest 60 --longest 600 --order longest --limit 5000 "
                                "--from 2026-03-01T00:00:00Z"));
        QVERIFY(options);
        QCOMPARE(options->command, Command::List);
        SearchTerms terms;
        terms.words = QStringLiteral("spring");
        terms.agentId = UserId{3};
        terms.campaignId = CampaignId{7};
        terms.disposition = QStringLiteral("sold");
        terms.complianceHold = true;
        terms.shortest = std::chrono::seconds(60);
        terms.longest = std::chrono::seconds(600);
        terms.order = SearchOrder::Longest;
        terms.storedFrom = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(options->search, terms);
        QCOMPARE(options->limit, 5000);
    }
    void aHistoryIsTheAuditLogOfOneRecording()
    {
        const auto options = read(QStringLiteral("history 7 --limit 5"));
        QVERIFY(options);
        QCOMPARE(options->auditTerms.recording, RecordingId{7});
        QCOMPARE(options->limit, 5);
    }
    void readsWhatAWebhookIsToldOf()
    {
        const auto options = read(QStringLiteral("webhooks add https://a/b --events hold.changed,storage.warning --off "
                                                 "--secret-file s"));
        QVERIFY(options);
        QCOMPARE(options->command, Command::AddWebhook);
        QCOMPARE(options->events, (QList{WebhookEvent::HoldChanged, WebhookEvent::StorageWarning}));
        QCOMPARE(options->isOn, std::optional(false));
        QCOMPARE(options->secretFile, QStringLiteral("s"));
        QVERIFY(!read(QStringLiteral("webhooks add https://a/b"))->isOn);
        QCOMPARE(read(QStringLiteral("webhooks deliveries 4 --state parked"))->deliveryState, DeliveryState::Parked);
    }
    void whatIsGoneForGoodWantsAYes()
    {
        for (const char *line : {"--yes delete 7 8", "--yes webhooks delete 4", "--yes keys retire kek-1"})
            QVERIFY2(read(QString::fromLatin1(line)), line);
    }
    void readsWhatToWatch()
    {
        const auto folder = read(QStringLiteral("--once --existing --settled 2 --json watch calls"));
        QCOMPARE(folder->command, Command::Watch);
        QVERIFY(folder->once && folder->existing && folder->json);
        QCOMPARE(folder->settled, std::chrono::seconds(2));
        QCOMPARE(folder->arguments, QStringList{QStringLiteral("calls")});
        QCOMPARE(read(QStringLiteral("--source Desk watch"))->source, QStringLiteral("Desk"));
        QVERIFY(read(QStringLiteral("watch"))->arguments.isEmpty());
    }
    void sendsAgainAndWritesOverOnlyWhereItIsAskedTo()
    {
        QVERIFY(read(QStringLiteral("upload 7 a.wav --again"))->again);
        QVERIFY(!read(QStringLiteral("upload 7 a.wav"))->again);
        QVERIFY(read(QStringLiteral("--again --match upload jane.wav"))->again);
        for (const char *line :
             {"download 1 f", "evidence --lead 2 -o p", "audit export f.csv", "audit checkpoint f"}) {
            QVERIFY2(read(QString::fromLatin1(line) + QStringLiteral(" --force"))->force, line);
            QVERIFY2(!read(QString::fromLatin1(line))->force, line);
        }
    }
    void readsOnWhichChannelTheAgentSpeaks()
    {
        QCOMPARE(read(QStringLiteral("watch calls"))->agentChannel, AgentChannel::Unknown);
        QCOMPARE(read(QStringLiteral("--agent-channel right watch calls"))->agentChannel, AgentChannel::Right);
        QCOMPARE(read(QStringLiteral("--agent-channel left upload 7 a.wav"))->agentChannel, AgentChannel::Left);
    }
    void readsWhichEntriesOfTheAuditLogAreMeant()
    {
        const auto options = read(QStringLiteral("audit list --action stream,download --outcome refused --recording 7 "
                                                 "--lead 8 --user-id 9 --from 2026-03-01 --to 2026-03-31 --limit 5"));
        QVERIFY(options);
        QCOMPARE(options->command, CtlOptions::Command::ListAudit);
        QCOMPARE(options->limit, 5);
        AuditTerms terms;
        terms.actions = {QStringLiteral("stream"), QStringLiteral("download")};
        terms.outcome = AuditOutcome::Refused;
        terms.recording = RecordingId{7};
        terms.lead = LeadId{8};
        terms.user = UserId{9};
        terms.from = QDateTime(QDate(2026, 3, 1), QTime(0, 0)).toUTC();
        terms.to = QDateTime(QDate(2026, 3, 31), QTime(23, 59, 59, 999)).toUTC();
        QCOMPARE(options->auditTerms, terms);
    }
    void readsWhoIsToBecomeWhat()
    {
        const auto options = read(QStringLiteral("users add carol --role supervisor --new-password-file f"));
        QVERIFY(options);
        QCOMPARE(options->command, CtlOptions::Command::AddUser);
        QCOMPARE(options->arguments, QStringList{QStringLiteral("carol")});
        QCOMPARE(options->role, Role::Supervisor);
        QCOMPARE(options->newPasswordFile, QStringLiteral("f"));
        QCOMPARE(read(QStringLiteral("users"))->command, CtlOptions::Command::Users);
    }
    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"",
                                 "fetch",
                                 "upload 7",
                                 "list 1 2",
                                 "list jane",
                                 "get 0",
                                 "get 1x",
                                 "get -- -1",
                                 "download first f",
                                 "upload jane a.wav",
                                 "--again watch",
                                 "--force get 1",
                                 "--patience 5 leads",
                                 "--settled 5 send",
                                 "holds preview 1 two",
                                 "holds place lead jane --reason x",
                                 "holds place person 1 --reason x",
                                 "holds place lead 1",
                                 "matters close smith",
                                 "retention preview 1 thirty",
                                 "retention due soon",
                                 "retention add Spring thirty",
                                 "retention add 30",
                                 "retention change spring 30",
                                 "matters delete smith",
                                 "webhooks test crm",
                                 "retention due -- -1",
                                 "retention refuse last",
                                 "list 7 --words spring",
                                 "list 7 --limit 5",
                                 "list --held maybe",
                                 "list --order best",
                                 "list --agent x",
                                 "--words spring leads",
                                 "history",
                                 "history x",
                                 "delete",
                                 "delete 7",
                                 "storage all",
                                 "--days leads",
                                 "webhooks list",
                                 "webhooks add",
                                 "webhooks add https://a --events recordings",
                                 "webhooks add https://a --on --off",
                                 "webhooks change 4",
                                 "webhooks delete 4",
                                 "webhooks deliveries 4 --state lost",
                                 "webhooks replay 4",
                                 "--state parked webhooks",
                                 "keys retire kek-1",
                                 "--end-sessions keys rotate",
                                 "--lost keys tokens",
                                 "password now",
                                 "download 1",
                                 "login now",
                                 "--what leads",
                                 "--password secret leads",
                                 "--patience soon leads",
                                 "--patience 0 leads",
                                 "watch a b",
                                 "--source a watch b",
                                 "--once leads",
                                 "--wipe leads",
                                 "--give-up logout",
                                 "--settled 0 watch",
                                 "--agent-channel 1 watch",
                                 "--agent-channel left leads",
                                 "leads import",
                                 "leads import a b",
                                 "leads export",
                                 "--preview leads",
                                 "audit",
                                 "audit read",
                                 "audit export",
                                 "audit export log.txt",
                                 "audit verify a b",
                                 "audit checkpoint",
                                 "audit list --outcome maybe",
                                 "audit list --recording x",
                                 "audit list --from yesterday",
                                 "audit list --limit 0",
                                 "--limit 5 users",
                                 "--outcome refused leads",
                                 "users list all",
                                 "users add",
                                 "users change carol",
                                 "users add carol --role boss",
                                 "users disable carol --role agent",
                                 "users disable carol --new-password-file f",
                                 "holds place lead",
                                 "holds 5",
                                 "--matter x holds",
                                 "--later holds",
                                 "--reason x retention due",
                                 "--clock-is-right retention due",
                                 "--preview retention policies",
                                 "--agent 1 --campaign 2 retention add Spring 30",
                                 "retention change 3",
                                 "matters change 3",
                                 "--owner ada matters add x",
                                 "--review-date soon matters add x",
                                 "--name x matters add y",
                                 "retention",
                                 "retention sweep",
                                 "retention approve 3",
                                 "--yes retention refuse 3"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, line);
        const auto options = read(line);
        QVERIFY(!options);
        QCOMPARE(options.error().kind, FailureKind::Malformed);
        QVERIFY(!options.error().message.isEmpty());
    }

private:
    static Result<CtlOptions> read(const QString &line)
    {
        return readOptions(QStringList{QStringLiteral("holdfastctl")} +
                           line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
};

QTEST_GUILESS_MAIN(tst_CtlOptions)
#include "tst_CtlOptions.moc"
