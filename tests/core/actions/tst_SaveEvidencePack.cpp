// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SaveEvidencePack.h"

#include "core/evidence/SamplePack.h"
#include "support/ScriptedServer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

class tst_SaveEvidencePack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_answer = {};
        m_answer.body = SamplePack().zip();
        m_answer.fields = {"Content-Type: application/zip"};
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &) { return m_answer; });
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("token");
        m_save = std::make_unique<SaveEvidencePack>(*m_api);
    }
    void cleanup()
    {
        m_save.reset();
        m_api.reset();
        m_server.reset();
    }

    void savesWhatVerifies()
    {
        const SaveEvidencePack::Saved saved = save();
        QVERIFY(saved && saved->report.isIntact());
        QCOMPARE(content(), m_answer.body);
        QCOMPARE(saved->size, m_answer.body.size());
        QCOMPARE(saved->sha256, QCryptographicHash::hash(m_answer.body, QCryptographicHash::Sha256));
        QCOMPARE(names(), QStringList{QStringLiteral("pack.zip")});
        QCOMPARE(m_server->requests().first().path, QByteArray("/api/evidence-packs"));
        QCOMPARE(m_server->requests().first().body, QByteArray(R"({"matterId":7})"));
    }

    void keepsNothingOfAPackThatDoesNotVerify()
    {
        m_answer.body[m_answer.body.indexOf("xxxx")] = 'y';
        const SaveEvidencePack::Saved report = save();
        QCOMPARE(report.error().kind, FailureKind::Corrupt);
        QVERIFY(report.error().message.startsWith(QStringLiteral("No pack was saved.")));
        QVERIFY(report.error().message.contains(QStringLiteral("original.wav")));
        QCOMPARE(names(), QStringList());
    }

    void keepsNothingOfAPackThatWasCutOff()
    {
        m_answer.cutAnswerAfter = m_answer.body.size() / 2;
        QVERIFY(!save());
        QCOMPARE(names(), QStringList());
    }

    void aCutThatNobodyToldOfIsFoundToo()
    {
        m_answer.body.chop(1);
        const SaveEvidencePack::Saved report = save();
        QCOMPARE(report.error().kind, FailureKind::Malformed);
        QCOMPARE(names(), QStringList());
    }

    void whatWasThereBeforeStaysUntilThereIsAnother()
    {
        QFile before(path());
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
        before.close();
        const QByteArray whole = m_answer.body;
        m_answer.body.chop(1);
        QVERIFY(!save());
        QCOMPARE(content(), QByteArray("before"));
        m_answer.body = whole;
        QVERIFY(save());
        QCOMPARE(content(), whole);
    }

    void aRefusalIsToldAsItIs()
    {
        m_answer.status = 409;
        m_answer.body = R"({"message":"There is no recording to pack."})";
        QCOMPARE(save().error().message, QStringLiteral("There is no recording to pack."));
        QCOMPARE(names(), QStringList());
    }

    void asksForTheProofThatItsLogGoesOnFromTheKeptCheckpoint()
    {
        SamplePack sample;
        sample.joined = sample.consistency(9);
        m_answer.body = sample.zip();
        const SaveEvidencePack::Saved saved = save(sample.checkpoint(9));
        QVERIFY(saved && saved->report.isCheckpointTheKept);
        QCOMPARE(m_server->requests().first().body, QByteArray(R"({"checkpointSize":9,"matterId":7})"));
        QCOMPARE(save("none").error().kind, FailureKind::Malformed);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void stoppedItLeavesNothing()
    {
        m_answer.silent = true;
        const QFuture<SaveEvidencePack::Saved> saved = begin({});
        QTRY_COMPARE(m_server->heads(), 1);
        m_save->cancel();
        QVERIFY(saved.isFinished());
        QCOMPARE(saved.result().error().kind, FailureKind::Cancelled);
        QCOMPARE(names(), QStringList());
    }

    void aFolderThatIsNotThereIsSaidBeforeAnythingIsAsked()
    {
        const auto saved =
            m_save->save({EvidenceSubject::Kind::Matter, 7}, {}, m_folder->filePath(QStringLiteral("no/p")));
        QVERIFY(saved.isFinished());
        QCOMPARE(saved.result().error().kind, FailureKind::Unreachable);
        QCOMPARE(m_server->heads(), 0);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("pack.zip")); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QFuture<SaveEvidencePack::Saved> begin(const QByteArray &kept)
    {
        return m_save->save({EvidenceSubject::Kind::Matter, 7}, kept, path());
    }
    SaveEvidencePack::Saved save(const QByteArray &kept = {})
    {
        const QFuture<SaveEvidencePack::Saved> saved = begin(kept);
        if (!QTest::qWaitFor([&] { return saved.isFinished(); }, 20'000))
            return fail(FailureKind::Internal, QStringLiteral("It did not end."));
        return saved.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ScriptedServer::Answer m_answer;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SaveEvidencePack> m_save;
};

QTEST_GUILESS_MAIN(tst_SaveEvidencePack)
#include "tst_SaveEvidencePack.moc"
