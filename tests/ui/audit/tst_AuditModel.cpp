// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditModel.h"

#include "ui/audit/ScriptedLog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedLog;

class tst_AuditModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(1'000'000); }
    void cleanup()
    {
        m_model.reset();
        m_api.reset();
        m_log.reset();
    }

    void beginsWithTheNewest()
    {
        search();
        QCOMPARE(m_model->rowCount(), AuditModel::pageRows);
        QCOMPARE(m_model->at(0)->id, 1'000'000);
        QVERIFY(!m_model->isWhole());
        QVERIFY(m_model->canFetchMore({}));
    }
    void olderOnesComeInOrder()
    {
        const QAbstractItemModelTester tester(m_model.get());
        search();
        more();
        more();
        QCOMPARE(m_model->rowCount(), 3 * AuditModel::pageRows);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->at(row)->id, 1'000'000 - row);
    }
    void endsWhereTheLogEnds()
    {
        open(AuditModel::pageRows + 3);
        search();
        more();
        QCOMPARE(m_model->rowCount(), AuditModel::pageRows + 3);
        QVERIFY(m_model->isWhole());
        QVERIFY(!m_model->canFetchMore({}));
    }
    void aLogThatEndsWithAPageEndsThere()
    {
        open(AuditModel::pageRows);
        search();
        QVERIFY(m_model->canFetchMore({})); // nobody knows yet
        more();
        QCOMPARE(m_model->rowCount(), AuditModel::pageRows);
        QVERIFY(m_model->isWhole());
    }
    void keepsFewPagesHoweverFarOneGoesAndFetchesThoseBackThatAreLookedAt()
    {
        search();
        while (m_model->rowCount() < 40 * AuditModel::pageRows)
            more();
        QCOMPARE(m_model->pagesHere(), AuditModel::mostPages);
        QVERIFY(!m_model->at(0));
        QSignalSpy came(m_model.get(), &AuditModel::pageCame);
        m_model->look(0, 20);
        QVERIFY(came.wait());
        QCOMPARE(m_model->at(0)->id, 1'000'000);
        QCOMPARE(m_model->at(20)->id, 1'000'000 - 20);
        QCOMPARE(m_model->pagesHere(), AuditModel::mostPages);
        m_model->look(AuditModel::pageRows - 5, AuditModel::pageRows + 5); // two pages
        QVERIFY(came.wait());
        QCOMPARE(m_model->at(AuditModel::pageRows + 5)->id, 1'000'000 - AuditModel::pageRows - 5);
    }
    void entriesThatAreWrittenMeanwhileMoveNothing()
    {
        search();
        m_log->setCount(1'000'007);
        more();
        QCOMPARE(m_model->at(AuditModel::pageRows)->id, 1'000'000 - AuditModel::pageRows);
        search();
        QCOMPARE(m_model->at(0)->id, 1'000'007);
    }
    void theServersNoIsToldAndWhatWasHereStays()
    {
        search();
        QSignalSpy failed(m_model.get(), &AuditModel::failed);
        m_log->answerSearchesWith({500, R"({"message":"It broke."})", {}});
        m_model->fetchMore({});
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Failure>().message, QStringLiteral("It broke."));
        QCOMPARE(m_model->rowCount(), AuditModel::pageRows);
        m_log->answerAsUsual();
        QSignalSpy came(m_model.get(), &AuditModel::pageCame);
        m_model->goOn();
        QVERIFY(came.wait());
        QCOMPARE(m_model->rowCount(), 2 * AuditModel::pageRows);
    }
    void afterTooManyQuestionsItGoesOnByItself()
    {
        QSignalSpy failed(m_model.get(), &AuditModel::failed);
        m_log->answerSearchesWith({429, R"({"message":"Slower."})", {"Retry-After: 0"}});
        m_model->search({});
        QVERIFY(failed.wait());
        m_log->answerAsUsual();
        QTRY_COMPARE(m_model->rowCount(), AuditModel::pageRows);
    }
    void anAnswerToAnEarlierSearchCountsNoMore()
    {
        QSignalSpy searched(m_model.get(), &AuditModel::searched);
        m_model->search({});
        AuditTerms later;
        later.user = UserId{3};
        m_model->search(later);
        QVERIFY(searched.wait());
        QTRY_COMPARE(m_log->searches().size(), 2);
        QCOMPARE(searched.count(), 1);
        QCOMPARE(m_model->terms(), later);
    }

private:
    void open(int entries)
    {
        m_model.reset();
        m_log = std::make_unique<ScriptedLog>(entries);
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_log->url());
        m_api->setToken("T0KEN");
        m_model = std::make_unique<AuditModel>(AuditCalls(*m_api), &QDateTime::currentDateTimeUtc);
    }
    void search()
    {
        QSignalSpy searched(m_model.get(), &AuditModel::searched);
        m_model->search({});
        QVERIFY(searched.wait());
    }
    void more()
    {
        QSignalSpy came(m_model.get(), &AuditModel::pageCame);
        m_model->fetchMore({});
        QVERIFY(came.wait());
    }

    std::unique_ptr<ScriptedLog> m_log;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<AuditModel> m_model;
};

QTEST_MAIN(tst_AuditModel)
#include "tst_AuditModel.moc"
