// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestApi.h"

#include "api/KeyChanges.h"
#include "api/KeyReport.h"
#include "api/KeyRotation.h"
#include "api/RecordingFile.h"
#include "records/Recordings.h"
#include "records/Users.h"
#include "sqlite/Query.h"
#include "support/RefusedStatement.h"
#include "support/Tone.h"
#include "vault/KeyFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

const AuditEntry somebody = [] {
    AuditEntry entry;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.username = QStringLiteral("ada");
    return entry;
}();

} // namespace

/// From one key-encryption key to the next: whatever happens on the way, each recording opens.
class tst_KeyRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void movesEverythingAndLeavesTheFilesAlone();
    void whatComesInMeanwhileAndWhatIsReadGoOn();
    void anUploadInSeveralGoesSurvivesIt();
    void goesOnAtTheNextStart();
    void eachStatementThatIsRefusedInTurnLeavesEverythingReadable();
    void aKeyThatIsNeededOrCurrentStays();
    void whatWasWrappedUnderARetiredKeyIsNotKept();
    void aLostKeyLeavesTheOthersReadable();
    void withTheOnlyKeyLostTheServerDoesNotStart();
    void aKeyFromOutsideTakesEverythingOver();
    void fromOutsideBackIntoTheFolder();
    void isWrittenDownWithWhoAskedForIt();
    void oldTokensCountUntilTheyEndOrEndAtOnce();
    void aTokenKeyThatWasEndedVerifiesNothingAndIsGone();
    void aTokenKeyThatWasEndedDoesNotComeBackAtAStart_data();
    void aTokenKeyThatWasEndedDoesNotComeBackAtAStart();

private:
    void upload(int howMany);
    QStringList unreadable(DataFolder &data);
    static KeyReport reportOf(DataFolder &data) { return orThrow(reportKeys(data)); }
    static void rotate(DataFolder &data)
    {
        KeyRotation rotation(data, &QDateTime::currentDateTimeUtc);
        orThrow(rotation.begin(somebody));
        orThrow(rotation.run());
    }
    std::unique_ptr<DataFolder> open(const OutsideKeys &outside = {})
    {
        m_server->stop();
        DataFolder::Options options{m_server->dataFolder()};
        options.outsideKeys = outside;
        return orThrow(DataFolder::open(options));
    }
    QString keyFile(const QString &id) const { return m_server->dataFolder() + QStringLiteral("/keys/%1.kek").arg(id); }
    QString keysFolder() const { return m_server->dataFolder() + QStringLiteral("/keys/"); }
    QString firstTokenKey() const { return keysFolder() + QStringLiteral("token.key"); }
    QStringList tokenKeyFiles() const { return QDir(keysFolder()).entryList({QStringLiteral("token*.key")}); }
    /// Ada's, of somebody who has read the key's file.
    QByteArray forgedToken() const
    {
        SecretKey key = orThrow(readKeyFile(firstTokenKey(), KeyFileOrigin::Ours));
        const QByteArray id = fingerprintOf(key);
        const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(3600); // than the rotation
        Database &database = *orThrow(m_server->data().connections().ofThisThread());
        const Account ada = orThrow(Users(database).byName(QStringLiteral("ada"))).value();
        return TokenMint(std::move(key), id).issue({ada.user.id, Role::Admin, "f0f0f0f0", later, later.addSecs(3600)});
    }
    QString outsideKey(char letter)
    {
        QFile file(m_folder->filePath(QStringLiteral("outside-%1").arg(QLatin1Char(letter))));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(32, letter)) != 32 ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            throw std::runtime_error("no key from outside");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    QByteArray m_alice;
    QByteArray m_sam;
};

void tst_KeyRotation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<TestServer>();
    m_server->start();
    m_api = std::make_unique<TestApi>(*m_server);
    m_alice = m_api->tokenOf("alice");
    m_sam = m_api->tokenOf("sam");
}

void tst_KeyRotation::upload(int howMany)
{
    for (int i = 0; i < howMany; ++i)
        if (m_api->upload(m_alice, m_server->aliceLead, toneWav(0.1, 300 + i, 880)).status != 201)
            throw std::runtime_error("the upload failed");
}

