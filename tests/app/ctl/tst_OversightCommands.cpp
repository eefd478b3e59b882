// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CtlProgram.h"
#include "support/ServerProcess.h"

#include <QTest>

using namespace Holdfast;
using Testing::CtlProgram;
using Testing::ServerProcess;

/// holds, matters and retention as scripts use them, against the server's program, where a release takes two.
class tst_OversightCommands : public QObject
{
    Q_OBJECT
    using Outcome = CtlProgram::Outcome;
private Q_SLOTS:
    void initTestCase()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOLD_RELEASE_NEEDS_TWO"), QStringLiteral("on"));
        m_server = std::make_unique<ServerProcess>(QStringLiteral(HOLDFAST_SERVER_PROGRAM), path("data"),
                                                   QStringList{QStringLiteral("--demo")}, environment);
        m_lead = QString::number(
            run("sam", {"--json", "leads"}).array().first().toObject().value(QLatin1String("id")).toInteger());
    }
    void cleanupTestCase() { m_server.reset(); }

    void agentsMayNot()
    {
        const Outcome holds = run("alice", {"holds"});
        QCOMPARE(holds.exitCode, 1);
        QVERIFY(holds.problems.contains(QStringLiteral("permission")));
    }
    void aMatterIsMadeAndClosedAndOpened()
    {
        const Outcome made = run("sam", {"--json", "--reason", "court order", "matters", "add", "Smith v. Jones"});
        QVERIFY2(made.exitCode == 0, qPrintable(made.problems));
        m_matter = QString::number(made.object().value(QLatin1String("id")).toInteger());
        QCOMPARE(run("sam", {"matters", "close", m_matter.toLatin1()}).exitCode, 0);
        QVERIFY(!run("sam", {"--json", "matters"}).array().last().toObject().value(QLatin1String("closedAt")).isNull());
        QCOMPARE(run("sam", {"matters", "open", m_matter.toLatin1()}).exitCode, 0);
        QCOMPARE(run("sam", {"matters", "close", "99"}).exitCode, 1);
    }
    void aMatterIsChangedInWhatIsSaidAndNothingElse()
    {
        const QByteArray matter = m_matter.toLatin1();
        const Outcome changed = run("sam", {"--json", "--reference", "14 C 26", "--owner", "1", "--review-date",
                                            "2030-01-31", "matters", "change", matter});
        QVERIFY2(changed.exitCode == 0, qPrintable(changed.problems));
        QCOMPARE(changed.object().value(QLatin1String("reference")).toString(), QStringLiteral("14 C 26"));
        QCOMPARE(changed.object().value(QLatin1String("reason")).toString(), QStringLiteral("court order"));
        QCOMPARE(changed.object().value(QLatin1String("ownerId")).toInt(), 1);
        QCOMPARE(changed.object().value(QLatin1String("reviewDate")).toString(), QStringLiteral("2030-01-31"));
        const Outcome without = run("sam", {"--json", "--owner", "none", "--review-date", "none", "--name",
                                            "Smith v. Jones II", "matters", "change", matter});
        QVERIFY(without.object().value(QLatin1String("ownerId")).isNull());
        QVERIFY(without.object().value(QLatin1String("reviewDate")).isNull());
        QCOMPARE(without.object().value(QLatin1String("reference")).toString(), QStringLiteral("14 C 26"));
        QCOMPARE(run("sam", {"--name", "Smith v. Jones", "matters", "change", matter}).exitCode, 0);
        QCOMPARE(run("sam", {"matters", "change", matter}).exitCode, 2);
    }
    void aMatterForWhichNothingWasHeldIsDeleted()
    {
        const QByteArray id = QByteArray::number(
            run("sam", {"--json", "matters", "add", "By mistake"}).object().value(QLatin1String("id")).toInteger());
        QCOMPARE(run("sam", {"matters", "delete", id}).exitCode, 0);
        QCOMPARE(run("sam", {"matters", "delete", id}).exitCode, 1);
        QCOMPARE(run("sam", {"matters", "delete", "1"}).exitCode, 1); // that of holds without one
    }
    void aHoldWantsAReasonAndIsListed()
    {
        const QByteArray lead = m_lead.toLatin1();
        QCOMPARE(run("sam", {"holds", "place", "lead", lead}).exitCode, 2);
        const Outcome placed =
            run("sam", {"--json", "--matter", m_matter.toLatin1(), "--later", "holds", "place", "lead", lead});
        QVERIFY2(placed.exitCode == 0, qPrintable(placed.problems));
        QVERIFY(placed.object().value(QLatin1String("includesLater")).toBool());
        m_hold = QByteArray::number(placed.object().value(QLatin1String("id")).toInteger());
        const Outcome listed = run("sam", {"--json", "--matter", m_matter.toLatin1(), "holds"});
        QCOMPARE(listed.array().size(), 1);
        QVERIFY(run("sam", {"holds"}).output.contains("Smith v. Jones"));
    }
    void aReleaseIsPreviewedAskedForAndApprovedByAnother()
    {
        const Outcome preview = run("sam", {"--json", "holds", "preview", m_hold});
        QCOMPARE(preview.exitCode, 0);
        QCOMPARE(preview.object().value(QLatin1String("takenByNextSweep")).toInt(-1), 0);
        const Outcome asked = run("sam", {"--reason", "settled", "holds", "release", m_hold});
        QCOMPARE(asked.exitCode, 1); // it is not released yet
        QVERIFY(asked.problems.contains(QStringLiteral("second person")));
        const QJsonObject request = run("ada", {"--json", "holds", "requests"}).array().first().toObject();
        QCOMPARE(request.value(QLatin1String("reason")).toString(), QStringLiteral("settled"));
        const QByteArray id = QByteArray::number(request.value(QLatin1String("id")).toInteger());
        QCOMPARE(run("sam", {"holds", "approve", id}).exitCode, 1); // the asker is no second person
        QCOMPARE(run("ada", {"holds", "approve", id}).exitCode, 0);
        QVERIFY(run("sam", {"--json", "--matter", m_matter.toLatin1(), "holds"}).array().isEmpty());
    }
    void aDryRunCountsAndASweepWantsAYes()
    {
        const Outcome counted = run("sam", {"--json", "--dry-run", "retention", "sweep"});
        QVERIFY2(counted.exitCode == 0, qPrintable(counted.problems));
        QVERIFY(counted.object().value(QLatin1String("dryRun")).toBool());
        QCOMPARE(counted.object().value(QLatin1String("state")).toString(), QStringLiteral("finished"));
        const Outcome unsure = run("sam", {"retention", "sweep"});
        QCOMPARE(unsure.exitCode, 2);
        QVERIFY(unsure.problems.contains(QStringLiteral("--yes")));
        const Outcome swept = run("sam", {"--json", "--yes", "retention", "sweep"});
        QVERIFY2(swept.exitCode == 0, qPrintable(swept.problems));
        QVERIFY(run("sam", {"--json", "retention", "sweeps"}).array().size() >= 2);
    }
    void onlyAnAdminSaysThatTheClockIsRight()
    {
        const Outcome sam = run("sam", {"--dry-run", "--clock-is-right", "retention", "sweep"});
        QCOMPARE(sam.exitCode, 1);
        QVERIFY2(sam.problems.contains(QStringLiteral("admin")), qPrintable(sam.problems));
        QCOMPARE(run("ada", {"--dry-run", "--clock-is-right", "retention", "sweep"}).exitCode, 0);
    }
    void aPolicyIsMadePreviewedChangedAndDeleted()
    {
        const Outcome wouldBe =
            run("sam", {"--json", "--preview", "--campaign", "1", "retention", "add", "Spring", "400"});
        QVERIFY2(wouldBe.exitCode == 0, qPrintable(wouldBe.problems));
        QVERIFY(wouldBe.object().value(QLatin1String("later")).toInteger(-1) >= 0);
        const qsizetype before = run("sam", {"--json", "retention", "policies"}).array().size();
        const Outcome made = run("sam", {"--json", "--campaign", "1", "retention", "add", "Spring", "400"});
        QVERIFY2(made.exitCode == 0, qPrintable(made.problems));
        QCOMPARE(made.object().value(QLatin1String("appliesTo")).toString(), QStringLiteral("CAMPAIGN"));
        QCOMPARE(run("sam", {"--json", "retention", "policies"}).array().size(), before + 1);
        const QByteArray id = QByteArray::number(made.object().value(QLatin1String("id")).toInteger());
        const Outcome changed = run("sam", {"--json", "--name", "Longer", "retention", "change", id, "500"});
        QCOMPARE(changed.object().value(QLatin1String("retentionDays")).toInt(), 500);
        QCOMPARE(changed.object().value(QLatin1String("name")).toString(), QStringLiteral("Longer"));
        QCOMPARE(changed.object().value(QLatin1String("appliesTo")).toString(), QStringLiteral("CAMPAIGN"));
        QCOMPARE(run("sam", {"retention", "change", id}).exitCode, 2);
        QCOMPARE(run("sam", {"--preview", "retention", "delete", id}).exitCode, 0);
        QCOMPARE(run("sam", {"--yes", "retention", "delete", id}).exitCode, 0);
        QCOMPARE(run("sam", {"--json", "retention", "policies"}).array().size(), before);
    }
    void aRecordingSaysWhyItIsKeptUntilThen()
    {
        const QByteArray id = QByteArray::number(
            run("sam", {"--json", "list"}).array().first().toObject().value(QLatin1String("id")).toInteger());
        QVERIFY(run("sam", {"get", id}).output.contains("no policy is for it, so it is kept for the 90 day"));
    }
    void tellsWhatIsDueAndWhatAPolicyWouldDo()
    {
        QCOMPARE(run("sam", {"retention", "due", "0"}).exitCode, 0);
        QVERIFY(run("sam", {"--json", "retention", "due", "36500"}).output.count('\n') > 0);
        QCOMPARE(run("sam", {"retention", "due", "soon"}).exitCode, 2);
        QCOMPARE(run("sam", {"retention", "policies"}).exitCode, 0);
        QCOMPARE(run("sam", {"retention", "preview", "99", "30"}).exitCode, 1);
    }

private:
    QString path(const char *file) const { return m_ctl.path(file); }
    Outcome run(const char *who, const QByteArrayList &arguments) const
    {
        return m_ctl.run(m_server->url(), who, arguments);
    }

    const CtlProgram m_ctl{QStringLiteral(HOLDFAST_CTL_PROGRAM)};
    std::unique_ptr<ServerProcess> m_server;
    QString m_lead;
    QString m_matter;
    QByteArray m_hold;
};

QTEST_GUILESS_MAIN(tst_OversightCommands)
#include "tst_OversightCommands.moc"
