// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "api/AuditVerifying.h"
#include "api/CheckpointKeyRotation.h"
#include "audit/KeyChain.h"
#include "evidence/PackVerification.h"
#include "sqlite/Query.h"
#include "support/RefusedStatement.h"
#include "support/Tone.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const AuditEntry somebody = [] {
    AuditEntry entry;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.username = QStringLiteral("ada");
    return entry;
}();

const QByteArray isHere(R"({"lost":false})");
const QByteArray isLost(R"({"lost":true})");

} // namespace

/// From one key of the audit log to the next, and without one: recordings stay in reach, what was signed goes on
/// verifying, and nothing is signed that should not be.
class tst_CheckpointKeyRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theNextKeySignsAndTheOldOnesWordIsKept();
    void whatTheOldKeySignedGoesOnVerifying();
    void isWrittenDownWithWhoAskedForIt();
    void leavesOneKeyFileAfterIt();
    void whereItWasKilledBeforeItWasWrittenTheOldKeySigns();
    void whereItWasKilledAfterItWasWrittenTheNewKeySigns();
    void eachStatementThatIsRefusedInTurnLeavesALogThatVerifies();
    void aLogThatOthersChangedGetsNoNewKey();
    void theServerStartsWithoutTheKeyAndSaysSo_data();
    void theServerStartsWithoutTheKeyAndSaysSo();
    void withoutTheKeyItIsReplacedOnlyWhenSaidToBeLost();
    void aKeyThatIsBackGoesOnAndSaysWhatNobodySigned();
    void aKeyThatIsHereIsNotLost();
    void packsOfBothKeysVerify();
    void aPackGoesOnFromACheckpointOfTheOldKey();

private:
    Answer rotate(const QByteArray &body)
    {
        return m_api->call("POST", "/api/keys/checkpoint/rotate",
                           TestApi::bearer(m_ada) + Fields{{"Content-Type", "application/json"}}, body);
    }
    Answer verify(const QByteArray &kept = {})
    {
        return kept.isEmpty() ? m_api->get("/api/audit/verify", m_ada)
                              : m_api->call("POST", "/api/audit/verify", TestApi::bearer(m_ada), kept);
    }
    QByteArray checkpoint() { return m_api->get("/api/audit/checkpoint", m_ada).body; }
    CheckpointSigner signer() { return CheckpointSigner::fromText(m_api->get("/api/audit/key", m_ada).body).value(); }
    KeyChain chain() { return KeyChain::fromText(m_api->get("/api/audit/keys", m_ada).body).value(); }
    QByteArray pack()
    {
        return m_api
            ->call("POST", "/api/evidence-packs", TestApi::bearer(m_ada) + Fields{{"Content-Type", "application/json"}},
                   R"({"recordingId":1})")
            .body;
    }
    static PackReport look(QByteArray zip, const PackTrust &trust)
    {
        QBuffer buffer(&zip);
        buffer.open(QIODevice::ReadOnly);
        return orThrow(PackVerification::run(buffer, trust));
    }
    void upload()
    {
        if (m_api->upload(m_api->tokenOf("alice"), m_server->aliceLead, toneWav(0.1, 300, 880)).status != 201)
            throw std::runtime_error("the upload failed");
    }
    std::unique_ptr<DataFolder> open(const StatementGate &gate = {})
    {
        m_server->stop();
        DataFolder::Options options{m_server->dataFolder()};
        options.gate = gate;
        return orThrow(DataFolder::open(options));
    }
    void startAgain()
    {
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_ada = m_api->tokenOf("ada");
    }
    void restart()
    {
        m_server->stop();
        startAgain();
    }
    /// Stops it, takes the key away, and starts it.
    void loseTheKey()
    {
        m_server->stop();
        QVERIFY(QFile::rename(keyFile(), m_folder->filePath(QStringLiteral("kept"))));
        expectMissing();
        startAgain();
    }
    static void expectMissing()
    {
        QTest::ignoreMessage(QtCriticalMsg,
                             QRegularExpression(QStringLiteral("key that signs the audit log is missing")));
    }
    QString keys() const { return m_server->dataFolder() + QStringLiteral("/keys"); }
    QStringList keyFiles() const { return QDir(keys()).entryList({QStringLiteral("audit*.key")}); }
    QString keyFile() const { return keys() + u'/' + keyFiles().value(0); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_ada;
};

void tst_CheckpointKeyRotation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_api.reset();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_ada = m_api->tokenOf("ada");
}