/// Those whose file does not open, or is not what was stored.
QStringList tst_KeyRotation::unreadable(DataFolder &data)
{
    QStringList problems;
    Database &database = *orThrow(data.connections().ofThisThread());
    QList<Recording> all;
    orThrow(Recordings(database).forEach([&](const Recording &recording, const QByteArray &) {
        all.append(recording);
        return true;
    }));
    for (const Recording &recording : all) {
        const auto file = openRecording(data, recording);
        if (!file)
            problems.append(file.error().message);
        else if (QCryptographicHash::hash((*file)->readAll(), QCryptographicHash::Sha256) != recording.sha256)
            problems.append(QStringLiteral("recording %1 is another").arg(recording.id.value));
    }
    return problems;
}

void tst_KeyRotation::movesEverythingAndLeavesTheFilesAlone()
{
    upload(KeyRotation::portionRows + 3);
    const auto data = open();
    rotate(*data);
    const KeyReport report = reportOf(*data);
    const QString current = data->keys().currentKeyId();
    QVERIFY(current.startsWith(QStringLiteral("kek-")));
    QCOMPARE(wrappedUnder(report.wraps, QStringLiteral("default")), 0);
    QCOMPARE(wrappedUnder(report.wraps, current), KeyRotation::portionRows + 3);
    QCOMPARE(report.left, 0);
    QCOMPARE(report.rotation->rewrapped, KeyRotation::portionRows + 3);
    QVERIFY(report.rotation->endedAt);
    QCOMPARE(unreadable(*data), QStringList());
    QVERIFY(QFile::exists(keyFile(QStringLiteral("default")))); // until somebody asks for its end
    QCOMPARE(QFile::permissions(keyFile(current)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void tst_KeyRotation::whatComesInMeanwhileAndWhatIsReadGoOn()
{
    upload(3 * KeyRotation::portionRows);
    const QByteArray ada = m_api->tokenOf("ada");
    QCOMPARE(m_api->call("POST", "/api/keys/rotate", TestApi::bearer(ada)).status, 202);
    qint64 last = 0;
    const auto rotation = [&] { return m_api->get("/api/keys", ada).object().value(QLatin1String("rotation")); };
    do {
        const Answer made = m_api->upload(m_alice, m_server->aliceLead, toneWav(0.1, 500, 700));
        QCOMPARE(made.status, 201);
        QVERIFY(made.object()[QLatin1String("encryptionKeyId")].toString().startsWith(QStringLiteral("kek-")));
        last = made.id();
        QCOMPARE(m_api->get("/api/recordings/1/download", m_sam).status, 200);
        QCOMPARE(m_api->get("/api/recordings/" + QByteArray::number(last) + "/stream", m_sam).status, 200);
    } while (rotation()[QLatin1String("endedAt")].isNull());
    QCOMPARE(rotation()[QLatin1String("left")].toInteger(), 0);
    QCOMPARE(unreadable(m_server->data()), QStringList());
}

void tst_KeyRotation::anUploadInSeveralGoesSurvivesIt()
{
    const QByteArray file = toneWav(0.2, 440, 880);
    const Fields tus = TestApi::bearer(m_alice) + Fields{{"Tus-Resumable", "1.0.0"}};
    const QByteArray metadata = "filename " + QByteArray("call.wav").toBase64() + ",leadId " +
                                QByteArray::number(m_server->aliceLead.value).toBase64();
    const QByteArray place =
        m_api
            ->call("POST", "/api/uploads",
                   tus + Fields{{"Upload-Length", QByteArray::number(file.size())}, {"Upload-Metadata", metadata}})
            .field("Location");
    const QByteArray path = place.mid(place.indexOf("/api/"));
    const auto send = [&](qsizetype from, const QByteArray &bytes) {
        return m_api
            ->call("PATCH", path,
                   tus + Fields{{"Upload-Offset", QByteArray::number(from)},
                                {"Content-Type", "application/offset+octet-stream"}},
                   bytes)
            .status;
    };
    QCOMPARE(send(0, file.first(1000)), 204);
    {
        const auto data = open();
        rotate(*data);
        QCOMPARE(reportOf(*data).wraps.value(QStringLiteral("uploads")).value(data->keys().currentKeyId()), 1);
        orThrow(retireKey(*data, QStringLiteral("default"), somebody));
    }
    m_server->start();
    QCOMPARE(send(1000, file.sliced(1000)), 204);
    QCOMPARE(unreadable(m_server->data()), QStringList());
    QCOMPARE(reportOf(m_server->data()).wraps.value(QStringLiteral("recordings")).size(), 1);
}

void tst_KeyRotation::goesOnAtTheNextStart()
{
    upload(4);
    {
        const auto data = open();
        KeyRotation rotation(*data, &QDateTime::currentDateTimeUtc);
        orThrow(rotation.begin(somebody)); // and is killed there
    }
    m_server->start();
    QTRY_COMPARE(reportOf(m_server->data()).left, 0);
    QTRY_VERIFY(reportOf(m_server->data()).rotation->endedAt);
    QCOMPARE(unreadable(m_server->data()), QStringList());
}

void tst_KeyRotation::eachStatementThatIsRefusedInTurnLeavesEverythingReadable()
{
    upload(3);
    m_server->stop();
    RefusedStatement statement;
    DataFolder::Options options{m_server->dataFolder()};
    options.gate = statement.gate();
    int refused = 0;
    for (bool isOver = false; !isOver; ++refused) {
        {
            const auto data = orThrow(DataFolder::open(options));
            statement.refuse(refused + 1);
            KeyRotation rotation(*data, &QDateTime::currentDateTimeUtc);
            const Result<QString> begun = rotation.begin(somebody);
            const Done done = begun ? rotation.run() : Done(fail(begun.error()));
            isOver = statement.refused().isEmpty();
            statement.refuseNone();
            QVERIFY2(done || done.error().message.endsWith(u'.'), qPrintable(done ? QString() : done.error().message));
            QCOMPARE(unreadable(*data), QStringList());
        }
        const auto data = orThrow(DataFolder::open(options)); // as after a kill
        QCOMPARE(unreadable(*data), QStringList());
        KeyRotation rotation(*data, &QDateTime::currentDateTimeUtc);
        orThrow(rotation.run());
        const KeyReport report = reportOf(*data);
        QCOMPARE(report.left, 0);
        for (const WrappingKey &key : report.keys) // each is asked for in a rotation: the number of statements stays
            if (!key.isCurrent && !key.retiredAt)
                orThrow(retireKey(*data, key.id, somebody));
    }
    QVERIFY2(refused > 15, qPrintable(QString::number(refused)));
}

void tst_KeyRotation::aKeyThatIsNeededOrCurrentStays()
{
    upload(2);
    const auto data = open();
    const QString first = QStringLiteral("default");
    QCOMPARE(retireKey(*data, first, somebody).error().kind, FailureKind::Conflict);
    KeyRotation rotation(*data, &QDateTime::currentDateTimeUtc);
    const QString next = orThrow(rotation.begin(somebody));
    const auto needed = retireKey(*data, first, somebody);
    QCOMPARE(needed.error().kind, FailureKind::Conflict);
    QVERIFY2(needed.error().message.contains(QStringLiteral("2 recordings")), qPrintable(needed.error().message));
    QVERIFY(QFile::exists(keyFile(first)));
    orThrow(rotation.run());
    QCOMPARE(retireKey(*data, next, somebody).error().kind, FailureKind::Conflict);
    const QString sentence = orThrow(retireKey(*data, first, somebody));
    QVERIFY2(sentence.contains(QStringLiteral("Backups")), qPrintable(sentence));
    QVERIFY(!QFile::exists(keyFile(first)));
    QCOMPARE(retireKey(*data, first, somebody).error().kind, FailureKind::NotFound);
    QCOMPARE(unreadable(*data), QStringList());
}

void tst_KeyRotation::whatWasWrappedUnderARetiredKeyIsNotKept()
{
    upload(1);
    const auto data = open();
    Database &database = *orThrow(data->connections().ofThisThread());
    Recording late = *orThrow(Recordings(database).byId({1}));
    late.id = {77};
    late.filePath.replace(QStringLiteral("recording_1."), QStringLiteral("recording_77."));
    rotate(*data);
    orThrow(retireKey(*data, QStringLiteral("default"), somebody));
    const auto add = [&] {
        return data->writes()
            .submit<void>([late](Database &writer) { return Recordings(writer).add(late, "wrapped"); })
            .result();
    };
    QCOMPARE(late.encryptionKeyId, QStringLiteral("default"));
    QCOMPARE(add().error().kind, FailureKind::Unreachable); // which a client tries again
    late.encryptionKeyId = data->keys().currentKeyId();
    QVERIFY(add());
}

void tst_KeyRotation::aLostKeyLeavesTheOthersReadable()
{
    upload(2);
    {
        const auto data = open();
        KeyRotation rotation(*data, &QDateTime::currentDateTimeUtc);
        orThrow(rotation.begin(somebody));
    }
    QVERIFY(QFile::rename(keyFile(QStringLiteral("default")), m_folder->filePath(QStringLiteral("kept"))));
    QVERIFY(!DataFolder::open({m_server->dataFolder()})); // nothing could be read
    QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("kept")), keyFile(QStringLiteral("default"))));
    {
        const auto data = open();
        Database &database = *orThrow(data->connections().ofThisThread());
        QVERIFY(orThrow(KeyRotations(database).underWay()));
    }
    m_server->start();
    QTRY_VERIFY(reportOf(m_server->data()).rotation->endedAt);
    upload(1);
    m_server->write([](Database &writer) { // as if two had been left behind
        return Query(writer, "UPDATE recordings SET encryption_key_id = 'kek-000000000000' WHERE id < 3").run();
    });
    const auto data = open();
    const QStringList problems = unreadable(*data);
    QCOMPARE(problems.size(), 2);
    QVERIFY2(problems.first().contains(QStringLiteral("kek-000000000000")), qPrintable(problems.first()));
    rotate(*data); // does what can be done, and says what could not
    QCOMPARE(reportOf(*data).rotation->unreadable, 2);
    QCOMPARE(reportOf(*data).left, 2);
}

