// SPDX-License-Identifier: GPL-3.0-or-later
#include "packs/PackSheet.h"

#include "core/evidence/SamplePack.h"
#include "support/ScriptedServer.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"

#include <QDir>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_PackSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_folder = std::make_unique<QTemporaryDir>();
        m_answer = {};
        m_answer.body = SamplePack().zip();
        m_answer.fields = {"Content-Type: application/zip"};
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &) { return m_answer; });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_sheet =
            std::make_unique<PackSheet>(EvidenceSubject{EvidenceSubject::Kind::Lead, 2}, QStringLiteral("Dora Day"),
                                        *m_api, [] { return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC); });
        m_sheet->show();
    }
    void cleanup()
    {
        m_sheet.reset();
        m_api.reset();
        m_server.reset();
    }

    void saysWhatItWillBeAboutAndAsksNothingYet()
    {
        QVERIFY(says(*m_sheet, QStringLiteral("all recordings of the lead Dora Day")));
        QVERIFY(says(*m_sheet, QStringLiteral("verify-pack")));
        QCOMPARE(m_server->heads(), 0);
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }
    void savesToTheChosenFileAndSaysThatItVerifies()
    {
        QVERIFY(press(*m_sheet, QStringLiteral("Save as…")));
        auto *dialog = m_sheet->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->defaultSuffix(), QStringLiteral("zip"));
        QVERIFY(dialog->selectedFiles().constFirst().contains(QStringLiteral("evidence-dora-day-2026-11-20")));
        Q_EMIT dialog->fileSelected(path());
        dialog->close();
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("It verifies:")));
        QVERIFY(says(*m_sheet, QStringLiteral("SHA-256 of the file:")));
        const QList<QLabel *> labels = m_sheet->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        QCOMPARE(m_server->requests().first().body, QByteArray(R"({"leadId":2})"));
        QCOMPARE(names(), QStringList{QStringLiteral("pack.zip")});
        QTest::keyClick(m_sheet.get(), Qt::Key_Return);
        QVERIFY(!m_sheet->isVisible());
    }
    void cancelStopsItLeavesNothingAndItCanBeTriedAgain()
    {
        m_answer.silent = true;
        m_sheet->saveTo(path());
        QTRY_COMPARE(m_server->heads(), 1);
        QVERIFY(!buttonSaying(*m_sheet, QStringLiteral("Save as…")));
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("Stopped. No pack was saved.")));
        QVERIFY(m_sheet->isVisible());
        QCOMPARE(names(), QStringList());
        m_answer.silent = false;
        m_sheet->saveTo(path());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("It verifies:")));
    }
    void whatDoesNotVerifyIsSaidAndNotKept()
    {
        m_answer.body[m_answer.body.indexOf("xxxx")] = 'y';
        m_sheet->saveTo(path());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("No pack was saved.")));
        QCOMPARE(names(), QStringList());
        QVERIFY(buttonSaying(*m_sheet, QStringLiteral("Save as…")));
    }
    void aRefusalIsToldAsItIs()
    {
        m_answer.status = 409;
        m_answer.body = R"({"message":"There is no recording to pack."})";
        m_sheet->saveTo(path());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("There is no recording to pack.")));
    }
    void escapeClosesItWhereNothingIsUnderWay()
    {
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(!m_sheet->isVisible());
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("pack.zip")); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ScriptedServer::Answer m_answer;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<PackSheet> m_sheet;
};

QTEST_MAIN(tst_PackSheet)
#include "tst_PackSheet.moc"