void tst_CheckpointKeyRotation::theNextKeySignsAndTheOldOnesWordIsKept()
{
    const CheckpointSigner before = signer();
    const Answer rotated = rotate(isHere);
    QCOMPARE(rotated.status, 200);
    const CheckpointSigner after = signer();
    QVERIFY(after != before);
    QCOMPARE(after.name, before.name);
    QVERIFY2(rotated.message().contains(QString::fromUtf8(after.text())), qPrintable(rotated.message()));
    QVERIFY(openCheckpoint(checkpoint(), after));
    QVERIFY(!openCheckpoint(checkpoint(), before));
    QCOMPARE(chain().current, after);
    QCOMPARE(chain().handovers.size(), 1);
    QVERIFY(chain().leads(before, after));
    QCOMPARE(verify().object()[QLatin1String("intact")].toBool(), true);
    const QJsonArray listed = m_api->get("/api/keys", m_ada).object()[QLatin1String("checkpointKeys")].toArray();
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed[0][QLatin1String("signer")].toString().toUtf8(), after.text());
    QCOMPARE(listed[0][QLatin1String("current")].toBool(), true);
    QCOMPARE(listed[0][QLatin1String("available")].toBool(), true);
    QCOMPARE(listed[1][QLatin1String("signer")].toString().toUtf8(), before.text());
    QCOMPARE(listed[1][QLatin1String("available")].toBool(), false);
    QCOMPARE(listed[1][QLatin1String("lost")].toBool(), false);
    restart();
    QCOMPARE(signer(), after);
    QCOMPARE(rotate(isHere).status, 200);
    QVERIFY(chain().leads(before, signer()) && chain().leads(after, signer()));
}

void tst_CheckpointKeyRotation::whatTheOldKeySignedGoesOnVerifying()
{
    const QByteArray kept = checkpoint();
    for (int time = 0; time < 2; ++time) {
        QCOMPARE(rotate(isHere).status, 200);
        QCOMPARE(verify(kept).object()[QLatin1String("intact")].toBool(), true);
        QCOMPARE(verify(checkpoint()).object()[QLatin1String("intact")].toBool(), true);
    }
    const SigningKey stranger(SecretKey::random());
    QCOMPARE(verify(signCheckpoint(readCheckpoint(kept).value(), stranger)).status, 400);
}

void tst_CheckpointKeyRotation::isWrittenDownWithWhoAskedForIt()
{
    const CheckpointSigner before = signer();
    QCOMPARE(rotate(isHere).status, 200);
    const QJsonArray entries = m_api->get("/api/audit?action=checkpoint-key-rotate", m_ada).array();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0][QLatin1String("username")].toString(), QStringLiteral("ada"));
    const QJsonValue detail = entries[0][QLatin1String("detail")];
    QCOMPARE(detail[QLatin1String("oldKey")].toString().toUtf8(), before.text());
    QCOMPARE(detail[QLatin1String("newKey")].toString().toUtf8(), signer().text());
    QCOMPARE(detail[QLatin1String("lost")].toBool(true), false);
}

void tst_CheckpointKeyRotation::leavesOneKeyFileAfterIt()
{
    for (int time = 0; time < 3; ++time) {
        QCOMPARE(rotate(isHere).status, 200);
        QCOMPARE(keyFiles().size(), 1);
    }
    restart();
    QCOMPARE(keyFiles().size(), 1);
    QCOMPARE(verify().object()[QLatin1String("intact")].toBool(), true);
}

void tst_CheckpointKeyRotation::whereItWasKilledBeforeItWasWrittenTheOldKeySigns()
{
    const CheckpointSigner before = signer();
    QVERIFY(m_server->data().keys().audit().make());
    QCOMPARE(keyFiles().size(), 2);
    restart();
    QCOMPARE(signer(), before);
    QCOMPARE(keyFiles().size(), 1);
    QVERIFY(openCheckpoint(checkpoint(), before));
}

void tst_CheckpointKeyRotation::whereItWasKilledAfterItWasWrittenTheNewKeySigns()
{
    const QString old = keyFile();
    const QString kept = m_folder->filePath(QStringLiteral("kept"));
    QVERIFY(QFile::copy(old, kept) &&
            QFile::copy(keys() + QStringLiteral("/audit.pub"), kept + QStringLiteral(".pub")));
    QCOMPARE(rotate(isHere).status, 200);
    const CheckpointSigner after = signer();
    m_server->stop();
    QVERIFY(QFile::copy(kept, old)); // it was not removed yet, nor the new one noted
    QVERIFY(QFile::remove(keys() + QStringLiteral("/audit.pub")));
    QVERIFY(QFile::copy(kept + QStringLiteral(".pub"), keys() + QStringLiteral("/audit.pub")));
    startAgain();
    QCOMPARE(signer(), after);
    QCOMPARE(keyFiles().size(), 1);
    QVERIFY(!QFile::exists(old));
    QCOMPARE(verify().object()[QLatin1String("intact")].toBool(), true);
}

