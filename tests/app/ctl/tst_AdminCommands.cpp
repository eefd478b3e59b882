// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CtlProgram.h"
#include "support/ServerProcess.h"

#include <QTest>

using namespace Holdfast;
using Testing::CtlProgram;
using Testing::ServerProcess;

/// storage, webhooks, keys, search and deletion, and one's own password, as scripts use them, against the server's
/// program.
class tst_AdminCommands : public QObject
{
    Q_OBJECT
    using Outcome = CtlProgram::Outcome;
private Q_SLOTS:
    void initTestCase()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOLDFAST_WEBHOOK_HOSTS"), QStringLiteral("http://127.0.0.1"));
        m_server = std::make_unique<ServerProcess>(QStringLiteral(HOLDFAST_SERVER_PROGRAM), path("data"),
                                                   QStringList{QStringLiteral("--demo")}, environment);
    }
    void cleanupTestCase() { m_server.reset(); }

    void agentsMayNot()
    {
        for (const char *verb : {"storage", "webhooks", "keys"})
            QVERIFY2(run("alice", {verb}).exitCode == 1, verb);
        QCOMPARE(run("sam", {"webhooks"}).exitCode, 1); // admins alone
        QCOMPARE(run("sam", {"keys"}).exitCode, 1);
    }
    void tellsWhatTakesHowMuch()
    {
        const Outcome told = run("sam", {"--json", "storage"});
        QVERIFY2(told.exitCode == 0, qPrintable(told.problems));
        const QJsonObject storage = told.object();
        QVERIFY(storage.value(QLatin1String("totalFiles")).toInt() > 0);
        QVERIFY(!storage.value(QLatin1String("campaigns")).toArray().isEmpty());
        QVERIFY(storage.value(QLatin1String("policies"))
                    .toArray()
                    .first()
                    .toObject()
                    .contains(QLatin1String("dueSizeBytes")));
        QVERIFY(!storage.contains(QLatin1String("dailyUsage")));
        QVERIFY(run("sam", {"--json", "--days", "storage"}).object().contains(QLatin1String("dailyUsage")));
        const QByteArray words = run("sam", {"--days", "storage"}).output;
        for (const char *part : {"Used", "By campaign", "By policy", "Day by day"})
            QVERIFY2(words.contains(part), part);
    }
    void aWebhookIsMadeChangedToldAndDeleted()
    {
        QCOMPARE(run("ada", {"webhooks", "add", "http://elsewhere.example/"}).exitCode, 1);
        const Outcome made =
            run("ada", {"--json", "webhooks", "add", "http://127.0.0.1:9/hook", "--events", "hold.changed"});
        QVERIFY2(made.exitCode == 0, qPrintable(made.problems));
        QVERIFY(made.object().value(QLatin1String("secret")).toString().size() >= 16);
        QVERIFY(made.problems.contains(QStringLiteral("not shown again")));
        const QByteArray id = QByteArray::number(made.object().value(QLatin1String("id")).toInteger());
        const Outcome changed =
            run("ada", {"--json", "webhooks", "change", id, "--events", "hold.changed,recording.deleted"});
        QVERIFY2(changed.exitCode == 0, qPrintable(changed.problems));
        QCOMPARE(changed.object().value(QLatin1String("events")).toArray().size(), 2);
        QCOMPARE(changed.object().value(QLatin1String("url")).toString(), QStringLiteral("http://127.0.0.1:9/hook"));
        QVERIFY(run("ada", {"webhooks"}).output.contains("http://127.0.0.1:9/hook"));

        const QByteArray held = recordingWithout("hold");
        QCOMPARE(run("sam", {"--reason", "complaint", "holds", "place", "recording", held}).exitCode, 0);
        const QJsonArray deliveries = run("ada", {"--json", "webhooks", "deliveries", id}).array();
        QCOMPARE(deliveries.size(), 1);
        const QByteArray delivery =
            QByteArray::number(deliveries.first().toObject().value(QLatin1String("id")).toInteger());
        QCOMPARE(run("ada", {"webhooks", "replay", id, delivery}).exitCode, 0);
        const Outcome unknown = run("ada", {"webhooks", "replay", id, "99", delivery});
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.output.contains("is sent again")); // the other one is, all the same
        QVERIFY(run("ada", {"--json", "--state", "delivered", "webhooks", "deliveries", id}).array().isEmpty());

        QCOMPARE(run("ada", {"webhooks", "delete", id}).exitCode, 2);
        QCOMPARE(run("ada", {"--yes", "webhooks", "delete", id}).exitCode, 0);
        QVERIFY(run("ada", {"--json", "webhooks"}).array().isEmpty());
    }
    void aSecretOfOnesOwnComesFromAFileAndIsNotShown()
    {
        m_ctl.write("secret", "0123456789abcdef0123\n");
        const Outcome made = run(
            "ada", {"--json", "--secret-file", path("secret").toUtf8(), "webhooks", "add", "http://127.0.0.1:9/own"});
        QVERIFY2(made.exitCode == 0, qPrintable(made.problems));
        QVERIFY(!made.output.contains("0123456789abcdef0123"));
    }
    void theKeysAreRotatedAndTheOldOneIsRetired()
    {
        const QJsonArray before = run("ada", {"--json", "keys"}).object().value(QLatin1String("keys")).toArray();
        QCOMPARE(before.size(), 1);
        const QByteArray old = before.first().toObject().value(QLatin1String("id")).toString().toUtf8();
        QCOMPARE(run("ada", {"--yes", "keys", "retire", old}).exitCode, 1); // in use
        const Outcome rotated = run("ada", {"--json", "keys", "rotate"});
        QVERIFY2(rotated.exitCode == 0, qPrintable(rotated.problems));
        QVERIFY(!rotated.object().value(QLatin1String("rotation")).toObject().value(QLatin1String("endedAt")).isNull());
        QCOMPARE(run("ada", {"--yes", "keys", "retire", old}).exitCode, 0);
        QVERIFY(run("ada", {"keys"}).output.contains("retired"));
        QCOMPARE(run("ada", {"keys", "tokens"}).exitCode, 0);
    }
    void aSearchFindsAndTellsHowManyMoreThereAre()
    {
        const Outcome all = run("sam", {"--json", "list"});
        QVERIFY2(all.exitCode == 0, qPrintable(all.problems));
        QVERIFY(all.array().size() > 2);
        const Outcome two = run("sam", {"--json", "--limit", "2", "list"});
        QCOMPARE(two.array().size(), 2);
        QVERIFY(two.problems.contains(QStringLiteral("2 of %1").arg(all.array().size())));
        for (const QJsonValue &held : run("sam", {"--json", "--held", "yes", "list"}).array())
            QVERIFY(held.toObject().value(QLatin1String("complianceHold")).toBool());
        QVERIFY(run("sam", {"--json", "--words", "nobodyeversaidthis", "list"}).array().isEmpty());
    }
    void aHistorySaysWhoDidWhat()
    {
        const QByteArray id = recordingWithout("history");
        QCOMPARE(run("alice", {"history", id}).exitCode, 1);
        QCOMPARE(run("sam", {"download", id, path("copy").toUtf8()}).exitCode, 0);
        const Outcome history = run("sam", {"history", id});
        QVERIFY2(history.exitCode == 0, qPrintable(history.problems));
        QVERIFY(history.output.contains("sam  download"));
    }
    void manyAreDeletedAndEachHasItsAnswer()
    {
        const QByteArray id = recordingWithout("deletion");
        const QByteArray held = QByteArray::number(run("sam", {"--json", "--held", "yes", "list"})
                                                       .array()
                                                       .first()
                                                       .toObject()
                                                       .value(QLatin1String("id"))
                                                       .toInteger());
        const Outcome deleted = run("sam", {"--yes", "--json", "delete", id, held});
        QCOMPARE(deleted.exitCode, 1);
        QCOMPARE(deleted.array().at(0).toObject().value(QLatin1String("outcome")).toString(),
                 QStringLiteral("deleted"));
        QCOMPARE(deleted.array().at(1).toObject().value(QLatin1String("outcome")).toString(), QStringLiteral("kept"));
        QVERIFY(deleted.array()
                    .at(1)
                    .toObject()
                    .value(QLatin1String("message"))
                    .toString()
                    .contains(QStringLiteral("hold")));
        QCOMPARE(run("sam", {"get", id}).exitCode, 1);
    }
    void onesOwnPasswordIsChangedFromFilesOrTheStandardInput()
    {
        m_ctl.write("new", "another password\n");
        QCOMPARE(run("bob", {"--new-password-file", path("new").toUtf8(), "password"}).exitCode, 0);
        QCOMPARE(run("bob", {"leads"}).exitCode, 1); // the old one
        const Outcome back =
            run("bob", {"--password-file", path("new").toUtf8(), "--new-password-file", "-", "password"},
                "holdfast-demo\n");
        QVERIFY2(back.exitCode == 0, qPrintable(back.problems));
        QCOMPARE(run("bob", {"leads"}).exitCode, 0);
        const Outcome tooShort = run("bob", {"--new-password-file", "-", "password"}, "short\n");
        QCOMPARE(tooShort.exitCode, 1);
        QCOMPARE(run("bob", {"leads"}).exitCode, 0);
    }

private:
    QString path(const char *file) const { return m_ctl.path(file); }
    /// One that is not on hold; another for each purpose.
    QByteArray recordingWithout(const QByteArray &purpose)
    {
        if (m_free.isEmpty())
            for (const QJsonValue &one : run("sam", {"--json", "--held", "no", "list"}).array())
                m_free.append(QByteArray::number(one.toObject().value(QLatin1String("id")).toInteger()));
        if (m_free.isEmpty())
            qFatal("no recording is left for %s", purpose.constData());
        return m_free.takeLast();
    }
    Outcome run(const char *who, const QByteArrayList &arguments, const QByteArray &input = {}) const
    {
        return m_ctl.run(m_server->url(), who, arguments, input);
    }

    const CtlProgram m_ctl{QStringLiteral(HOLDFAST_CTL_PROGRAM)};
    std::unique_ptr<ServerProcess> m_server;
    QByteArrayList m_free;
};

QTEST_GUILESS_MAIN(tst_AdminCommands)
#include "tst_AdminCommands.moc"
