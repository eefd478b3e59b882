// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewPage.h"

#include "review/DeleteSheet.h"
#include "review/KeptFiltersButton.h"
#include "review/ReviewFilters.h"
#include "review/ReviewTable.h"
#include "ui/AccessibleNames.h"
#include "ui/Pressing.h"
#include "ui/review/ScriptedLibrary.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::noonOf;
using Testing::ScriptedLibrary;

class tst_ReviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        open(1'000'000);
    }
    void cleanup()
    {
        m_page.reset();
        m_api.reset();
        m_library.reset();
    }

    void asksOnlyOnceItIsSeen()
    {
        QVERIFY(m_library->searches().isEmpty());
        show();
        QCOMPARE(m_library->searches().first().queryItemValue(QStringLiteral("sort")), QStringLiteral("-callDate"));
        QTRY_VERIFY(says(QStringLiteral("1000000 recordings")) || says(QStringLiteral("1,000,000 recordings")));
    }
    void jumpsAnywhereAndShowsWhatIsThere()
    {
        show();
        table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum() / 2);
        const int row = table()->rowAt(5);
        QVERIFY(row > 490'000 && row < 510'000);
        QTRY_COMPARE(table()->model()->index(row, 2).data().toString(), QStringLiteral("Lead %1").arg(row));
    }
    void typedWordsAreLookedForOnceNobodyTypes()
    {
        show();
        QTest::keyClicks(line(QStringLiteral("Words")), QStringLiteral("contract 50%+"));
        QCOMPARE(m_library->searches().size(), 1);
        QTRY_COMPARE(m_library->searches().size(), 2);
        QCOMPARE(m_library->searches().last().queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded),
                 QStringLiteral("contract 50%+"));
    }
    void enterDoesNotWait()
    {
        show();
        QTest::keyClicks(line(QStringLiteral("Words")), QStringLiteral("x"));
        QTest::keyClick(line(QStringLiteral("Words")), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_library->searches().size(), 2, 250);
    }
    void whatIsChosenIsAskedForByItsId()
    {
        show();
        QTRY_COMPARE(choice(QStringLiteral("Agent"))->count(), 3);
        QTRY_COMPARE(choice(QStringLiteral("Campaign"))->count(), 2);
        choice(QStringLiteral("Agent"))->setCurrentIndex(2);
        choice(QStringLiteral("Campaign"))->setCurrentIndex(1);
        choice(QStringLiteral("Hold"))->setCurrentIndex(1);
        QTRY_COMPARE(lastAsked(QStringLiteral("complianceHold")), QStringLiteral("true"));
        QCOMPARE(lastAsked(QStringLiteral("agentId")), QStringLiteral("4"));
        QCOMPARE(lastAsked(QStringLiteral("campaignId")), QStringLiteral("7"));
    }
    void daysAreThoseOfTheCalendarHereAndLengthsAreInclusive()
    {
        show();
        QTest::keyClicks(line(QStringLiteral("Stored from this day on")), QStringLiteral("2020-03-01"));
        QTest::keyClicks(line(QStringLiteral("Stored until this day")), QStringLiteral("2020-03-31"));
        QTest::keyClicks(line(QStringLiteral("At least so long")), QStringLiteral("1:30"));
        QTest::keyClicks(line(QStringLiteral("At most so long")), QStringLiteral("10"));
        QTRY_COMPARE(lastAsked(QStringLiteral("maxDuration")), QStringLiteral("600"));
        QCOMPARE(lastAsked(QStringLiteral("minDuration")), QStringLiteral("90"));
        const auto asked = [this](const QString &name) {
            return QDateTime::fromString(lastAsked(name), Qt::ISODateWithMs).toLocalTime();
        };
        QCOMPARE(asked(QStringLiteral("startDate")), QDateTime(QDate(2020, 3, 1), QTime(0, 0)));
        QCOMPARE(asked(QStringLiteral("endDate")), QDateTime(QDate(2020, 3, 31), QTime(23, 59, 59, 999)));
    }
    void whatIsNoDayIsSaidAndNothingIsLookedFor()
    {
        show();
        QTest::keyClicks(line(QStringLiteral("Stored until this day")), QStringLiteral("31.2."));
        QTRY_VERIFY(says(QStringLiteral("is no day")));
        QCOMPARE(m_library->searches().size(), 1);
        QTest::mouseClick(button(QStringLiteral("Show all")), Qt::LeftButton);
        QTRY_COMPARE(m_library->searches().size(), 2);
        QVERIFY(!says(QStringLiteral("is no day")));
    }
    void aClickOnAHeadOrdersByIt()
    {
        show();
        click(ReviewColumn::Length);
        QTRY_COMPARE(lastAsked(QStringLiteral("sort")), QStringLiteral("-durationSeconds"));
        QTRY_COMPARE(table()->horizontalHeader()->sortIndicatorSection(), static_cast<int>(ReviewColumn::Length));
        click(ReviewColumn::Length);
        QTRY_COMPARE(lastAsked(QStringLiteral("sort")), QStringLiteral("durationSeconds"));
        click(ReviewColumn::Lead);
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), static_cast<int>(ReviewColumn::Length));
    }
    void whereNothingIsFoundItSaysSo()
    {
        open(0);
        show();
        QTRY_VERIFY(says(QStringLiteral("None")));
    }
    void theChosenOneSaysWhyItEnds()
    {
        m_library->dress = [](Recording &recording) {
            recording.retentionReason.policyId = {5};
            recording.retentionReason.policyName = QStringLiteral("Q1 Sales");
        };
        show();
        QTRY_VERIFY(says(QStringLiteral("“Q1 Sales”")));
        QVERIFY(says(QStringLiteral("Lead 0")));
    }
    void itsHistoryIsAskedForByItsId()
    {
        show();
        QSignalSpy asked(m_page.get(), &ReviewPage::historyRequested);
        QTRY_VERIFY(button(QStringLiteral("History"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("History")), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<RecordingId>(), ScriptedLibrary::idAt(0, 1'000'000));
    }
    void enterPlaysAndNextPlaysTheOneBelow()
    {
        show();
        QSignalSpy plays(m_page.get(), &ReviewPage::playRequested);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(plays.last().first().value<Recording>().leadName, QStringLiteral("Lead 0"));
        m_page->playNext(1);
        QCOMPARE(plays.last().first().value<Recording>().leadName, QStringLiteral("Lead 1"));
        QCOMPARE(table()->currentIndex().row(), 1);
    }
    void aDoubleClickPlays()
    {
        show();
        QSignalSpy plays(m_page.get(), &ReviewPage::playRequested);
        const QPoint place = table()->visualRect(table()->model()->index(2, 2)).center();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(plays.last().first().value<Recording>().leadName, QStringLiteral("Lead 2"));
    }
    void theNextOneThatIsNotHereYetIsPlayedWhenItHasCome()
    {
        show();
        QSignalSpy plays(m_page.get(), &ReviewPage::playRequested);
        table()->setCurrentIndex(table()->model()->index(99'999, 0));
        m_page->playNext(1);
        QCOMPARE(plays.count(), 0);
        QTRY_COMPARE(plays.count(), 1);
        QCOMPARE(plays.last().first().value<Recording>().leadName, QStringLiteral("Lead 100000"));
    }
    void severalChosenOnesAreHeldAtOnce()
    {
        show();
        table()->setCurrentIndex(table()->model()->index(98, 0));
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(says(QStringLiteral("5 chosen")));
        QTRY_VERIFY(button(QStringLiteral("Hold…"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Hold…")), Qt::LeftButton);
        auto *sheet = m_page->findChild<HoldSheet *>();
        QVERIFY(sheet);
        QTest::keyClicks(sheet->findChildren<QLineEdit *>().at(1), QStringLiteral("complaint"));
        m_library->dress = [](Recording &recording) { recording.complianceHold = true; };
        QTest::mouseClick(sheet->findChildren<QPushButton *>().at(0), Qt::LeftButton);
        QTRY_COMPARE(m_library->orders().size(), 1);
        QJsonArray ids;
        for (int row = 98; row <= 102; ++row)
            ids.append(ScriptedLibrary::idAt(row, 1'000'000).value);
        QCOMPARE(m_library->orders().first().value(QLatin1String("ids")).toArray(), ids);
        QTRY_COMPARE(table()->model()->index(98, 7).data().toString(), QStringLiteral("On hold"));
        QCOMPARE(table()->chosenCount(), 5); // they stay chosen
    }
    void thoseThatAreNotHereYetAreFetchedBeforeTheyCanBeHeld()
    {
        show();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        table()->selectionModel()->select(
            QItemSelection(table()->model()->index(0, 0), table()->model()->index(999, 8)),
            QItemSelectionModel::ClearAndSelect);
        QVERIFY(!button(QStringLiteral("Hold…"))->isEnabled());
        QVERIFY(says(QStringLiteral("on their way")));
        QTRY_VERIFY(button(QStringLiteral("Hold…"))->isEnabled());
        QCOMPARE(table()->chosen().size(), 1000);
    }
    void moreThanAThousandCantBeHeldAtOnceAndItIsSaid()
    {
        show();
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(says(QStringLiteral("1000000 chosen")) || says(QStringLiteral("1,000,000 chosen")));
        QVERIFY(says(QStringLiteral("At most")));
        QVERIFY(!button(QStringLiteral("Hold…"))->isEnabled());
        QCOMPARE(m_library->searches().size(), 1);
    }
    void withoutTheServerItSaysSoKeepsWhatItHasAndGoesOnByItself()
    {
        show();
        m_library->goAway();
        m_page->refresh();
        QTRY_VERIFY(says(QStringLiteral("Review needs the server")));
        QCOMPARE(table()->model()->rowCount(), 1'000'000);
        QCOMPARE(table()->model()->index(0, 2).data().toString(), QStringLiteral("Lead 0"));
        m_library->comeBack();
        m_page->goOn();
        QTRY_VERIFY(!says(QStringLiteral("Review needs the server")));
    }
    void namesThatCantBeReadAreSaidAndTheTableIsThereNevertheless()
    {
        m_library->answerCampaignsWith({500, R"({"message":"It broke."})", {}});
        show();
        QTRY_VERIFY(says(QStringLiteral("It broke.")));
        QTRY_VERIFY(m_page->current());
        QVERIFY(says(QStringLiteral("It broke.")));
        m_library->answerCampaignsWith({200, R"([{"id":8,"name":"Autumn"}])", {}});
        QTest::mouseClick(button(QStringLiteral("Refresh")), Qt::LeftButton);
        QTRY_VERIFY(choice(QStringLiteral("Campaign"))->findText(QStringLiteral("Autumn")) > 0);
        QTRY_VERIFY(!says(QStringLiteral("It broke.")));
    }
    void readAnewItStaysWhereItWasAndWhatWasChosenStaysSo()
    {
        open(300);
        show();
        table()->setCurrentIndex(table()->model()->index(40, 0));
        const int scrolled = table()->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        m_library->setCount(301); // one more, at the top
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        m_page->refresh();
        QVERIFY(reset.wait());
        QTRY_COMPARE(m_page->current()->id.value, 260);
        QCOMPARE(table()->verticalScrollBar()->value(), scrolled);
        QTest::keyClicks(line(QStringLiteral("Words")), QStringLiteral("x"));
        QVERIFY(reset.wait());
        QCOMPARE(table()->currentIndex().row(), 0);
        QCOMPARE(table()->verticalScrollBar()->value(), 0);
    }
    void severalThatAreChosenStaySoWhenItIsReadAnew()
    {
        open(300);
        show();
        table()->setCurrentIndex(table()->model()->index(4, 0));
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        m_page->refresh();
        QVERIFY(reset.wait());
        QTRY_COMPARE(table()->chosenCount(), 2);
        QCOMPARE(table()->chosen().first().id, ScriptedLibrary::idAt(4, 300));
    }
    void aPolicyThatOthersChangeShowsInTheRows()
    {
        show();
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        m_library->dress = [](Recording &recording) { recording.retentionUntil = noonOf(3, 4); };
        m_page->follow({changeOf(FeedChange::Kind::Policy, 5)});
        QTRY_VERIFY(table()->model()->index(0, 7).data().toString().contains(QStringLiteral("4 Mar 2026")));
        QCOMPARE(reset.count(), 0);
    }
    void whatIsStoredMeanwhileIsOfferedAndComesOnlyThen()
    {
        open(300);
        show();
        m_library->setCount(301);
        m_page->follow({changeOf(FeedChange::Kind::Recording, 301)});
        QTRY_VERIFY(says(QStringLiteral("Now: 301 recording")));
        QCOMPARE(table()->model()->rowCount(), 300);
        QTest::mouseClick(button(QStringLiteral("Show them")), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 301);
        QTRY_VERIFY(!says(QStringLiteral("Now:")));
    }
    void whatChangedWhileNobodyLookedIsThereWhenItIsShown()
    {
        open(300);
        show();
        m_page->hide();
        m_library->setCount(301);
        m_page->follow({changeOf(FeedChange::Kind::Recording, 301)});
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 301);
    }
    void nothingIsAskedForAPageThatWasNeverShown()
    {
        m_page->follow({changeOf(FeedChange::Kind::Policy, 5)});
        m_page->followAll();
        QTest::qWait(0);
        QVERIFY(m_library->searches().isEmpty());
    }
    void oneThatOthersDeletedCanNotBeActedUpon()
    {
        show();
        QTRY_VERIFY(button(QStringLiteral("Hold…"))->isEnabled());
        FeedChange gone = changeOf(FeedChange::Kind::Recording, m_page->current()->id.value);
        gone.gone = true;
        m_page->follow({gone});
        for (const char *name : {"Play", "Hold…", "Release…", "Delete…"})
            QVERIFY2(!button(QString::fromUtf8(name))->isEnabled(), name);
        QVERIFY(button(QStringLiteral("History"))->isEnabled());
        QVERIFY(says(QStringLiteral("deleted meanwhile")));
    }
    void oneWithoutAFileSaysSoAndIsNotPlayed()
    {
        m_library->dress = [](Recording &recording) { recording.encryptionKeyId.clear(); };
        show();
        QTRY_VERIFY(says(QStringLiteral("No file")));
        QVERIFY(!button(QStringLiteral("Play"))->isEnabled());
        const QModelIndex length = table()->model()->index(0, 1);
        QCOMPARE(length.data().toString(), QStringLiteral("–"));
        QVERIFY(length.data(Qt::ToolTipRole).toString().contains(QStringLiteral("No file")));
        QCOMPARE(length.data(Qt::AccessibleTextRole).toString(), QStringLiteral("No file"));
    }
    void whoMayNotDeleteOrPackEvidenceIsNotOfferedIt()
    {
        m_page->setRole(Role::Agent);
        show();
        QVERIFY(!button(QStringLiteral("Delete…"))->isVisible());
        QVERIFY(!saving(QStringLiteral("Evidence pack of this recording…"))->isVisible());
    }
    void anEvidencePackIsAskedForOfTheRecordingOrItsLead()
    {
        show();
        QTRY_VERIFY(m_page->current());
        QSignalSpy asked(m_page.get(), &ReviewPage::packRequested);
        saving(QStringLiteral("Evidence pack of this recording…"))->trigger();
        saving(QStringLiteral("Evidence pack of all recordings of this lead…"))->trigger();
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.at(0).at(0).value<EvidenceSubject>(),
                 (EvidenceSubject{EvidenceSubject::Kind::Recording, 1'000'000}));
        QCOMPARE(asked.at(1).at(0).value<EvidenceSubject>(), (EvidenceSubject{EvidenceSubject::Kind::Lead, 1}));
        QCOMPARE(asked.at(1).at(1).toString(), QStringLiteral("Lead 0"));
    }
    void ofSeveralThereIsNoEvidencePackButCopies()
    {
        show();
        QTRY_VERIFY(m_page->current());
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(!saving(QStringLiteral("Evidence pack of this recording…"))->isEnabled());
        QSignalSpy asked(m_page.get(), &ReviewPage::copiesRequested);
        saving(QStringLiteral("Copies…"))->trigger();
        QCOMPARE(asked.at(0).at(0).value<QList<Recording>>().size(), 2);
    }
    void severalChosenOnesAreDeletedAtOnceAndTheRowsAreReadAnew()
    {
        open(300);
        show();
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(button(QStringLiteral("Delete…"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Delete…")), Qt::LeftButton);
        auto *sheet = m_page->findChild<DeleteSheet *>();
        QVERIFY(sheet);
        QVERIFY(m_library->deleted().isEmpty());
        m_library->setCount(298);
        QVERIFY(Testing::press(*sheet, QStringLiteral("Delete 2 for good")));
        QTRY_VERIFY(says(QStringLiteral("298 recordings")));
        QCOMPARE(m_library->deleted(), (QList<qint64>{300, 299}));
    }
    void aKeptFilterThatNamesAnAgentWhoIsGoneSaysSoAndLooksNevertheless()
    {
        QTemporaryDir profile;
        KeptFilters kept = KeptFilters::load(profile.path(), QStringLiteral("me"));
        KeptFilter filter;
        filter.name = QStringLiteral("Carol's");
        filter.agentId = UserId{9};
        filter.agentName = QStringLiteral("Carol Gone");
        QVERIFY(kept.put(filter));
        m_page->setKeptFilters(kept);
        show();
        auto *filters = named<KeptFiltersButton>(QStringLiteral("Kept filters"));
        Q_EMIT filters->menu()->aboutToShow();
        filters->menu()->actions().first()->trigger();
        QTRY_COMPARE(lastAsked(QStringLiteral("agentId")), QStringLiteral("9"));
        QTRY_VERIFY(says(QStringLiteral("knows no agent “Carol Gone” any more")));
        QCOMPARE(choice(QStringLiteral("Agent"))->currentText(), QStringLiteral("Carol Gone"));
        QTest::mouseClick(button(QStringLiteral("Show all")), Qt::LeftButton);
        QTRY_VERIFY(!says(QStringLiteral("knows no agent")));
    }
    void everyControlHasAName()
    {
        show();
        QCOMPARE(withoutName(*m_page), QStringList());
    }

private:
    static FeedChange changeOf(FeedChange::Kind kind, qint64 id)
    {
        FeedChange change;
        change.kind = kind;
        change.id = id;
        return change;
    }
    void open(int recordings)
    {
        m_page.reset();
        m_library = std::make_unique<ScriptedLibrary>(recordings);
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_library->url());
        m_api->setToken("T0KEN");
        m_page = std::make_unique<ReviewPage>(*m_api, [] { return noonOf(1, 1); });
        m_page->setRole(Role::Supervisor);
        m_page->resize(1200, 640);
    }
    void show()
    {
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        m_page->show();
        QVERIFY(reset.wait());
    }
    void click(ReviewColumn column)
    {
        QHeaderView *header = table()->horizontalHeader();
        const int place = header->sectionViewportPosition(static_cast<int>(column)) + 12;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(place, header->height() / 2));
    }
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    ReviewTable *table() const { return m_page->findChild<ReviewTable *>(); }
    template <class T> T *named(const QString &name) const
    {
        for (T *widget : m_page->findChildren<T *>())
            if (widget->accessibleName() == name)
                return widget;
        qFatal("no %s", qPrintable(name));
        return nullptr;
    }
    QLineEdit *line(const QString &name) const { return named<QLineEdit>(name); }
    QComboBox *choice(const QString &name) const { return named<QComboBox>(name); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>())
            if (candidate->text() == text)
                return candidate;
        qFatal("no %s", qPrintable(text));
        return nullptr;
    }
    QAction *saving(const QString &text) const
    {
        for (QAction *action : button(QStringLiteral("Save"))->menu()->actions())
            if (action->text() == text)
                return action;
        qFatal("no %s", qPrintable(text));
        return nullptr;
    }
    QString lastAsked(const QString &name) const
    {
        return m_library->searches().last().queryItemValue(name, QUrl::FullyDecoded);
    }

    std::unique_ptr<ScriptedLibrary> m_library;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ReviewPage> m_page;
};

QTEST_MAIN(tst_ReviewPage)
#include "tst_ReviewPage.moc"
