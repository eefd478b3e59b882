// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RemarksPush.h"

#include "contract/AnnotationJson.h"
#include "contract/RecordingJson.h"
#include "support/SampleRecording.h"
#include "support/ScriptedServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;
using Testing::ScriptedServer;
using Pending = LocalAnnotation::Pending;

/// Against a far side that keeps annotations and notes as the real one does, and cuts or refuses as a test wants.
class tst_RemarksPush : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_kept.clear();
        m_keys.clear();
        m_ended.clear();
        m_recording = Testing::recordingOf(5, LeadId{1});
        m_disturb = nullptr;
        m_server = std::make_unique<ScriptedServer>([this](const ScriptedServer::Request &request) {
            const bool hasBody = request.fields.value("content-length").toInt() > 0;
            if (hasBody && request.body.isEmpty()) {
                ScriptedServer::Answer later;
                later.awaitBody = true;
                return later;
            }
            ScriptedServer::Answer answer = answerTo(request);
            if (m_disturb)
                m_disturb(request, answer);
            return answer;
        });
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("a.db")), SecretKey::random()));
        QVERIFY(m_store->replaceRemoteRecordings(LeadId{1}, {m_recording}));
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_server->url());
        m_api->setToken("token");
        m_push = std::make_unique<RemarksPush>(*m_api, *m_store, nullptr, 10ms);
    }
    void cleanup()
    {
        m_push.reset();
        m_api.reset();
        m_server.reset();
    }

    void tellsTheServerWhatWasWritten()
    {
        m_push->start();
        const QUuid id = add(3s, QStringLiteral("asks for a refund"));
        QTRY_COMPARE(m_kept.size(), 1);
        QCOMPARE(m_kept.first().text, QStringLiteral("asks for a refund"));
        QTRY_COMPARE(find(id).pending, Pending::Nothing);
        LocalAnnotation edited = find(id);
        edited.annotation.text = QStringLiteral("wants a refund");
        QVERIFY(m_store->annotations().change(edited));
        QTRY_COMPARE(m_kept.first().text, QStringLiteral("wants a refund"));
        QTRY_COMPARE(find(id).pending, Pending::Nothing);
        QVERIFY(m_store->annotations().remove(id));
        QTRY_VERIFY(m_kept.isEmpty());
    }
    void whatWasWrittenWhileTheServerWasAwayIsToldWhenItIsBack()
    {
        m_server->goAway();
        m_push->start();
        add(1s, QStringLiteral("one"));
        add(2s, QStringLiteral("two"));
        QTRY_VERIFY(!m_api->isReachable());
        m_server->comeBack();
        QTRY_COMPARE(m_kept.size(), 2);
    }
    void aCreateWhoseAnswerWasLostIsThereOnce()
    {
        int cuts = 2;
        m_disturb = [&cuts](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method == "POST" && cuts-- > 0)
                answer.cutAnswerAfter = 3; // kept there, and nobody here knows
        };
        m_push->start();
        const QUuid id = add(1s, QStringLiteral("one"));
        QTRY_COMPARE_WITH_TIMEOUT(find(id).pending, Pending::Nothing, 10'000);
        QCOMPARE(m_kept.size(), 1);
        QVERIFY(find(id).annotation.id.isValid());
    }
    void whatWasTypedAfterACreateWhoseAnswerWasLostIsWhatStands()
    {
        QUuid id;
        m_disturb = [this, &id](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != "POST" || m_kept.size() != 1 || m_kept.first().text != QStringLiteral("one"))
                return;
            if (find(id).annotation.text == QStringLiteral("one")) {
                answer.cutAnswerAfter = 3;
                LocalAnnotation edited = find(id);
                edited.annotation.text = QStringLiteral("two");
                QVERIFY(m_store->annotations().change(edited));
            }
        };
        m_push->start();
        id = add(1s, QStringLiteral("one"));
        QTRY_COMPARE_WITH_TIMEOUT(find(id).pending, Pending::Nothing, 10'000);
        QCOMPARE(m_kept.size(), 1);
        QCOMPARE(m_kept.first().text, QStringLiteral("two"));
    }
    void whatIsRemovedAfterACreateWhoseAnswerWasLostIsGoneThereToo()
    {
        QUuid id;
        m_disturb = [this, &id](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != "POST")
                return;
            answer.cutAnswerAfter = 3;
            QVERIFY(m_store->annotations().remove(id));
        };
        m_push->start();
        id = add(1s, QStringLiteral("one"));
        QTRY_COMPARE_WITH_TIMEOUT(*m_store->annotations().unsent(), 0, 10'000);
        QVERIFY(m_kept.isEmpty());
    }
    void aChangeIsMadeOverWhatTheServerHasByThen()
    {
        m_push->start();
        const QUuid id = add(1s, QStringLiteral("one"));
        QTRY_COMPARE(find(id).pending, Pending::Nothing);
        m_disturb = [this](const ScriptedServer::Request &request, ScriptedServer::Answer &) {
            if (request.method == "GET" && m_kept.first().revision < 4)
                ++m_kept.first().revision; // behind the answer that is on its way
        };
        LocalAnnotation edited = find(id);
        edited.annotation.text = QStringLiteral("two");
        QVERIFY(m_store->annotations().change(edited));
        QTRY_COMPARE_WITH_TIMEOUT(find(id).pending, Pending::Nothing, 10'000);
        QCOMPARE(m_kept.first().text, QStringLiteral("two"));
        QCOMPARE(m_kept.first().revision, 5);
    }
    void whatTheServerWillNeverTakeIsMarkedAndTheOthersGoOn()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.body.contains("bad"))
                answer = {400, R"({"message":"Not that."})", {}};
        };
        m_push->start();
        const QUuid bad = add(1s, QStringLiteral("bad"));
        const QUuid good = add(2s, QStringLiteral("good"));
        QTRY_COMPARE(find(good).pending, Pending::Nothing);
        QCOMPARE(find(bad).problem, QStringLiteral("Not that."));
    }
    void whatBelongsToARecordingThatIsNotStoredYetWaitsForIt()
    {
        LocalRecording waiting;
        waiting.uploadId = QUuid::createUuid();
        waiting.leadId = LeadId{1};
        waiting.attachedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(m_store->attach({waiting}));
        const QString key = QLatin1Char('u') + waiting.uploadId.toString(QUuid::WithoutBraces);
        m_push->start();
        add(1s, QStringLiteral("early"), key);
        const QUuid other = add(2s, QStringLiteral("other"));
        QTRY_COMPARE(find(other).pending, Pending::Nothing);
        QCOMPARE(m_kept.size(), 1);
        m_recording.id = RecordingId{6};
        QVERIFY(m_store->markStored(waiting.uploadId, m_recording));
        QTRY_COMPARE(m_kept.size(), 2);
    }
    void notesArriveWithTheRevisionThatTheyWereWrittenOver()
    {
        m_push->start();
        QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("after"),
                                        QStringLiteral("before")));
        QTRY_COMPARE(m_recording.notes, QStringLiteral("after"));
        QTRY_VERIFY(!*m_store->drafts().find({recording, RecordingField::Notes}));
        QCOMPARE((*m_store->findStored(RecordingId{5}))->remote->notes, QStringLiteral("after"));
    }
    void whatElseWasChangedMeanwhileIsNotInTheWayOfNotes()
    {
        m_recording.revision = 9; // a disposition, say
        m_push->start();
        QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("after"),
                                        QStringLiteral("before")));
        QTRY_COMPARE(m_recording.notes, QStringLiteral("after"));
        QTRY_VERIFY(!*m_store->drafts().find({recording, RecordingField::Notes}));
    }
    void notesThatSomebodyElseChangedMeanwhileAreLeftForAPersonToDecide()
    {
        m_recording.revision = 9;
        m_recording.notes = QStringLiteral("theirs");
        m_push->start();
        QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("mine"),
                                        QStringLiteral("before")));
        QTRY_COMPARE((*m_store->drafts().find({recording, RecordingField::Notes}))->theirs, QStringLiteral("theirs"));
        QCOMPARE(m_recording.notes, QStringLiteral("theirs"));
        QVERIFY(m_store->drafts().decide({recording, RecordingField::Notes}, QStringLiteral("theirs and mine")));
        QTRY_COMPARE(m_recording.notes, QStringLiteral("theirs and mine"));
        QTRY_VERIFY(!*m_store->drafts().find({recording, RecordingField::Notes}));
    }
    void ownNotesWhoseAnswerWasLostAreNobodyElses()
    {
        int cuts = 2;
        m_disturb = [this, &cuts](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != "PATCH" || answer.status != 200 || cuts == 0)
                return;
            answer.cutAnswerAfter = 3;
            QVERIFY(m_store->drafts().write({recording, RecordingField::Notes},
                                            QStringLiteral("typed %1").arg(3 - --cuts), {}));
        };
        m_push->start();
        QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("typed 1"),
                                        QStringLiteral("before")));
        QTRY_COMPARE_WITH_TIMEOUT(*m_store->drafts().unsent(), 0, 10'000);
        QCOMPARE(m_recording.notes, QStringLiteral("typed 3"));
    }
    void notesThatWereHeldUpOnTheirWayAreNobodyElses()
    {
        bool isHeldUp = true;
        m_disturb = [this, &isHeldUp](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.method != "PATCH" || !isHeldUp)
                return;
            isHeldUp = false;
            // It has not arrived, as far as can be seen; it does so before what is typed next.
            answer.cutAnswerAfter = 3;
            QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("second"), {}));
            QVERIFY(m_store->drafts().markSending({recording, RecordingField::Notes}, QStringLiteral("second")));
        };
        m_push->start();
        QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("first"),
                                        QStringLiteral("before")));
        QTRY_COMPARE_WITH_TIMEOUT(*m_store->drafts().unsent(), 0, 10'000);
        QCOMPARE(m_recording.notes, QStringLiteral("second"));
    }
    void whatWasWrittenOnARecordingThatIsNotKeptHereArrivesToo()
    {
        forgetRecording(); // it was found by a search, say
        m_push->start();
        const QUuid id = add(1s, QStringLiteral("one"));
        QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("after"),
                                        QStringLiteral("before")));
        QTRY_COMPARE(find(id).pending, Pending::Nothing);
        QTRY_COMPARE(m_recording.notes, QStringLiteral("after"));
        QTRY_VERIFY(!*m_store->drafts().find({recording, RecordingField::Notes}));
        QCOMPARE(m_kept.size(), 1);
    }
    void notesOfSomebodyElseOnARecordingThatIsNotKeptHereAreNotOverwritten()
    {
        forgetRecording();
        m_recording.notes = QStringLiteral("theirs");
        m_push->start();
        QVERIFY(m_store->drafts().write({recording, RecordingField::Notes}, QStringLiteral("mine"),
                                        QStringLiteral("before")));
        QTRY_COMPARE((*m_store->drafts().find({recording, RecordingField::Notes}))->theirs, QStringLiteral("theirs"));
        QCOMPARE(m_recording.notes, QStringLiteral("theirs"));
    }
    void whatWasWrittenOnARecordingThatIsGoneIsMarkedAndTheOthersGoOn()
    {
        m_disturb = [](const ScriptedServer::Request &request, ScriptedServer::Answer &answer) {
            if (request.path == "/api/recordings/7")
                answer = {404, R"({"message":"Recording not found"})", {}};
        };
        m_push->start();
        const QString gone = QStringLiteral("r7");
        const QUuid lost = add(1s, QStringLiteral("lost"), gone);
        QVERIFY(m_store->drafts().write({gone, RecordingField::Notes}, QStringLiteral("lost"), {}));
        const QUuid other = add(2s, QStringLiteral("other"));
        QTRY_COMPARE(find(other).pending, Pending::Nothing);
        QTRY_VERIFY(!(*m_store->drafts().find({gone, RecordingField::Notes}))->problem.isEmpty());
        QVERIFY(!find(lost).problem.isEmpty());
        QCOMPARE(m_kept.size(), 1);
    }
    void asksForASignInAndGoesOnAfterwards()
    {
        bool signedOut = true;
        m_disturb = [&signedOut](const ScriptedServer::Request &, ScriptedServer::Answer &answer) {
            if (signedOut)
                answer = {401, R"({"message":"Invalid or expired token"})", {}};
        };
        m_push->start();
        const QUuid id = add(1s, QStringLiteral("one"));
        QTRY_VERIFY(!m_api->hasToken());
        QCOMPARE(find(id).problem, QString());
        signedOut = false;
        m_api->setToken("another");
        QTRY_COMPARE(find(id).pending, Pending::Nothing);
    }