void tst_KeyRotation::withTheOnlyKeyLostTheServerDoesNotStart()
{
    upload(2);
    {
        const auto data = open();
        rotate(*data);
        orThrow(retireKey(*data, QStringLiteral("default"), somebody));
    }
    const QDir keys(m_server->dataFolder() + QStringLiteral("/keys"));
    const QString only = keys.filePath(keys.entryList({QStringLiteral("*.kek")}).value(0));
    const QString kept = m_folder->filePath(QStringLiteral("kept"));
    QVERIFY(QFile::rename(only, kept));
    const auto without = DataFolder::open({m_server->dataFolder()});
    QVERIFY(!without);
    QVERIFY2(without.error().message.contains(QStringLiteral("missing")), qPrintable(without.error().message));
    QVERIFY(QFile::rename(kept, only));
    QCOMPARE(unreadable(*open()), QStringList());
}

void tst_KeyRotation::aKeyFromOutsideTakesEverythingOver()
{
    upload(2);
    const QString a = outsideKey('a');
    const QString b = outsideKey('b');
    QString idOfA;
    {
        const auto data = open({a, {}});
        idOfA = data->keys().currentKeyId();
        rotate(*data);
        QCOMPARE(wrappedUnder(reportOf(*data).wraps, idOfA), 2);
        KeyRotation again(*data, &QDateTime::currentDateTimeUtc);
        const auto nothingToDo = again.begin(somebody);
        QCOMPARE(nothingToDo.error().kind, FailureKind::Conflict);
        QVERIFY(nothingToDo.error().message.contains(QStringLiteral("HOLDFAST_OLD_KEK_FILES")));
    }
    DataFolder::Options onlyB{m_server->dataFolder()};
    onlyB.outsideKeys.current = b;
    QCOMPARE(DataFolder::open(onlyB).error().kind, FailureKind::Conflict); // it opens nothing
    {
        const auto data = open({b, {a}});
        QVERIFY(data->keys().currentKeyId() != idOfA);
        rotate(*data);
        QCOMPARE(retireKey(*data, idOfA, somebody).error().kind, FailureKind::Conflict);
    }
    QVERIFY(QFile::exists(a));
    QCOMPARE(unreadable(*open({b, {}})), QStringList());
}

