// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/CopiesSheet.h"

#include "support/SignedIn.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"

#include <QDir>
#include <QFileDialog>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_CopiesSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_signedIn = std::make_unique<Testing::SignedIn>(QUrl(QStringLiteral("http://127.0.0.1:9")));
        QVERIFY(QDir(m_signedIn->path({})).mkdir(QStringLiteral("out")));
    }
    void cleanup()
    {
        m_sheet.reset();
        m_signedIn.reset();
    }

    void saysWhatACopyIsAndSavesIntoTheChosenFolder()
    {
        open({m_signedIn->kept("one"), m_signedIn->kept("two")});
        QVERIFY(says(*m_sheet, QStringLiteral("Save copies of 2 recording(s)")));
        QVERIFY(says(*m_sheet, QStringLiteral("not encrypted")));
        QCOMPARE(withoutName(*m_sheet), QStringList());
        QVERIFY(press(*m_sheet, QStringLiteral("Choose a folder…")));
        auto *dialog = m_sheet->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
        Q_EMIT dialog->fileSelected(out());
        dialog->close();
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("2 recording(s) saved in ")));
        QCOMPARE(QDir(out()).entryList(QDir::Files).size(), 2);
        QVERIFY(!viewCalled(*m_sheet, QStringLiteral("Those that were not saved"))->isVisible());
        QTest::keyClick(m_sheet.get(), Qt::Key_Return);
        QVERIFY(!m_sheet->isVisible());
    }
    void namesThoseThatWereNotSavedAndWhy()
    {
        LocalRecording gone = m_signedIn->kept("gone");
        gone.uploadId = QUuid::createUuid();
        open({gone, m_signedIn->kept("two")});
        m_sheet->saveInto(out());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("1 recording(s) saved in ")));
        QVERIFY(says(*m_sheet, QStringLiteral("1 other(s) not:")));
        const QAbstractItemView *list = viewCalled(*m_sheet, QStringLiteral("Those that were not saved"));
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(rowText(*list, 0).contains(QStringLiteral("call.wav: This recording is not kept on this computer")));
    }
    void escapeStopsItAndTheSheetStays()
    {
        open({m_signedIn->kept("one"), m_signedIn->kept("two")});
        m_sheet->saveInto(out());
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(m_sheet->isVisible());
        QTRY_VERIFY(says(*m_sheet, QStringLiteral("0 recording(s) saved in ")));
        QCOMPARE(QDir(out()).entryList(QDir::Files | QDir::Hidden), QStringList());
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(!m_sheet->isVisible());
    }

private:
    void open(const QList<LocalRecording> &recordings)
    {
        m_sheet = std::make_unique<CopiesSheet>(recordings, m_signedIn->session, m_signedIn->api);
        m_sheet->show();
    }
    QString out() const { return m_signedIn->path(QStringLiteral("out")); }

    std::unique_ptr<Testing::SignedIn> m_signedIn;
    std::unique_ptr<CopiesSheet> m_sheet;
};

QTEST_MAIN(tst_CopiesSheet)
#include "tst_CopiesSheet.moc"
