// SPDX-License-Identifier: GPL-3.0-or-later
#include "leadimport/LeadImportSheet.h"

#include "contract/LeadImportJson.h"
#include "support/ScriptedServer.h"
#include "ui/AccessibleNames.h"

#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedServer;

class tst_LeadImportSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_answer = {};
        m_report = {};
        m_report.isPreview = true;
        m_report.encoding = QStringLiteral("Windows-1252");
        m_report.separator = QStringLiteral(";");
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &) { return m_answer; });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("T0KEN");
        m_import = std::make_unique<ImportLeads>(*m_api);
        m_sheet = std::make_unique<LeadImportSheet>(*m_import);
        m_sheet->show();
    }
    void cleanup()
    {
        m_sheet.reset();
        m_import.reset();
        m_api.reset();
        m_server.reset();
    }

    void showsWhatWouldBecomeOfAFileAndThenWhatDid()
    {
        m_report.created = 2;
        m_report.changed = 1;
        m_report.alreadyThere = 5;
        m_report.notices.add(4, LeadRemark::Repeated, {QStringLiteral("2")});
        m_report.rows = {row(2, LeadFate::Created), row(3, LeadFate::Changed), row(4, LeadFate::Repeated)};
        m_report.rows[1].agentsBefore = QStringList{QStringLiteral("bob")};
        look();
        QTRY_COMPARE(button("primary")->text(), QStringLiteral("Import 3 lead(s)"));
        for (const char *part : {"2 new", "1 to change", "5 there already", "Windows-1252", "semicolons"})
            QVERIFY2(says(part), part);
        QCOMPARE(m_sheet->focusWidget(), button("primary")); // Enter imports
        QCOMPARE(table()->model()->rowCount(), 3);
        QVERIFY(cell(1).contains(QStringLiteral("agents bob")));
        QCOMPARE(remark(0), QStringLiteral("Line 4: The same lead as in line 2; it is taken once."));
        m_report.isPreview = false;
        m_answer.body = QJsonDocument(toJson(m_report)).toJson();
        button("primary")->click();
        QTRY_VERIFY(says("Imported: 2 lead(s) made · 1 changed"));
        QVERIFY(!button("primary")->isVisible());
        QCOMPARE(m_server->requests().last().path, QByteArray("/api/leads/import"));
    }
    void importsNothingWhileThereAreProblems()
    {
        m_report.created = 2;
        for (int line = 2; line < 252; ++line)
            m_report.problems.add(line, LeadRemark::UnknownUser, {QStringLiteral("carol")});
        m_report.rows = {row(2, LeadFate::Refused)};
        look();
        QTRY_VERIFY(says("250 problem(s)"));
        QVERIFY(!button("primary")->isEnabled());
        QCOMPARE(remark(0), QStringLiteral("Line 2: There is no user carol."));
        QVERIFY(remark(100).contains(QStringLiteral("150 more")));
    }
    void importsNothingWhereNothingIsNew()
    {
        m_report.alreadyThere = 5;
        look();
        QTRY_VERIFY(says("5 there already"));
        QVERIFY(!button("primary")->isEnabled());
    }
    void saysWhyAFileCantBeTaken()
    {
        m_answer.status = 400;
        m_answer.body = R"({"message":"Line 1: There is no column name. Nothing was imported."})";
        m_sheet->look(file());
        QTRY_VERIFY(says("There is no column name"));
        QVERIFY(!button("primary")->isEnabled());
    }
    void stopsAndSaysThatItMayBeTooLate()
    {
        m_report.created = 1;
        look();
        QTRY_VERIFY(button("primary")->isEnabled());
        m_answer.silent = true;
        button("primary")->click();
        QTRY_VERIFY(m_import->isSent());
        QCOMPARE(leave()->text(), QStringLiteral("Stop"));
        leave()->click();
        QVERIFY(says("may import it all the same"));
        QCOMPARE(leave()->text(), QStringLiteral("Close"));
        QSignalSpy closed(m_sheet.get(), &QDialog::rejected);
        leave()->click();
        QCOMPARE(closed.count(), 1);
    }
    void takesADroppedFile()
    {
        m_report.created = 1;
        m_answer.body = QJsonDocument(toJson(m_report)).toJson();
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(file())});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_sheet.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_sheet.get(), &drop);
        QTRY_VERIFY(says("1 new"));
    }
    void everyControlHasAName()
    {
        m_report.created = 1;
        m_report.rows = {row(2, LeadFate::Created)};
        m_report.notices.add(1, LeadRemark::NoName);
        look();
        QTRY_VERIFY(button("primary")->isEnabled());
        const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

private:
    static LeadImportReport::Row row(qint64 line, LeadFate fate)
    {
        return {line, QStringLiteral("Zoë"), QStringLiteral("+49 30 1"), {}, {QStringLiteral("alice")}, fate, {}, {}};
    }
    QString file()
    {
        QFile file(m_folder.filePath(QStringLiteral("leads.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write("name\nA\n") < 0)
            qFatal("the file can't be written");
        return file.fileName();
    }
    void look()
    {
        m_answer.body = QJsonDocument(toJson(m_report)).toJson();
        m_sheet->look(file());
    }
    QPushButton *button(const char *property) const
    {
        for (QPushButton *button : m_sheet->findChildren<QPushButton *>())
            if (button->property(property).toBool())
                return button;
        qFatal("there is no such button");
    }
    QPushButton *leave() const
    {
        for (QPushButton *button : m_sheet->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Stop") || button->text() == QStringLiteral("Close"))
                return button;
        qFatal("there is no such button");
    }
    bool says(const char *words) const
    {
        const QList<QLabel *> labels = m_sheet->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }
    QTableView *table() const { return m_sheet->findChild<QTableView *>(); }
    QString cell(int line) const
    {
        return table()->model()->index(line, static_cast<int>(LeadImportColumn::Fate)).data().toString();
    }
    QString remark(int at) const
    {
        const QAbstractItemModel *model = m_sheet->findChild<QListView *>()->model();
        return model->index(at, 0).data().toString();
    }

    QTemporaryDir m_folder;
    ScriptedServer::Answer m_answer;
    LeadImportReport m_report;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ImportLeads> m_import;
    std::unique_ptr<LeadImportSheet> m_sheet;
};

QTEST_MAIN(tst_LeadImportSheet)
#include "tst_LeadImportSheet.moc"