private:
    ScriptedServer::Answer answerTo(const ScriptedServer::Request &request)
    {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (request.method == "PATCH") {
            if (request.fields.value("if-match") != '"' + QByteArray::number(m_recording.revision) + '"')
                return {412, R"({"message":"It was changed meanwhile."})", {}};
            m_recording.notes = body.value(QLatin1String("notes")).toString();
            ++m_recording.revision;
            return json(200, toJson(m_recording));
        }
        if (!request.path.contains("/annotations"))
            return json(200, toJson(m_recording));
        if (request.method == "GET") {
            QJsonArray list;
            for (const Annotation &annotation : m_kept)
                list.append(toJson(annotation));
            return {200, QJsonDocument(list).toJson(), {}};
        }
        if (request.method == "POST") {
            const QByteArray key = request.fields.value("idempotency-key");
            if (m_ended.contains(key))
                return {404, R"({"message":"This annotation was deleted meanwhile."})", {}};
            for (const Annotation &annotation : m_kept)
                if (m_keys.value(annotation.id) == key)
                    return json(201, toJson(annotation));
            Annotation annotation = *annotationRequestFromJson(body);
            annotation.id = AnnotationId{++m_lastId};
            complete(annotation);
            m_kept.append(annotation);
            m_keys.insert(annotation.id, key);
            return json(201, toJson(annotation));
        }
        if (request.method == "DELETE" && request.path.endsWith("/annotations")) {
            const QByteArray key = request.fields.value("idempotency-key");
            m_kept.removeIf([&](const Annotation &annotation) { return m_keys.value(annotation.id) == key; });
            m_ended.append(key);
            return {204, {}, {}};
        }
        const AnnotationId id{request.path.mid(request.path.lastIndexOf('/') + 1).toLongLong()};
        for (qsizetype i = 0; i < m_kept.size(); ++i) {
            if (m_kept.at(i).id != id)
                continue;
            if (request.method == "DELETE") {
                m_kept.removeAt(i);
                return {204, {}, {}};
            }
            const qint64 revision = m_kept.at(i).revision;
            if (request.fields.value("if-match") != '"' + QByteArray::number(revision) + '"')
                return {412, R"({"message":"It was changed meanwhile."})", {}};
            m_kept[i] = *annotationRequestFromJson(body);
            m_kept[i].id = id;
            m_kept[i].revision = revision + 1;
            complete(m_kept[i]);
            return json(200, toJson(m_kept.at(i)));
        }
        return {404, R"({"message":"Annotation not found"})", {}};
    }
    static void complete(Annotation &annotation)
    {
        annotation.recordingId = RecordingId{5};
        annotation.authorId = UserId{3};
        annotation.authorName = QStringLiteral("Alice");
        annotation.createdAt = annotation.updatedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    }
    static ScriptedServer::Answer json(int status, const QJsonObject &object)
    {
        return {status, QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
    }
    QUuid add(std::chrono::milliseconds start, const QString &text) { return add(start, text, recording); }
    QUuid add(std::chrono::milliseconds start, const QString &text, const QString &key)
    {
        LocalAnnotation added;
        added.localId = QUuid::createUuid();
        added.annotation.start = start;
        added.annotation.text = text;
        complete(added.annotation);
        if (!m_store->annotations().add(key, added))
            qFatal("it was not kept");
        return added.localId;
    }
    void forgetRecording()
    {
        QVERIFY(m_store->replaceRemoteRecordings(LeadId{1}, {}));
        QVERIFY(!*m_store->findStored(RecordingId{5}));
    }
    LocalAnnotation find(QUuid id) const { return *m_store->annotations().find(id); }

    const QString recording = QStringLiteral("r5");
    Recording m_recording;
    QList<Annotation> m_kept; ///< by the server
    QHash<AnnotationId, QByteArray> m_keys;
    QByteArrayList m_ended; ///< keys
    qint64 m_lastId = 0;
    std::function<void(const ScriptedServer::Request &, ScriptedServer::Answer &)> m_disturb;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<RemarksPush> m_push;
};

QTEST_GUILESS_MAIN(tst_RemarksPush)
#include "tst_RemarksPush.moc"
