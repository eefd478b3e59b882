// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/ImportLeads.h"

#include "contract/LeadImportJson.h"
#include "domain/Limits.h"
#include "support/ScriptedServer.h"
#include "support/Wait.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Holdfast;
using Testing::ScriptedServer;
using Testing::wait;

class tst_ImportLeads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_answer = {};
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &) { return m_answer; });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_import = std::make_unique<ImportLeads>(*m_api);
    }
    void cleanup()
    {
        m_import.reset();
        m_api.reset();
        m_server.reset();
    }

    void importsTheVeryBytesThatWereLookedAt()
    {
        LeadImportReport report;
        report.isPreview = true;
        report.created = 2;
        m_answer.body = QJsonDocument(toJson(report)).toJson();
        const QByteArray file = "name\r\nZo\xeb\r\n";
        const auto looked = wait(m_import->preview(write(file)));
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().message));
        QCOMPARE(looked->created, 2);
        write("name\nsomebody else\n");
        QVERIFY(wait(m_import->run()));
        QCOMPARE(m_server->requests().size(), 2);
        QCOMPARE(m_server->requests().at(0).path, QByteArray("/api/leads/import?preview=true"));
        QCOMPARE(m_server->requests().at(1).path, QByteArray("/api/leads/import"));
        for (const auto &request : m_server->requests())
            QCOMPARE(request.body, file);
    }
    void saysWhatIsNoFileOfLeads_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("a workbook") << QByteArray("PK\x03\x04") << QStringLiteral("workbook");
        QTest::newRow("too large") << QByteArray(longestLeadFile + 1, 'x') << QStringLiteral("20 MB");
    }
    void saysWhatIsNoFileOfLeads()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const auto looked = wait(m_import->preview(write(file)));
        QVERIFY(!looked);
        QVERIFY2(looked.error().message.contains(says), qPrintable(looked.error().message));
        QVERIFY(m_server->requests().isEmpty());
    }
    void saysWhereThereIsNoFile()
    {
        QVERIFY(wait(m_import->preview(m_folder.path())).error().message.contains(QStringLiteral("folder")));
        const auto none = wait(m_import->preview(m_folder.filePath(QStringLiteral("none.csv"))));
        QCOMPARE(none.error().kind, FailureKind::Unreachable);
        QVERIFY(none.error().message.contains(QStringLiteral("none.csv")));
    }
    void refusesAPipeRatherThanToWaitForItsEnd()
    {
        const QString pipe = m_folder.filePath(QStringLiteral("pipe.csv"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString &path : {pipe, QStringLiteral("/dev/zero")}) {
            const auto looked = wait(m_import->preview(path));
            QVERIFY(!looked);
            QVERIFY2(looked.error().message.contains(QStringLiteral("a pipe or a device")),
                     qPrintable(looked.error().message));
        }
    }
    void saysThatAnImportThatWasStoppedMayHaveHappened()
    {
        LeadImportReport report;
        report.isPreview = true;
        m_answer.body = QJsonDocument(toJson(report)).toJson();
        QVERIFY(wait(m_import->preview(write("name\nA\n"))));
        QVERIFY(m_import->cancel().isEmpty()); // nothing is under way
        m_answer.silent = true;
        const auto early = m_import->run();
        QVERIFY(!m_import->isSent());
        QVERIFY(m_import->cancel().contains(QStringLiteral("Should the server have had all of it")));
        QCOMPARE(wait(early).error().kind, FailureKind::Cancelled);
        const auto late = m_import->run();
        QTRY_VERIFY(m_import->isSent());
        QVERIFY(m_import->cancel().contains(QStringLiteral("had the whole file")));
        QVERIFY(wait(late).error().message.contains(QStringLiteral("had the whole file")));
        const auto looking = m_import->preview(write("name\nA\n"));
        QCOMPARE(m_import->cancel(), QStringLiteral("Stopped. Nothing was imported."));
        QCOMPARE(wait(looking).error().message, QStringLiteral("Stopped. Nothing was imported."));
    }
    void saysWhatBecameOfAnImportWhoseServerWentAway()
    {
        LeadImportReport report;
        report.isPreview = true;
        m_answer.body = QJsonDocument(toJson(report)).toJson();
        QVERIFY(wait(m_import->preview(write("name\nA\n"))));
        m_answer.hangUp = true;
        const auto lost = wait(m_import->run());
        QVERIFY(!lost);
        QVERIFY2(lost.error().message.contains(QStringLiteral("Look again once it is back")),
                 qPrintable(lost.error().message));
        const auto looked = wait(m_import->preview(write("name\nA\n")));
        QCOMPARE(looked.error().message, QStringLiteral("The server can't be reached. Nothing was imported."));
    }
    void hangsUpWhereItIsCancelled()
    {
        m_answer.silent = true;
        QSignalSpy progress(m_import.get(), &ImportLeads::progress);
        const auto asked = m_import->preview(write("name\nA\n"));
        QTRY_VERIFY(m_import->isSent());
        m_import->cancel();
        QCOMPARE(wait(asked).error().kind, FailureKind::Cancelled);
        QVERIFY(!progress.isEmpty());
        QVERIFY(m_api->isReachable());
    }

private:
    QString write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("leads.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file can't be written");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    ScriptedServer::Answer m_answer;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ImportLeads> m_import;
};

QTEST_GUILESS_MAIN(tst_ImportLeads)
#include "tst_ImportLeads.moc"
