// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/AttachRecordings.h"
#include "local/RecordingKey.h"
#include "server-stub/api/TestApi.h"
#include "support/SignedIn.h"
#include "support/Tone.h"
#include "support/Wait.h"
#include "sync/ChangePull.h"
#include "sync/RemarksPush.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int soon = 2'000; ///< what the one changes is at the other within this

/// One person at one computer: the store, and all that sends and fetches.
class Client
{
public:
    Client(TestServer &server, const User &user, const QByteArray &token)
        : signedIn(server.url())
        , remarks(signedIn.api, *signedIn.session.store)
        , pull(signedIn.api, *signedIn.session.store, signedIn.session.cache, user, [] { return 0.5; })
    {
        signedIn.session.user = user;
        signedIn.api.setToken(token);
        QSignalSpy caughtUp(&pull, &ChangePull::caughtUp);
        signedIn.session.sync->start();
        remarks.start();
        pull.start();
        if (!caughtUp.wait(10'000))
            throw std::runtime_error("it did not catch up");
    }

    LocalStore &store() { return *signedIn.session.store; }
    SealedCache &cache() { return *signedIn.session.cache; }

    Testing::SignedIn signedIn;
    RemarksPush remarks;
    ChangePull pull;
};

} // namespace

/// Several clients of one server, each with its own local data: what the one does is at the others.
class tst_TwoClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_alice.reset();
        m_sam.reset();
        m_api.reset();
        m_server = std::make_unique<TestServer>();
        m_server->start();
        m_api = std::make_unique<TestApi>(*m_server);
        m_samsToken = m_api->tokenOf("sam");
        m_adasToken = m_api->tokenOf("ada");
        m_alice = std::make_unique<Client>(*m_server, userOf("alice"), m_api->tokenOf("alice"));
        m_sam = std::make_unique<Client>(*m_server, userOf("sam"), m_samsToken);
        QVERIFY(m_sam->store().leadMarks().opened(m_server->aliceLead));
    }
    void cleanup()
    {
        m_alice.reset();
        m_sam.reset();
        m_api.reset();
        m_server.reset();
    }

    void whatTheOneUploadsIsAtTheOther()
    {
        const LocalRecording mine = upload();
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->store().recordingsOf(m_server->aliceLead)->size(), 1, soon);
        QCOMPARE(m_sam->store().recordingsOf(m_server->aliceLead)->first().remote->id, mine.remote->id);
        QVERIFY(*m_sam->store().leadMarks().isUnread(m_server->aliceLead));
        for (Client *client : {m_alice.get(), m_sam.get()})
            QTRY_COMPARE_WITH_TIMEOUT(client->store().lead(m_server->aliceLead).value()->recordingCount, 1, soon);
        QVERIFY(!*m_alice->store().leadMarks().isUnread(m_server->aliceLead)); // she did it herself
    }
    void notesAndAnnotationsGoBothWays()
    {
        const LocalRecording mine = upload();
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->store().recordingsOf(m_server->aliceLead)->size(), 1, soon);
        const RecordingId id = mine.remote->id;
        const QString hers = recordingKey(mine);
        const QString his = recordingKey(QUuid(), id);

        QVERIFY(m_sam->store().drafts().write({his, RecordingField::Notes}, QStringLiteral("well done"), {}));
        QTRY_COMPARE_WITH_TIMEOUT((*m_alice->store().findStored(id))->remote->notes, QStringLiteral("well done"), soon);
        QVERIFY(*m_alice->store().leadMarks().isUnread(m_server->aliceLead));
        QVERIFY(m_alice->store().leadMarks().opened(m_server->aliceLead));

        LocalAnnotation annotation;
        annotation.localId = QUuid::createUuid();
        annotation.annotation.text = QStringLiteral("asks for a refund");
        annotation.annotation.authorId = m_alice->signedIn.session.user.id;
        annotation.annotation.createdAt = annotation.annotation.updatedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(m_alice->store().annotations().add(hers, annotation));
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->store().annotations().of(his)->size(), 1, soon);
        QTRY_COMPARE_WITH_TIMEOUT((*m_sam->store().findStored(id))->remote->annotationCount, 1, soon);
        QTRY_VERIFY_WITH_TIMEOUT(!*m_alice->store().following().nextDue(), soon);
        QCOMPARE(m_alice->store().annotations().of(hers)->size(), 1);
        QVERIFY(!*m_alice->store().leadMarks().isUnread(m_server->aliceLead));
    }
    void theDispositionGoesAlongWithAnUploadAndBothWaysAfterwards()
    {
        const LocalRecording mine = upload({{}, QStringLiteral("Call back")});
        const RecordingId id = mine.remote->id;
        const auto atSam = [&] { return *m_sam->store().findStored(id); };
        QTRY_VERIFY_WITH_TIMEOUT(atSam(), soon);
        QCOMPARE(atSam()->remote->disposition, QStringLiteral("Call back"));
        QCOMPARE(*m_sam->store().dispositions(), QStringList(QStringLiteral("Call back")));

        const DraftOf his{recordingKey(QUuid(), id), RecordingField::Disposition};
        QVERIFY(m_sam->store().drafts().write(his, QStringLiteral("Sale"), QStringLiteral("Call back")));
        const auto atAlice = [&] { return (*m_alice->store().findStored(id))->remote->disposition; };
        QTRY_COMPARE_WITH_TIMEOUT(atAlice(), QStringLiteral("Sale"), soon);
        QVERIFY(*m_alice->store().leadMarks().isUnread(m_server->aliceLead));
        QTRY_VERIFY_WITH_TIMEOUT(!*m_sam->store().drafts().find(his), soon);
    }
    void aHoldAndADeletionAreAtTheOther()
    {
        const LocalRecording mine = upload();
        const QByteArray path = "/api/recordings/" + QByteArray::number(mine.remote->id.value);
        const auto hold = [&](const char *body) {
            return m_api->call("PUT", path + "/compliance-hold", TestApi::bearer(m_samsToken), body).status;
        };
        QCOMPARE(hold(R"({"complianceHold":true})"), 200);
        QTRY_VERIFY_WITH_TIMEOUT((*m_alice->store().findStored(mine.remote->id))->remote->complianceHold, soon);
        QCOMPARE(hold(R"({"complianceHold":false})"), 200);
        QVERIFY(!m_alice->cache().names().isEmpty());
        QCOMPARE(m_api->call("DELETE", path, TestApi::bearer(m_samsToken)).status, 204);
        QTRY_VERIFY_WITH_TIMEOUT(m_alice->store().recordingsOf(m_server->aliceLead)->isEmpty(), soon);
        QTRY_VERIFY_WITH_TIMEOUT(m_alice->cache().names().isEmpty(), soon);
        QCOMPARE(m_alice->store().lead(m_server->aliceLead).value()->recordingCount, 0);
    }
    void aLeadThatIsGivenToSomebodyElseGoesFromTheDiskWithItsFiles()
    {
        const LocalRecording mine = upload();
        QVERIFY(m_alice->cache().has(mine.uploadId.toString(QUuid::WithoutBraces)));
        QVERIFY(m_alice->store().rememberListenedTo(mine, std::chrono::seconds(3)));
        assign(userOf("bob").id);
        QTRY_VERIFY_WITH_TIMEOUT(!*m_alice->store().lead(m_server->aliceLead), soon);
        QVERIFY(m_alice->store().recordingsOf(m_server->aliceLead)->isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_alice->cache().names().isEmpty(), soon);
        QVERIFY(!m_alice->store().find(mine.uploadId));

        assign(userOf("alice").id); // and back it comes, with the recording that the server has
        QTRY_COMPARE_WITH_TIMEOUT(m_alice->store().recordingsOf(m_server->aliceLead)->size(), 1, soon);
    }
    void whoIsDemotedKeepsNoLeadOfOthers()
    {
        const LocalRecording hers = upload();
        QTRY_COMPARE_WITH_TIMEOUT(m_sam->store().recordingsOf(m_server->aliceLead)->size(), 1, soon);
        const QString name = nameInCache(hers.remote->id);
        QBuffer sound;
        sound.setData("heard before");
        QVERIFY(sound.open(QIODevice::ReadOnly) && m_sam->cache().put(name, sound));
        QCOMPARE(m_sam->store().leads()->size(), 2);
        const User sam = userOf("sam");
        QSignalSpy me(&m_sam->pull, &ChangePull::meChanged);
        QCOMPARE(m_api
                     ->call("PUT", "/api/users/" + QByteArray::number(sam.id.value), TestApi::bearer(m_adasToken),
                            R"({"fullName":"Sam","role":"agent","disabled":false})")
                     .status,
                 200);
        QTRY_VERIFY_WITH_TIMEOUT(m_sam->store().leads()->isEmpty(), soon);
        QTRY_VERIFY_WITH_TIMEOUT(!m_sam->cache().has(name), soon);
        QVERIFY(m_sam->store().recordingsOf(m_server->aliceLead)->isEmpty());
        QCOMPARE(me.last().first().value<User>().role, Role::Agent);
    }
    void aServerThatGoesAwayAndComesBackIsFollowedOn()
    {
        QTRY_COMPARE(m_alice->signedIn.session.sync->condition(), SyncCondition::Online);
        m_server->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_alice->signedIn.session.sync->condition(), SyncCondition::Offline, 5'000);
        m_server->start();
        assign(userOf("bob").id);
        QTRY_VERIFY_WITH_TIMEOUT(!*m_alice->store().lead(m_server->aliceLead), 10'000);
        QCOMPARE(m_alice->signedIn.session.sync->condition(), SyncCondition::Online);
    }

private:
    User userOf(const char *name)
    {
        const QJsonArray users = m_api->get("/api/users", m_adasToken).array();
        for (const QJsonValue &user : users)
            if (user[QLatin1String("username")].toString() == QLatin1String(name))
                return *userFromJson(user.toObject());
        qFatal("no such user");
    }
    LocalRecording upload(const WrittenAlong &along = {})
    {
        AttachRecordings attaching(m_alice->signedIn.session, &QDateTime::currentDateTimeUtc);
        const QString file = m_alice->signedIn.write(QStringLiteral("call.wav"), toneWav(1, 440, 880));
        const auto inspected = wait(attaching.inspect({file}, m_server->aliceLead));
        const QUuid id = wait(attaching.attach(inspected, along)).uploadIds.first();
        if (!QTest::qWaitFor([&] { return m_alice->store().find(id)->state == TransferState::Stored; }))
            qFatal("it was not stored");
        return *m_alice->store().find(id);
    }
    void assign(UserId agent)
    {
        const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("name"), QStringLiteral("Jane")},
                                                          {QStringLiteral("agents"), QJsonArray{agent.value}}})
                                    .toJson();
        QCOMPARE(m_api
                     ->call("PUT", "/api/leads/" + QByteArray::number(m_server->aliceLead.value),
                            TestApi::bearer(m_samsToken), body)
                     .status,
                 200);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestApi> m_api;
    std::unique_ptr<Client> m_alice;
    std::unique_ptr<Client> m_sam;
    QByteArray m_samsToken;
    QByteArray m_adasToken;
};

QTEST_GUILESS_MAIN(tst_TwoClients)
#include "tst_TwoClients.moc"
