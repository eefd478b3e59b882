// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/HoldSheet.h"

#include "ui/AccessibleNames.h"
#include "ui/review/ScriptedLibrary.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Testing::noonOf;
using Testing::recordingOf;
using Testing::ScriptedLibrary;

class tst_HoldSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_library = std::make_unique<ScriptedLibrary>(2);
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_library->url());
        m_api->setToken("T0KEN");
    }
    void cleanup()
    {
        m_sheet.reset();
        m_api.reset();
        m_library.reset();
    }

    void namesWhatItIsAboutAndWhenThatEnds()
    {
        open(HoldSheet::Deed::Hold);
        QVERIFY(m_sheet->windowTitle().contains(QStringLiteral("2")));
        QCOMPARE(lines().size(), 2);
        QVERIFY2(lines().first().contains(QStringLiteral("Dora")), qPrintable(lines().first()));
        QVERIFY2(lines().first().contains(QStringLiteral("due since")), qPrintable(lines().first()));
        QVERIFY2(lines().last().contains(QStringLiteral("on hold, ends")), qPrintable(lines().last()));
    }
    void aHoldWantsAReasonOrAMatter()
    {
        open(HoldSheet::Deed::Hold);
        QVERIFY(!run()->isEnabled());
        QTest::keyClicks(reason(), QStringLiteral("  "));
        QVERIFY(!run()->isEnabled());
        QTest::keyClicks(matter(), QStringLiteral("Case 7"));
        QVERIFY(run()->isEnabled());
        matter()->clear();
        QTest::keyClicks(reason(), QStringLiteral("complaint"));
        QVERIFY(run()->isEnabled());
    }
    void sendsWhatWasSaidAtAClickAndTellsWhatBecameOfEach()
    {
        open(HoldSheet::Deed::Hold);
        QTest::keyClicks(reason(), QStringLiteral("complaint"));
        QTest::keyClicks(matter(), QStringLiteral("Case 7"));
        QSignalSpy carriedOut(m_sheet.get(), &HoldSheet::carriedOut);
        QTest::mouseClick(run(), Qt::LeftButton);
        QVERIFY(!run()->isEnabled());
        QVERIFY(carriedOut.wait());
        const QJsonObject order = m_library->orders().first();
        QCOMPARE(order.value(QLatin1String("ids")).toArray(), (QJsonArray{1, 2}));
        QCOMPARE(order.value(QLatin1String("complianceHold")).toBool(), true);
        QCOMPARE(order.value(QLatin1String("reason")).toString(), QStringLiteral("complaint"));
        QCOMPARE(order.value(QLatin1String("matter")).toString(), QStringLiteral("Case 7"));
        QVERIFY(says(QStringLiteral("2 recording(s) on hold now")));
        QVERIFY(!run()->isVisible());
    }
    void whatTheServerRefusedComesFirstWithItsWords()
    {
        m_library->answerHoldsWith({200,
                                    R"([{"id":1,"status":200,"complianceHold":false},
                                        {"id":2,"status":409,"message":"stays under compliance hold: hold 5"}])",
                                    {}});
        open(HoldSheet::Deed::Release);
        QTest::mouseClick(run(), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("1 recording(s) free now")));
        QVERIFY(says(QStringLiteral("1 other(s)")));
        QVERIFY2(lines().first().contains(QStringLiteral("hold 5")), qPrintable(lines().first()));
        QVERIFY2(lines().last().endsWith(QStringLiteral("free")), qPrintable(lines().last()));
    }
    void aReleaseThatWaitsForASecondPersonSaysSo()
    {
        m_library->answerHoldsWith(
            {200, R"([{"id":1,"status":202,"complianceHold":true,"message":"release request 3"}])", {}});
        open(HoldSheet::Deed::Release);
        QTest::mouseClick(run(), Qt::LeftButton);
        QTRY_VERIFY(lines().first().contains(QStringLiteral("second person")));
        QVERIFY(says(QStringLiteral("0 recording(s) free now")));
    }
    void withoutAnAnswerItSaysThatNobodyKnowsAndCanBeDoneAgain()
    {
        open(HoldSheet::Deed::Release);
        m_library->goAway();
        QTest::mouseClick(run(), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("nobody knows")));
        QVERIFY(run()->isEnabled());
        m_library->comeBack();
        QTest::mouseClick(run(), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("2 recording(s) free now")));
    }
    void isNotClosedWhileTheServerIsAsked()
    {
        Testing::ScriptedServer::Answer silence;
        silence.silent = true;
        m_library->answerHoldsWith(silence);
        open(HoldSheet::Deed::Release);
        QTest::mouseClick(run(), Qt::LeftButton);
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(m_sheet->isVisible());
        QTRY_COMPARE(m_library->orders().size(), 1);
        m_library->goAway();
        QTRY_VERIFY(says(QStringLiteral("nobody knows")));
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(!m_sheet->isVisible());
    }
    void everyControlHasAName()
    {
        open(HoldSheet::Deed::Hold);
        QCOMPARE(withoutName(*m_sheet), QStringList());
    }

    void enterWithoutAReasonSaysThatItIsMissing()
    {
        open(HoldSheet::Deed::Hold);
        QTest::keyClick(reason(), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("write a reason or a matter")));
        QTest::keyClicks(reason(), QStringLiteral("S"));
        QVERIFY(!says(QStringLiteral("write a reason or a matter")));
    }

private:
    void open(HoldSheet::Deed deed)
    {
        Recording held = recordingOf(2, {1});
        held.complianceHold = true;
        held.retentionUntil = noonOf(4, 15);
        m_sheet = std::make_unique<HoldSheet>(deed, QList{recordingOf(1, {1}), held}, HoldOrderCalls(*m_api),
                                              [] { return noonOf(1, 1); });
        m_sheet->show();
    }
    QStringList lines() const
    {
        const QAbstractItemModel *model = m_sheet->findChild<QListView *>()->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, 0).data().toString());
        return texts;
    }
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = m_sheet->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    QLineEdit *reason() const { return m_sheet->findChildren<QLineEdit *>().at(1); }
    QLineEdit *matter() const { return m_sheet->findChildren<QLineEdit *>().at(0); }
    QPushButton *run() const { return m_sheet->findChildren<QPushButton *>().at(0); }

    std::unique_ptr<ScriptedLibrary> m_library;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<HoldSheet> m_sheet;
};

QTEST_MAIN(tst_HoldSheet)
#include "tst_HoldSheet.moc"
