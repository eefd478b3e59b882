// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScriptedServer.h"
#include "support/ServerProcess.h"
#include "support/Tone.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::ServerProcess;
using Testing::toneWav;

/// The program as scripts use it, against the server's program, on a machine without a keyring.
class tst_Holdfastctl : public QObject
{
    Q_OBJECT
    struct Outcome
    {
        int exitCode = -1;
        QString output;
        QString problems;
        QJsonObject object() const { return QJsonDocument::fromJson(output.toUtf8()).object(); }
        QJsonArray json() const { return QJsonDocument::fromJson(output.toUtf8()).array(); }
    };
private Q_SLOTS:
    void initTestCase()
    {
        m_server =
            std::make_unique<ServerProcess>(QStringLiteral(HOLDFAST_SERVER_PROGRAM), path(QStringLiteral("data")));
        m_url = m_server->url();
        write(QStringLiteral("password"), "holdfast-demo\n");
        write(QStringLiteral("call.wav"), m_wav);
        write(QStringLiteral("leads.xlsx"), "PK\x03\x04");
    }
    void cleanupTestCase() { m_server.reset(); }

    void listsMyLeads()
    {
        const Outcome text = run({QStringLiteral("leads")});
        QCOMPARE(text.exitCode, 0);
        const Outcome leads = run({QStringLiteral("--json"), QStringLiteral("leads")});
        QCOMPARE(leads.exitCode, 0);
        QVERIFY(!leads.json().isEmpty());
        m_lead = QString::number(leads.json().first().toObject().value(QStringLiteral("id")).toInteger());
        QVERIFY(text.output.startsWith(m_lead));
        QCOMPARE(text.output.count(QLatin1Char('\n')), leads.json().size());
    }
    void bringsAFileThereAndBack()
    {
        const Outcome sent =
            run({QStringLiteral("--json"), QStringLiteral("upload"), m_lead, path(QStringLiteral("call.wav"))});
        QVERIFY2(sent.exitCode == 0, qPrintable(sent.problems));
        const QString id = QString::number(sent.json().first().toObject().value(QStringLiteral("id")).toInteger());
        const Outcome listed = run({QStringLiteral("--json"), QStringLiteral("list"), m_lead});
        QCOMPARE(listed.json().first().toObject().value(QStringLiteral("originalName")), QStringLiteral("call.wav"));
        QCOMPARE(listed.json().first().toObject().value(QStringLiteral("state")), QStringLiteral("stored"));
        QVERIFY(run({QStringLiteral("get"), id}).output.contains(QStringLiteral("call.wav")));
        QCOMPARE(run({QStringLiteral("download"), id, path(QStringLiteral("back.wav"))}).exitCode, 0);
        QFile back(path(QStringLiteral("back.wav")));
        QVERIFY(back.open(QIODevice::ReadOnly));
        QCOMPARE(back.readAll(), m_wav);
    }
    void sendsNothingAgainThatItsLeadHasUnlessItIsAskedTo()
    {
        const QStringList json{QStringLiteral("--json")};
        const QStringList upload{QStringLiteral("upload"), m_lead, path(QStringLiteral("call.wav"))};
        const auto stored = [&] { return run(json + QStringList{QStringLiteral("list"), m_lead}).json(); };
        const QJsonArray before = stored();
        const QJsonValue id = before.first().toObject().value(QStringLiteral("id"));
        const QStringList elsewhere{QStringLiteral("--profile"), path(QStringLiteral("another computer"))};
        for (const QStringList &profile : {QStringList(), elsewhere}) {
            const Outcome again = run(profile + json + upload);
            QVERIFY2(again.exitCode == 0, qPrintable(again.problems));
            const QJsonObject file = again.json().first().toObject();
            QCOMPARE(file.value(QStringLiteral("state")), QStringLiteral("there already"));
            QCOMPARE(file.value(QStringLiteral("id")), id);
        }
        QCOMPARE(run(upload).output,
                 QStringLiteral("there  call.wav  recording %1: Already attached to this lead.\n").arg(id.toInteger()));
        QCOMPARE(stored().size(), before.size());
        const Outcome meant = run(json + upload + QStringList{QStringLiteral("--again")});
        QVERIFY2(meant.exitCode == 0, qPrintable(meant.problems));
        QCOMPARE(meant.json().first().toObject().value(QStringLiteral("state")), QStringLiteral("stored"));
        QVERIFY(meant.json().first().toObject().value(QStringLiteral("id")) != id);
        QCOMPARE(stored().size(), before.size() + 1);
    }
    void attachesNothingToALeadThatIsNotThere()
    {
        const Outcome none = run({QStringLiteral("upload"), QStringLiteral("99999"), path(QStringLiteral("call.wav"))});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.output.startsWith(QStringLiteral("not stored  call.wav  Lead not found")),
                 qPrintable(none.output));
        QVERIFY(!run({QStringLiteral("send")}).problems.contains(QStringLiteral("will not be sent")));
    }
    void writesOverNothingUnlessItIsAskedTo()
    {
        const QString id = QString::number(run({QStringLiteral("--json"), QStringLiteral("list"), m_lead})
                                               .json()
                                               .first()
                                               .toObject()
                                               .value(QStringLiteral("id"))
                                               .toInteger());
        const auto download = [&](const QString &file) { return run({QStringLiteral("download"), id, file}); };
        const QString mine = path(QStringLiteral("mine.wav"));
        write(QStringLiteral("mine.wav"), "mine");
        const Outcome refused = download(mine);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.problems.contains(mine + QStringLiteral(" is there already and was left as it is.")),
                 qPrintable(refused.problems));
        QCOMPARE(read(mine), QByteArray("mine"));
        QCOMPARE(run({QStringLiteral("--force"), QStringLiteral("download"), id, mine}).exitCode, 0);
        QCOMPARE(read(mine), m_wav);

        const QString pipe = path(QStringLiteral("target.pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const Outcome forced = run({QStringLiteral("--force"), QStringLiteral("download"), id, pipe});
        QCOMPARE(forced.exitCode, 1);
        QVERIFY2(forced.problems.contains(QStringLiteral("a device or a pipe. Nothing was written.")),
                 qPrintable(forced.problems));
        QVERIFY(!QFileInfo(pipe).isFile() && QFileInfo::exists(pipe));
        const QString nowhere = path(QStringLiteral("none/back.wav"));
        QVERIFY(download(nowhere).problems.contains(QStringLiteral("There is no folder ")));
        const Outcome checkpoint = run({QStringLiteral("--user"), QStringLiteral("sam"), QStringLiteral("audit"),
                                        QStringLiteral("checkpoint"), mine});
        QCOMPARE(checkpoint.exitCode, 1);
        QCOMPARE(read(mine), m_wav);
    }
    void watchesNoFileAndEndsAtOnceWhereThereIsNothingToWatchOnce()
    {
        const Outcome file = run({QStringLiteral("watch"), path(QStringLiteral("call.wav"))});
        QCOMPARE(file.exitCode, 1);
        QVERIFY2(file.problems.contains(QStringLiteral("call.wav is a file, not a folder.")),
                 qPrintable(file.problems));
        const Outcome once = run({QStringLiteral("--once"), QStringLiteral("watch"), path(QStringLiteral("none"))});
        QCOMPARE(once.exitCode, 1);
        QVERIFY2(once.problems.contains(QStringLiteral("does not exist")), qPrintable(once.problems));
    }
    void asksNobodyWhereAWordIsNoNumber()
    {
        const Outcome outcome =
            runAlone({QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:9"), QStringLiteral("--user"),
                      QStringLiteral("alice"), QStringLiteral("get"), QStringLiteral("abc")});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(
            outcome.problems.contains(QStringLiteral("“abc” is no whole number from 1 on. Usage: holdfastctl get ID")),
            qPrintable(outcome.problems));
    }
    void savesEvidenceAndChecksItWithoutAServer()
    {
        const QString pack = path(QStringLiteral("pack.zip"));
        const QStringList sam{QStringLiteral("--user"), QStringLiteral("sam"), QStringLiteral("--json")};
        const Outcome saved = run(sam + QStringList{QStringLiteral("evidence"), QStringLiteral("--lead"), m_lead,
                                                    QStringLiteral("-o"), pack});
        QVERIFY2(saved.exitCode == 0, qPrintable(saved.problems));
        QVERIFY(saved.object()[QStringLiteral("whole")].toBool());
        const Outcome right = runAlone({QStringLiteral("verify-pack"), pack});
        QCOMPARE(right.exitCode, 0);
        QVERIFY(right.output.contains(saved.object()[QStringLiteral("signedBy")].toString()));
        QVERIFY(right.output.contains(QStringLiteral("Not proven: whose key that is")));

        QFile file(pack);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        file.seek(bytes.indexOf("original.wav") + 2000);
        file.write("changed");
        file.close();
        const Outcome changed = runAlone({QStringLiteral("--json"), QStringLiteral("verify-pack"), pack});
        QCOMPARE(changed.exitCode, 1);
        QVERIFY(!changed.object()[QStringLiteral("intact")].toBool());
        QVERIFY(changed.object()[QStringLiteral("findings")].toArray()[0][QStringLiteral("member")].toString().endsWith(
            QStringLiteral("original.wav")));

        write(QStringLiteral("cut.zip"), bytes.first(bytes.size() - 1));
        const Outcome cut = runAlone({QStringLiteral("verify-pack"), path(QStringLiteral("cut.zip"))});
        QCOMPARE(cut.exitCode, 1);
        QVERIFY(cut.problems.contains(QStringLiteral("whole ZIP")));
    }
    void comparesEvidenceWithAKey()
    {
        const QString pack = path(QStringLiteral("keyed.zip"));
        const QStringList ask{QStringLiteral("evidence"), QStringLiteral("--lead"), m_lead, QStringLiteral("-o"), pack};
        const QStringList sam{QStringLiteral("--user"), QStringLiteral("sam"), QStringLiteral("--json")};
        const Outcome saved = run(sam + ask);
        write(QStringLiteral("key"), saved.object()[QStringLiteral("signedBy")].toString().toUtf8() + '\n');
        write(QStringLiteral("other-key"), "holdfast-audit/0123456789abcdef+00000000+AAAA\n");
        const auto with = [&](const char *key) {
            return runAlone(
                {QStringLiteral("verify-pack"), pack, QStringLiteral("--key"), path(QString::fromLatin1(key))});
        };
        QCOMPARE(with("key").exitCode, 0);
        QVERIFY(with("key").output.contains(QStringLiteral("Its key is the one that was given.")));
        QCOMPARE(with("other-key").exitCode, 1);
        QCOMPARE(with("not-there").exitCode, 1);
    }
    void leavesNothingWhereNoEvidenceCame()
    {
        const QStringList ask{QStringLiteral("evidence"), QStringLiteral("--lead"), m_lead, QStringLiteral("-o"),
                              path(QStringLiteral("none.zip"))};
        const Outcome refused = run(ask); // alice may not
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.problems.contains(QStringLiteral("permission")));
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("none*")}).isEmpty());
    }
    void saysWhatBecameOfEachFileAndFailsWhereOneFailed()
    {
        write(QStringLiteral("text.mp3"), "no sound");
        write(QStringLiteral("other.wav"), toneWav(1, 300, 400));
        const Outcome sent = run(
            {QStringLiteral("upload"), m_lead, path(QStringLiteral("text.mp3")), path(QStringLiteral("other.wav"))});
        QCOMPARE(sent.exitCode, 1);
        const QStringList lines = sent.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith(QStringLiteral("not stored  text.mp3")));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("stored      other.wav  recording ")));
    }
    void sendsAFolderAgainWithoutStoringItTwice()
    {
        const QString phone = QStringLiteral("+447700900138"); // of one of alice's leads
        QVERIFY(QDir(path(QString())).mkpath(QStringLiteral("folder")));
        for (const char *name : {"2026-01-15_1000_", "2026-01-15_1001_"}) // the same call, saved twice
            write(QStringLiteral("folder/") + QLatin1String(name) + phone + QStringLiteral(".wav"),
                  toneWav(1, 700, 900));
        const QStringList folder{QStringLiteral("upload"), QStringLiteral("--match"), path(QStringLiteral("folder"))};
        const Outcome first = run(folder);
        QVERIFY2(first.exitCode == 0, qPrintable(first.output + first.problems));
        QCOMPARE(first.output.count(QStringLiteral("stored  ")), 1);
        QCOMPARE(first.output.count(QStringLiteral("there")), 1);
        const Outcome again = run(folder);
        QVERIFY2(again.exitCode == 0, qPrintable(again.output + again.problems));
        QCOMPARE(again.output.count(QStringLiteral("there  ")), 2);
    }
    void importsLeadsAfterAPreview()
    {
        write(QStringLiteral("leads.csv"), "Name;Telefon;Agenten\r\nZo\xeb \xd6z;030 55;alice\r\nIda;030 56;\r\n");
        const QStringList admin{QStringLiteral("--user"), QStringLiteral("ada"),    QStringLiteral("--json"),
                                QStringLiteral("leads"),  QStringLiteral("import"), path(QStringLiteral("leads.csv"))};
        const auto created = [&](const QStringList &arguments) {
            const Outcome outcome = run(arguments);
            return outcome.exitCode != 0
                       ? -1
                       : QJsonDocument::fromJson(outcome.output.toUtf8()).object()[QStringLiteral("created")].toInt();
        };
        QCOMPARE(created(admin + QStringList{QStringLiteral("--preview")}), 2);
        QCOMPARE(created(admin), 2);
        QCOMPARE(created(admin), 0);
        QVERIFY(run({QStringLiteral("leads")}).output.contains(QStringLiteral("Zoë Öz")));
        QCOMPARE(run(admin.mid(2)).exitCode, 1); // alice may not
    }
    void namesTheLinesOfAFileOfLeadsThatAreWrong()
    {
        write(QStringLiteral("wrong.csv"), "name,agents\nA,\nB,carol\n");
        const Outcome outcome = run({QStringLiteral("--user"), QStringLiteral("ada"), QStringLiteral("leads"),
                                     QStringLiteral("import"), path(QStringLiteral("wrong.csv"))});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.output.contains(QStringLiteral("line 3: There is no user carol.")),
                 qPrintable(outcome.output));
        QVERIFY(outcome.problems.contains(QStringLiteral("Nothing was imported")));
    }
    void saysInWhichEncodingAFileOfLeadsWasRead()
    {
        const QStringList preview{QStringLiteral("--user"), QStringLiteral("ada"), QStringLiteral("--preview"),
                                  QStringLiteral("leads"), QStringLiteral("import")};
        write(QStringLiteral("western.csv"), "name\nZo\xeb\n");
        const Outcome western = run(preview + QStringList{path(QStringLiteral("western.csv"))});
        QVERIFY2(western.output.contains(QStringLiteral("read as Windows-1252, since it is not in UTF-8")),
                 qPrintable(western.output));
        write(QStringLiteral("plain.csv"), "name\nZo\xc3\xab\n");
        QVERIFY(run(preview + QStringList{path(QStringLiteral("plain.csv"))})
                    .output.contains(QStringLiteral("read as UTF-8\n")));
    }
    void anImportThatIsInterruptedSaysWhatBecameOfIt()
    {
        write(QStringLiteral("leads.csv"), "name\nZo\xc3\xab\n");
        bool isAsked = false;
        const ScriptedServer server([&](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer;
            answer.body = R"({"token":"t","expiresAt":"2100-01-01T00:00:00Z",)"
                          R"("user":{"id":3,"username":"ada","role":"admin","fullName":"Ada"}})";
            answer.silent = request.path.startsWith("/api/leads/import");
            isAsked = isAsked || answer.silent;
            return answer;
        });
        QProcess ctl;
        start(ctl,
              {QStringLiteral("--server"), server.url().toString(), QStringLiteral("--user"), QStringLiteral("ada"),
               QStringLiteral("leads"), QStringLiteral("import"), path(QStringLiteral("leads.csv"))});
        QTRY_VERIFY_WITH_TIMEOUT(isAsked, 30'000);
        ctl.terminate();
        QTRY_COMPARE_WITH_TIMEOUT(ctl.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(ctl.exitStatus(), QProcess::NormalExit);
        QCOMPARE(ctl.exitCode(), 1);
        QVERIFY(ctl.readAllStandardError().contains("Stopped. Nothing was imported."));
    }
    void managesUsers()
    {
        write(QStringLiteral("new-password"), "a good password\n");
        const QStringList ada{QStringLiteral("--user"), QStringLiteral("ada"), QStringLiteral("users")};
        const QStringList password{QStringLiteral("--new-password-file"), path(QStringLiteral("new-password"))};
        QVERIFY(run(ada).output.contains(QStringLiteral("alice")));
        const Outcome made =
            run(ada +
                QStringList{QStringLiteral("add"), QStringLiteral("carol"), QStringLiteral("--role"),
                            QStringLiteral("supervisor"), QStringLiteral("--full-name"), QStringLiteral("Carol C")} +
                password);
        QVERIFY2(made.exitCode == 0, qPrintable(made.problems));
        const QStringList carol{QStringLiteral("--user"), QStringLiteral("carol"), QStringLiteral("--password-file"),
                                path(QStringLiteral("new-password")), QStringLiteral("leads")};
        QCOMPARE(run(carol).exitCode, 0);
        QCOMPARE(run(ada + QStringList{QStringLiteral("disable"), QStringLiteral("CAROL")}).exitCode, 0);
        QCOMPARE(run(carol).exitCode, 1);
        QCOMPARE(run(ada + QStringList{QStringLiteral("enable"), QStringLiteral("carol")}).exitCode, 0);
        QCOMPARE(run(carol).exitCode, 0);
        const Outcome changed =
            run(ada + QStringList{QStringLiteral("change"), QStringLiteral("carol"), QStringLiteral("--role"),
                                  QStringLiteral("agent"), QStringLiteral("--json")});
        const QJsonObject account = QJsonDocument::fromJson(changed.output.toUtf8()).object();
        QCOMPARE(account.value(QStringLiteral("role")), QStringLiteral("agent"));
        QCOMPARE(account.value(QStringLiteral("fullName")), QStringLiteral("Carol C"));
        const Outcome last = run(ada + QStringList{QStringLiteral("disable"), QStringLiteral("ada")});
        QCOMPARE(last.exitCode, 1);
        QVERIFY2(last.problems.contains(QStringLiteral("last admin")), qPrintable(last.problems));
        QCOMPARE(run({QStringLiteral("users")}).exitCode, 1); // alice may not
    }
    void readsExportsAndVerifiesTheAuditLog()
    {
        const QStringList sam{QStringLiteral("--user"), QStringLiteral("sam"), QStringLiteral("audit")};
        QCOMPARE(run({QStringLiteral("users")}).exitCode, 1); // refused to alice
        const Outcome refused =
            run(sam + QStringList{QStringLiteral("list"), QStringLiteral("--outcome"), QStringLiteral("refused"),
                                  QStringLiteral("--limit"), QStringLiteral("1")});
        QVERIFY2(refused.output.contains(QStringLiteral("alice  users  refused")), qPrintable(refused.output));
        QCOMPARE(refused.output.count(QLatin1Char('\n')), 1);
        const QString file = path(QStringLiteral("log.jsonl"));
        const Outcome exported = run(sam + QStringList{QStringLiteral("export"), file});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.problems));
        QFile log(file);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("{\"id\":1,"));
        const QString checkpoint = path(QStringLiteral("checkpoint.txt"));
        QCOMPARE(run(sam + QStringList{QStringLiteral("checkpoint"), checkpoint}).exitCode, 0);
        const Outcome intact = run(sam + QStringList{QStringLiteral("verify"), checkpoint});
        QVERIFY2(intact.exitCode == 0, qPrintable(intact.problems));
        QVERIFY2(intact.output.startsWith(QStringLiteral("The chain is intact: ")), qPrintable(intact.output));
        QCOMPARE(run({QStringLiteral("audit"), QStringLiteral("list")}).exitCode, 1); // alice may not
    }
    void refusesAPipeWhereAFileIsWanted()
    {
        const QString pipe = path(QStringLiteral("pipe.wav"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const Outcome sent = run({QStringLiteral("upload"), m_lead, pipe});
        QCOMPARE(sent.exitCode, 1);
        QVERIFY2(sent.output.contains(QStringLiteral("This is not a file")), qPrintable(sent.output));
        const Outcome imported = run({QStringLiteral("leads"), QStringLiteral("import"), pipe});
        QCOMPARE(imported.exitCode, 1);
        QVERIFY2(imported.problems.contains(QStringLiteral("a pipe or a device")), qPrintable(imported.problems));
        QVERIFY2(imported.problems.contains(QStringLiteral("Nothing was imported.")), qPrintable(imported.problems));
    }
    void failsWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QString &line, const QString &sentence) {
            QTest::newRow(name) << line.split(QLatin1Char(' ')) << sentence;
        };
        row("no such recording", QStringLiteral("get 99999"), QStringLiteral("Recording not found"));
        row("no such recording to save", QStringLiteral("download 99999 /tmp/none"),
            QStringLiteral("Recording not found"));
        row("a workbook of leads", QStringLiteral("leads import %1").arg(path(QStringLiteral("leads.xlsx"))),
            QStringLiteral("workbook"));
        row("no file of leads", QStringLiteral("leads import /none.csv"), QStringLiteral("none.csv can't be read"));
        row("no keyring", QStringLiteral("login"), QStringLiteral("keyring"));
        row("wrong password", QStringLiteral("--user nobody leads"), QStringLiteral("password is not right"));
        row("no server there", QStringLiteral("--server http://127.0.0.1:9 leads"), QStringLiteral("can't be reached"));
        row("no password file", QStringLiteral("--password-file /none leads"), QStringLiteral("/none can't be read"));
    }
    void failsWithASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.problems.contains(sentence), qPrintable(outcome.problems));
        QVERIFY(outcome.output.isEmpty());
    }
    void leavesNoSecretInItsProfile()
    {
        QCOMPARE(run({QStringLiteral("leads")}).exitCode, 0);
        QProcess grep;
        grep.start(QStringLiteral("grep"),
                   {QStringLiteral("-rlaE"), QStringLiteral("holdfast-demo|eyJ"), path(QStringLiteral("profile"))});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
        QCOMPARE(grep.exitCode(), 1);
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Later options win over these.
    void start(QProcess &ctl, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        ctl.setProcessEnvironment(environment);
        const QStringList common{QStringLiteral("--server"),        m_url.toString(),
                                 QStringLiteral("--user"),          QStringLiteral("alice"),
                                 QStringLiteral("--password-file"), path(QStringLiteral("password")),
                                 QStringLiteral("--profile"),       path(QStringLiteral("profile"))};
        ctl.start(QStringLiteral(HOLDFAST_CTL_PROGRAM), common + arguments);
    }
    Outcome run(const QStringList &arguments) const
    {
        QProcess ctl;
        start(ctl, arguments);
        return outcomeOf(ctl);
    }
    /// Without a server and who signs in there.
    static Outcome runAlone(const QStringList &arguments)
    {
        QProcess ctl;
        ctl.start(QStringLiteral(HOLDFAST_CTL_PROGRAM), arguments);
        return outcomeOf(ctl);
    }
    static Outcome outcomeOf(QProcess &ctl)
    {
        if (!ctl.waitForFinished(60'000))
            return {};
        return {ctl.exitCode(), QString::fromUtf8(ctl.readAllStandardOutput()),
                QString::fromUtf8(ctl.readAllStandardError())};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QUrl m_url;
    QString m_lead;
    const QByteArray m_wav = toneWav(2, 440, 1000);
};

QTEST_GUILESS_MAIN(tst_Holdfastctl)
#include "tst_Holdfastctl.moc"
