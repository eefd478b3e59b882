// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditLine.h"
#include "audit/AuditPage.h"
#include "audit/AuditTable.h"
#include "audit/EntryPanel.h"
#include "people/PeoplePage.h"
#include "people/PersonSheet.h"
#include "people/StandingSheet.h"
#include "server-stub/api/TestApi.h"
#include "support/Tone.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

/// An admin at the screens for people and for the audit log, with the server itself behind them.
class tst_AuditAndPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_server = std::make_unique<TestServer>();
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_client = std::make_unique<ApiClient>();
        m_client->setServer(m_server->url());
        m_client->setToken(m_api->tokenOf("ada"));
        m_people = std::make_unique<PeoplePage>(UserCalls(*m_client), &QDateTime::currentDateTimeUtc);
        m_audit = std::make_unique<AuditPage>(*m_client, &QDateTime::currentDateTimeUtc);
    }
    void cleanup()
    {
        m_audit.reset();
        m_people.reset();
        m_client.reset();
        m_api.reset();
        m_server.reset();
    }

    void whatIsDoneToPeopleCountsAtOnceAndStandsInTheLog()
    {
        const QByteArray alice = m_api->tokenOf("alice");
        m_people->show();
        auto *table = m_people->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 4);
        makeCarol();
        QCOMPARE(m_api->logIn("carol", "a good password").status, 200);

        table->setCurrentIndex(rowWith(*table, QStringLiteral("Alice Agent")));
        press(*m_people, QStringLiteral("Disable…"));
        press(*m_people->findChild<StandingSheet *>(), QStringLiteral("Disable"));
        QTRY_VERIFY(says(*m_people, QStringLiteral("The account is disabled")));
        QCOMPARE(m_api->get("/api/auth/me", alice).status, 401);
        QCOMPARE(m_api->logIn("alice", everybodysPassword).status, 401);

        m_audit->show();
        m_audit->findChildren<QComboBox *>().at(1)->setCurrentText(QStringLiteral("Changed a user"));
        QTRY_COMPARE(log()->model()->rowCount(), 1);
        QTRY_VERIFY(says(*m_audit, QStringLiteral("Changed a user")));
        const QAbstractItemModel *lines = m_audit->findChild<EntryPanel *>()->findChild<QTableView *>()->model();
        QCOMPARE(changedIn(*lines),
                 (QStringList{QStringLiteral("Disabled: no, yes"), QStringLiteral("Revision: 1, 2")}));
    }
    void theLastAdminCantBeDisabled()
    {
        m_people->show();
        auto *table = m_people->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->setCurrentIndex(rowWith(*table, QStringLiteral("Ada Admin")));
        press(*m_people, QStringLiteral("Disable…"));
        auto *sheet = m_people->findChild<StandingSheet *>();
        press(*sheet, QStringLiteral("Disable"));
        QTRY_VERIFY(says(*sheet, QStringLiteral("last admin")));
    }
    void whoHeardARecordingIsFoundAndWhatWasRefusedToo()
    {
        const QByteArray alice = m_api->tokenOf("alice");
        const QByteArray id =
            QByteArray::number(m_api->upload(alice, m_server->aliceLead, toneWav(0.2, 440, 880)).id());
        QCOMPARE(m_api->get("/api/recordings/" + id + "/download", m_api->tokenOf("sam")).status, 200);
        QCOMPARE(m_api->get("/api/recordings/" + id + "/download", m_api->tokenOf("bob")).status, 403);
        m_audit->showOnly({id.toLongLong()}, AuditFilters::About::Hearing);
        m_audit->show();
        QTRY_COMPARE(log()->model()->rowCount(), 2);
        QCOMPARE(log()->model()->index(1, 1).data().toString(), QStringLiteral("sam"));
        m_audit->findChildren<QComboBox *>().at(2)->setCurrentIndex(2);
        QTRY_COMPARE(log()->model()->rowCount(), 1);
        QCOMPARE(log()->model()->index(0, 1).data().toString(), QStringLiteral("bob"));
    }
    void theLogIsExportedVerifiedAndComparedWithItsCheckpoint()
    {
        QTemporaryDir folder;
        m_audit->show();
        QTRY_VERIFY(log()->model()->rowCount() > 0);
        const QString csv = folder.filePath(QStringLiteral("log.csv"));
        m_audit->exportTo(csv, AuditForm::Csv);
        QTRY_VERIFY(says(*m_audit, QStringLiteral("Exported to")));
        QFile exported(csv);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QCOMPARE(exported.readLine(), auditCsvHeader());
        QVERIFY(exported.readLine().startsWith("1,"));
        const QString checkpoint = folder.filePath(QStringLiteral("checkpoint.txt"));
        m_audit->saveCheckpoint(checkpoint);
        QTRY_VERIFY(says(*m_audit, QStringLiteral("The checkpoint of")));
        press(*m_audit, QStringLiteral("Verify"));
        QTRY_VERIFY(says(*m_audit, QStringLiteral("The chain is intact: ")));
        m_audit->compareWith(checkpoint);
        QTRY_VERIFY(says(*m_audit, QStringLiteral("It holds all that the checkpoint in checkpoint.txt says.")));
    }

private:
    void makeCarol() const
    {
        press(*m_people, QStringLiteral("New person…"));
        auto *sheet = m_people->findChild<PersonSheet *>();
        const QList<QLineEdit *> lines = sheet->findChildren<QLineEdit *>();
        QTest::keyClicks(lines.at(0), QStringLiteral("Carol C"));
        QTest::keyClicks(lines.at(1), QStringLiteral("carol"));
        QTest::keyClicks(lines.at(2), QStringLiteral("a good password"));
        QTest::keyClicks(lines.at(3), QStringLiteral("a good password"));
        QTest::keyClick(lines.at(3), Qt::Key_Return);
        QTRY_VERIFY(says(*m_people, QStringLiteral("Carol C · Agent")));
    }
    /// "Field: before, after" of each line, by its field.
    static QStringList changedIn(const QAbstractItemModel &lines)
    {
        QStringList changes;
        for (int row = 0; row < lines.rowCount(); ++row)
            changes.append(QStringLiteral("%1: %2, %3")
                               .arg(lines.index(row, 0).data().toString(), lines.index(row, 1).data().toString(),
                                    lines.index(row, 2).data().toString()));
        changes.sort();
        return changes;
    }
    static QModelIndex rowWith(const QTableView &table, const QString &name)
    {
        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (table.model()->index(row, 0).data().toString() == name)
                return table.model()->index(row, 0);
        qFatal("no %s", qPrintable(name));
        return {};
    }
    static void press(const QWidget &within, const QString &text)
    {
        for (QPushButton *candidate : within.findChildren<QPushButton *>())
            if (candidate->text() == text)
                return QTest::mouseClick(candidate, Qt::LeftButton);
        qFatal("no %s", qPrintable(text));
    }
    static bool says(const QWidget &within, const QString &words)
    {
        const QList<QLabel *> labels = within.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    AuditTable *log() const { return m_audit->findChild<AuditTable *>(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<PeoplePage> m_people;
    std::unique_ptr<AuditPage> m_audit;
};

QTEST_MAIN(tst_AuditAndPeople)
#include "tst_AuditAndPeople.moc"