void tst_KeyRotation::fromOutsideBackIntoTheFolder()
{
    upload(2);
    const QString a = outsideKey('a');
    {
        const auto data = open({a, {}});
        rotate(*data);
        orThrow(retireKey(*data, QStringLiteral("default"), somebody));
    }
    QVERIFY(!DataFolder::open({m_server->dataFolder()}));
    {
        const auto data = open({{}, {a}});
        QVERIFY(data->keys().currentKeyId().startsWith(QStringLiteral("kek-")));
        rotate(*data);
    }
    QCOMPARE(unreadable(*open()), QStringList());
}

void tst_KeyRotation::isWrittenDownWithWhoAskedForIt()
{
    upload(2);
    const auto data = open();
    rotate(*data);
    orThrow(retireKey(*data, QStringLiteral("default"), somebody));
    Database &database = *orThrow(data->connections().ofThisThread());
    for (const char *action : {"key-rotation-begin", "key-rotation-end", "key-retire"}) {
        AuditFilter filter;
        filter.actions = {QString::fromLatin1(action)};
        const QList<AuditEntry> entries = orThrow(Audit(database).find(filter));
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].username, QStringLiteral("ada"));
        QVERIFY(!entries[0].detail.isEmpty());
    }
}

void tst_KeyRotation::oldTokensCountUntilTheyEndOrEndAtOnce()
{
    const QByteArray ada = m_api->tokenOf("ada");
    const auto rotateTokens = [&](const QByteArray &body) {
        return m_api->call("POST", "/api/keys/tokens/rotate",
                           TestApi::bearer(ada) + Fields{{"Content-Type", "application/json"}}, body);
    };
    QCOMPARE(rotateTokens(R"({"endSessions":false})").status, 200);
    QCOMPARE(m_api->get("/api/leads", m_alice).status, 200);
    const QByteArray newer = m_api->tokenOf("bob");
    QVERIFY(newer.split('.').first() != m_alice.split('.').first()); // another kid
    m_server->stop();
    m_server->start();
    QCOMPARE(m_api->get("/api/leads", m_alice).status, 200);
    QCOMPARE(m_api->get("/api/leads", newer).status, 200);
    QCOMPARE(rotateTokens(R"({"endSessions":true})").status, 200);
    for (const QByteArray &old : {m_alice, newer, ada})
        QCOMPARE(m_api->get("/api/leads", old).status, 401);
    QCOMPARE(m_api->get("/api/leads", m_api->tokenOf("bob")).status, 200);
}

