// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewModel.h"

#include "ui/review/ScriptedLibrary.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Testing::noonOf;
using Testing::ScriptedLibrary;

class tst_ReviewModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(1'000'000); }
    void cleanup()
    {
        m_model.reset();
        m_api.reset();
        m_library.reset();
    }

    void hasARowForEachRecordingThoughOnePageIsHere()
    {
        search();
        QCOMPARE(m_model->rowCount(), 1'000'000);
        QCOMPARE(m_model->pagesHere(), 1);
        QCOMPARE(m_model->at(0)->id, ScriptedLibrary::idAt(0, 1'000'000));
        QVERIFY(!m_model->at(100));
        QCOMPARE(m_model->index(100, 0).data().toString(), QStringLiteral("…"));
        QVERIFY(!m_model->index(100, 0).data(ReviewModel::HereRole).toBool());
    }
    void aSearchEndsWhereTheLatestRecordingStoodWhenItBegan()
    {
        search();
        QCOMPARE(m_library->searches().first().queryItemValue(QStringLiteral("endDate"), QUrl::FullyDecoded),
                 QStringLiteral("2023-11-14T22:13:20Z"));
        SearchTerms terms;
        terms.storedUntil = noonOf(1, 1).addYears(-10);
        m_model->search(terms);
        QTRY_COMPARE(m_library->searches().last().queryItemValue(QStringLiteral("endDate"), QUrl::FullyDecoded),
                     QStringLiteral("2016-01-01T12:00:00Z"));
    }
    void whatComesIntoSightIsFetchedByItsPlace()
    {
        search();
        QSignalSpy came(m_model.get(), &ReviewModel::pageCame);
        m_model->look({777'777, 777'790});
        QTRY_VERIFY(m_model->at(777'780));
        QCOMPARE(m_model->at(777'780)->id, ScriptedLibrary::idAt(777'780, 1'000'000));
        QCOMPARE(came.last().at(0).toInt(), 777'700);
        QCOMPARE(came.last().at(1).toInt(), 777'799);
        QCOMPARE(m_library->searches().last().queryItemValue(QStringLiteral("offset")), QStringLiteral("777700"));
    }
    void whatWasPassedByIsNotAskedFor()
    {
        search();
        for (int row = 0; row < 900'000; row += 1000)
            m_model->look({row, row + 20});
        m_model->look({900'000, 900'020});
        QTRY_VERIFY(m_model->at(900'000));
        QVERIFY2(m_library->searches().size() <= 4, qPrintable(QString::number(m_library->searches().size())));
    }
    void onlySoManyPagesAreKept()
    {
        search();
        for (int page = 1; page <= ReviewModel::mostPages + 10; ++page) {
            const int row = page * ReviewModel::pageRows;
            m_model->look({row, row});
            QTRY_VERIFY(m_model->at(row));
        }
        QCOMPARE(m_model->pagesHere(), ReviewModel::mostPages);
        QVERIFY(!m_model->at(0));
    }
    void whatIsNeededStaysHowFarOneScrolls()
    {
        search();
        m_model->need({{250, 420}, {5'000, 5'000}});
        QTRY_VERIFY(m_model->hasAll({250, 420}) && m_model->hasAll({5'000, 5'000}));
        for (int page = 100; page <= 100 + ReviewModel::mostPages; ++page) {
            m_model->look({page * 100, page * 100});
            QTRY_VERIFY(m_model->at(page * 100));
        }
        QVERIFY(m_model->hasAll({250, 420}) && m_model->hasAll({5'000, 5'000}));
    }
    void whereSomethingWasDeletedAllIsReadAnew()
    {
        search();
        QSignalSpy searched(m_model.get(), &ReviewModel::searched);
        m_library->setCount(999'999);
        m_model->look({5'000, 5'020});
        QVERIFY(searched.wait());
        QCOMPARE(m_model->rowCount(), 999'999);
        QCOMPARE(m_model->at(0)->id, ScriptedLibrary::idAt(0, 999'999));
    }
    void whereRowsChangedPlacesAllIsReadAnew()
    {
        search();
        QSignalSpy searched(m_model.get(), &ReviewModel::searched);
        m_library->dress = [](Recording &recording) { recording.id.value += 1; };
        m_model->look({0, 20});
        m_model->readShownAnew();
        QVERIFY(searched.wait());
        QCOMPARE(m_model->at(0)->id.value, 1'000'001);
    }
    void whatWasDoneToRowsShowsWithoutMovingThem()
    {
        search();
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_library->dress = [](Recording &recording) { recording.complianceHold = true; };
        m_model->look({0, 20});
        m_model->readShownAnew();
        QVERIFY(!m_model->at(0)->complianceHold); // shown meanwhile
        QVERIFY(changed.wait());
        QVERIFY(m_model->at(0)->complianceHold);
        QCOMPARE(reset.count(), 0);
    }
    void whatOthersChangeShowsWhereItStands()
    {
        search();
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        Recording held = *m_model->at(3);
        held.complianceHold = true;
        m_model->follow({of(held)});
        QVERIFY(m_model->at(3)->complianceHold);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 3);
        m_model->follow({of(held)}); // which is known
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
    }
    void whatOthersDeleteKeepsItsRowAndSaysSoUntilTheNextSearch()
    {
        search();
        QSignalSpy news(m_model.get(), &ReviewModel::newsCame);
        m_model->follow({gone(m_model->at(3)->id)});
        QCOMPARE(news.count(), 1);
        QCOMPARE(m_model->goneCount(), 1);
        QCOMPARE(m_model->rowCount(), 1'000'000);
        QCOMPARE(m_model->index(3, 7).data().toString(), QStringLiteral("Deleted"));
        QSignalSpy searched(m_model.get(), &ReviewModel::searched);
        m_model->searchAgain();
        QVERIFY(searched.wait());
        QCOMPARE(m_model->goneCount(), 0);
    }
    void aLeadThatIsCalledOtherwiseIsCalledSoInItsRows()
    {
        search();
        FeedChange renamed;
        renamed.kind = FeedChange::Kind::Lead;
        renamed.lead = Lead();
        renamed.lead->id = {1};
        renamed.lead->name = QStringLiteral("Dora Night");
        m_model->follow({renamed});
        QCOMPARE(m_model->index(0, 2).data().toString(), QStringLiteral("Dora Night"));
    }
    void countsAnewWithoutMovingARow()
    {
        search();
        QSignalSpy news(m_model.get(), &ReviewModel::newsCame);
        m_model->recount();
        m_library->setCount(1'000'002);
        QVERIFY(news.wait());
        QCOMPARE(m_model->totalNow(), 1'000'002);
        QCOMPARE(m_model->rowCount(), 1'000'000);
    }
    void whatIsInSightIsThereAtOnceWhenAllIsReadAnew()
    {
        search();
        m_model->look({5'090, 5'110});
        QTRY_VERIFY(m_model->hasAll({5'090, 5'110}));
        bool wasThere = false;
        connect(m_model.get(), &QAbstractItemModel::modelReset, this, [&] {
            wasThere = m_model->hasAll({5'090, 5'110});
        });
        QSignalSpy searched(m_model.get(), &ReviewModel::searched);
        m_model->searchAgain();
        QVERIFY(searched.wait());
        QVERIFY(wasThere);
    }
    void theAnswerToAnEarlierSearchCountsNoMore()
    {
        SearchTerms words;
        words.words = QStringLiteral("contract");
        QSignalSpy searched(m_model.get(), &ReviewModel::searched);
        m_model->search({});
        m_model->search(words);
        QVERIFY(searched.wait());
        QTest::qWait(0);
        QCOMPARE(searched.count(), 1);
        QCOMPARE(m_library->searches().last().queryItemValue(QStringLiteral("q")), QStringLiteral("contract"));
    }
    void keepsWhatIsHereWithoutTheServerAndGoesOnWhenItIsBack()
    {
        search();
        QSignalSpy failed(m_model.get(), &ReviewModel::failed);
        m_library->goAway();
        m_model->look({5'000, 5'020});
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Failure>().kind, FailureKind::Unreachable);
        QVERIFY(m_model->at(0));
        m_model->look({6'000, 6'020}); // asks nobody
        m_library->comeBack();
        m_model->goOn();
        QTRY_VERIFY(m_model->at(6'000));
        QCOMPARE(failed.count(), 1);
    }
    void aSearchThatFailedIsMadeOnceTheServerIsBack()
    {
        QSignalSpy failed(m_model.get(), &ReviewModel::failed);
        m_library->goAway();
        m_model->search({});
        QVERIFY(failed.wait());
        QVERIFY(m_model->isSearching());
        m_library->comeBack();
        m_model->goOn();
        QTRY_COMPARE(m_model->rowCount(), 1'000'000);
    }
    void whereItIsToldToWaitItGoesOnByItself()
    {
        search();
        QSignalSpy failed(m_model.get(), &ReviewModel::failed);
        m_library->answerSearchesWith({429, R"({"message":"Too many searches"})", {"Retry-After: 1"}});
        m_model->look({5'000, 5'020});
        QVERIFY(failed.wait());
        m_library->answerAsUsual();
        QTRY_VERIFY(m_model->at(5'000));
    }
    void anAnswerWithoutATotalIsNoneOfOurs()
    {
        QSignalSpy failed(m_model.get(), &ReviewModel::failed);
        m_library->answerSearchesWith({200, "[]", {}});
        m_model->search({});
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Failure>().kind, FailureKind::Internal);
        QCOMPARE(m_model->rowCount(), 0);
    }
    void moreThanATableCanShowIsCutAndTold()
    {
        open(ReviewModel::mostRows + 5);
        search();
        QCOMPARE(m_model->rowCount(), ReviewModel::mostRows);
        QCOMPARE(m_model->total(), qint64{ReviewModel::mostRows} + 5);
    }
    void isAModelAsQtWantsOne()
    {
        open(250);
        QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        search();
        m_model->look({200, 249});
        QTRY_VERIFY(m_model->at(249));
        m_model->setPlaying(m_model->at(3)->id);
        QVERIFY(!m_model->index(3, 0).data(Qt::DecorationRole).isNull());
        QCOMPARE(m_model->rowOf(m_model->at(249)->id), 249);
    }

private:
    static FeedChange of(const Recording &recording)
    {
        FeedChange change;
        change.kind = FeedChange::Kind::Recording;
        change.id = recording.id.value;
        change.recording = recording;
        return change;
    }
    static FeedChange gone(RecordingId id)
    {
        FeedChange change;
        change.kind = FeedChange::Kind::Recording;
        change.id = id.value;
        change.gone = true;
        return change;
    }
    void open(int recordings)
    {
        m_model.reset();
        m_library = std::make_unique<ScriptedLibrary>(recordings);
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_library->url());
        m_api->setToken("T0KEN");
        m_model = std::make_unique<ReviewModel>(RecordingSearchCalls(*m_api), [] { return noonOf(1, 1); });
    }
    void search()
    {
        QSignalSpy searched(m_model.get(), &ReviewModel::searched);
        m_model->search({});
        QVERIFY(searched.wait());
    }

    std::unique_ptr<ScriptedLibrary> m_library;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<ReviewModel> m_model;
};

QTEST_MAIN(tst_ReviewModel)
#include "tst_ReviewModel.moc"