void tst_CheckpointKeyRotation::eachStatementThatIsRefusedInTurnLeavesALogThatVerifies()
{
    const QByteArray kept = checkpoint();
    RefusedStatement statement;
    int refused = 0;
    for (bool isOver = false; !isOver; ++refused) {
        {
            const auto data = open(statement.gate());
            statement.refuse(refused + 1);
            const Result<QString> rotated = rotateCheckpointKey(*data, OldCheckpointKey::SignsOver, somebody);
            isOver = statement.refused().isEmpty();
            statement.refuseNone();
            QVERIFY2(rotated || rotated.error().message.endsWith(u'.'), qPrintable(statement.refused()));
            QVERIFY(!isOver || rotated);
            const AuditReport report = orThrow(verifyAudit(*data, kept));
            QVERIFY2(!report.finding, qPrintable(statement.refused() + auditSentence(report)));
        }
        const auto data = open(statement.gate()); // as after a kill
        QVERIFY(data->keys().audit().current());
        QCOMPARE(keyFiles().size(), 1);
        const Done written =
            data->writes().submit<void>([](Database &database) { return Audit(database).append(somebody); }).result();
        QVERIFY(written);
        const AuditReport report = orThrow(verifyAudit(*data, kept));
        QVERIFY2(!report.finding, qPrintable(statement.refused() + auditSentence(report)));
    }
    QVERIFY2(refused > 8, qPrintable(QString::number(refused)));
}

void tst_CheckpointKeyRotation::aLogThatOthersChangedGetsNoNewKey()
{
    const CheckpointSigner before = signer();
    m_server->write([](Database &writer) { return Query(writer, "UPDATE audit_nodes SET hash = zeroblob(32)").run(); });
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("changed by others")));
    restart();
    const Answer rotated = rotate(isHere);
    QCOMPARE(rotated.status, 409);
    QVERIFY2(rotated.message().contains(QLatin1String("changed by others")), qPrintable(rotated.message()));
    QCOMPARE(signer(), before);
    QCOMPARE(keyFiles().size(), 1);
    QVERIFY(m_api->get("/api/audit?action=checkpoint-key-rotate", m_ada).array().isEmpty());
}

void tst_CheckpointKeyRotation::theServerStartsWithoutTheKeyAndSaysSo_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("gone") << true << QByteArray();
    QTest::newRow("empty") << false << QByteArray();
    QTest::newRow("damaged") << false << QByteArray(40, 'x');
    QTest::newRow("another's") << false << QByteArray(64, 'a');
}

void tst_CheckpointKeyRotation::theServerStartsWithoutTheKeyAndSaysSo()
{
    QFETCH(bool, isGone);
    QFETCH(QByteArray, content);
    upload();
    const QByteArray kept = checkpoint();
    QVERIFY(!m_api->get("/readyz", {}).object().contains(QLatin1String("problems")));
    m_server->stop();
    QFile file(keyFile());
    if (isGone) {
        QVERIFY(file.remove());
    } else {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
        file.close();
        if (content.size() != 64)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("holds no key")));
    }
    expectMissing();
    startAgain();
    QCOMPARE(m_api->get("/api/recordings/1/download", m_ada).status, 200);
    const Answer ready = m_api->get("/readyz", {});
    QCOMPARE(ready.status, 200);
    QVERIFY(ready.object()[QLatin1String("problems")][0].toString().contains(QLatin1String("missing")));
    for (const char *path : {"/api/audit/checkpoint", "/api/audit/key", "/api/audit/keys"}) {
        const Answer answer = m_api->get(path, m_ada);
        QCOMPARE(answer.status, 409);
        QVERIFY2(answer.message().contains(QLatin1String("--lost")), qPrintable(answer.message()));
    }
    QCOMPARE(m_api
                 ->call("POST", "/api/evidence-packs",
                        TestApi::bearer(m_ada) + Fields{{"Content-Type", "application/json"}}, R"({"recordingId":1})")
                 .status,
             409);
    const QJsonObject report = verify(kept).object();
    QCOMPARE(report[QLatin1String("intact")].toBool(true), false);
    QCOMPARE(report[QLatin1String("finding")][QLatin1String("kind")].toString(), QStringLiteral("key-missing"));
    const QJsonArray listed = m_api->get("/api/keys", m_ada).object()[QLatin1String("checkpointKeys")].toArray();
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed[0][QLatin1String("available")].toBool(true), false);
    QCOMPARE(keyFiles().size(), isGone ? 0 : 1); // none is made by itself
}