void tst_KeyRotation::aTokenKeyThatWasEndedVerifiesNothingAndIsGone()
{
    const QByteArray forged = forgedToken();
    QCOMPARE(m_api->get("/api/keys", forged).status, 200);
    const auto rotateTokens = [&](const QByteArray &body) {
        return m_api->call("POST", "/api/keys/tokens/rotate",
                           TestApi::bearer(m_api->tokenOf("ada")) + Fields{{"Content-Type", "application/json"}}, body);
    };
    QCOMPARE(rotateTokens(R"({"endSessions":false})").status, 200);
    QCOMPARE(tokenKeyFiles().size(), 2);
    QCOMPARE(rotateTokens(R"({"endSessions":true})").status, 200);
    QCOMPARE(m_api->get("/api/keys", forged).status, 401);
    QCOMPARE(tokenKeyFiles().size(), 1);
    QVERIFY(!QFile::exists(firstTokenKey()));
    const QJsonArray listed =
        m_api->get("/api/keys", m_api->tokenOf("ada")).object().value(QLatin1String("tokenKeys")).toArray();
    QCOMPARE(listed.size(), 1);
    QVERIFY(listed[0].toObject().value(QLatin1String("current")).toBool());
}

void tst_KeyRotation::aTokenKeyThatWasEndedDoesNotComeBackAtAStart_data()
{
    QTest::addColumn<bool>("isNextLost");
    QTest::newRow("killed before its file was removed") << false;
    QTest::newRow("and the one that signs is lost") << true;
}

void tst_KeyRotation::aTokenKeyThatWasEndedDoesNotComeBackAtAStart()
{
    QFETCH(bool, isNextLost);
    const QByteArray forged = forgedToken();
    QFile first(firstTokenKey());
    QVERIFY(first.open(QIODevice::ReadOnly));
    const QByteArray bytes = first.readAll();
    first.close();
    orThrow(rotateTokenKey(*open(), OldTokens::EndAtOnce, somebody, nullptr));
    QCOMPARE(tokenKeyFiles().size(), 1);
    if (isNextLost)
        QVERIFY(QFile::remove(keysFolder() + tokenKeyFiles().first()));
    QVERIFY(first.open(QIODevice::WriteOnly));
    QVERIFY(first.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(first.write(bytes), bytes.size());
    first.close();
    m_server->start();
    QCOMPARE(m_api->get("/api/keys", forged).status, 401);
    QVERIFY(!QFile::exists(firstTokenKey()));
    QCOMPARE(m_api->get("/api/keys", m_api->tokenOf("ada")).status, 200);
}

QTEST_GUILESS_MAIN(tst_KeyRotation)
#include "tst_KeyRotation.moc"