void tst_CheckpointKeyRotation::withoutTheKeyItIsReplacedOnlyWhenSaidToBeLost()
{
    const CheckpointSigner before = signer();
    const QByteArray kept = checkpoint();
    loseTheKey();
    QCOMPARE(rotate(isHere).status, 409);
    QCOMPARE(rotate("{}").status, 400);
    QCOMPARE(keyFiles().size(), 0);
    const Answer replaced = rotate(isLost);
    QVERIFY2(replaced.status == 200, qPrintable(replaced.message()));
    QVERIFY2(replaced.message().contains(QLatin1String("Nothing of the lost one")), qPrintable(replaced.message()));
    const CheckpointSigner after = signer();
    QVERIFY(openCheckpoint(checkpoint(), after));
    QVERIFY(!chain().leads(before, after));
    const auto check = [&] {
        const QJsonObject report = verify(kept).object();
        QVERIFY2(report[QLatin1String("intact")].toBool(), qPrintable(report[QLatin1String("message")].toString()));
        const QJsonValue gap = report[QLatin1String("gaps")][0];
        QCOMPARE(gap[QLatin1String("keyLost")].toBool(), true);
        QCOMPARE(gap[QLatin1String("firstEntry")].toInteger(), readCheckpoint(kept)->size + 2); // it was asked for
        QVERIFY(report[QLatin1String("message")].toString().contains(QLatin1String("nothing of the old one vouches")));
        QVERIFY(!m_api->get("/readyz", {}).object().contains(QLatin1String("problems")));
    };
    check();
    restart();
    check();
    QCOMPARE(rotate(isHere).status, 200);
    check();
}

void tst_CheckpointKeyRotation::aKeyThatIsBackGoesOnAndSaysWhatNobodySigned()
{
    const CheckpointSigner before = signer();
    const QString file = keyFile();
    const QByteArray kept = checkpoint();
    loseTheKey();
    for (int time = 0; time < 3; ++time)
        QCOMPARE(m_api->get("/api/leads", m_ada).status, 200);
    m_server->stop();
    QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("kept")), file));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("audit log is back")));
    startAgain();
    QCOMPARE(signer(), before);
    QVERIFY(openCheckpoint(checkpoint(), before));
    const QJsonObject report = verify(kept).object();
    QVERIFY2(report[QLatin1String("intact")].toBool(), qPrintable(report[QLatin1String("message")].toString()));
    QCOMPARE(report[QLatin1String("gaps")].toArray().size(), 1);
    QCOMPARE(report[QLatin1String("gaps")][0][QLatin1String("keyLost")].toBool(true), false);
    QCOMPARE(m_api->get("/api/audit?action=checkpoint-key-back", m_ada).array().size(), 1);
    restart();
    QCOMPARE(verify(kept).object()[QLatin1String("gaps")].toArray().size(), 1);
}

void tst_CheckpointKeyRotation::aKeyThatIsHereIsNotLost()
{
    const CheckpointSigner before = signer();
    QCOMPARE(rotate(isLost).status, 409);
    QCOMPARE(signer(), before);
    QCOMPARE(keyFiles().size(), 1);
}

void tst_CheckpointKeyRotation::packsOfBothKeysVerify()
{
    upload();
    const CheckpointSigner before = signer();
    const QByteArray older = pack();
    QCOMPARE(rotate(isHere).status, 200);
    const CheckpointSigner after = signer();
    const QByteArray newer = pack();
    const KeyChain all = chain();

    QVERIFY(look(older, {before, {}}).isKeyTheGiven);
    QVERIFY(!look(older, {after, {}}).isIntact());
    const PackReport byAll = look(older, {{}, {}, all});
    QVERIFY2(byAll.isIntact() && byAll.isKeyTheGiven, qPrintable(packSentences(byAll).join(u'\n')));

    QVERIFY(look(newer, {after, {}}).isKeyTheGiven);
    const PackReport byOld = look(newer, {before, {}});
    QVERIFY2(byOld.isIntact() && byOld.isKeyALaterOne, qPrintable(packSentences(byOld).join(u'\n')));
    QVERIFY(look(newer, {{}, {}, all}).isKeyTheGiven);
    QVERIFY(!look(newer, {CheckpointSigner{before.name, SigningKey(SecretKey::random()).publicKey()}, {}}).isIntact());
}

void tst_CheckpointKeyRotation::aPackGoesOnFromACheckpointOfTheOldKey()
{
    upload();
    QByteArray kept = checkpoint();
    const qint64 size = readCheckpoint(kept)->size;
    QCOMPARE(rotate(isHere).status, 200);
    const QByteArray zip =
        m_api
            ->call("POST", "/api/evidence-packs", TestApi::bearer(m_ada) + Fields{{"Content-Type", "application/json"}},
                   R"({"recordingId":1,"checkpointSize":)" + QByteArray::number(size) + '}')
            .body;
    const PackReport report = look(zip, {{}, kept});
    QVERIFY2(report.isIntact() && report.isCheckpointTheKept, qPrintable(packSentences(report).join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_CheckpointKeyRotation)
#include "tst_CheckpointKeyRotation.moc"
