// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/WipeLocalData.h"

#include "actions/PersonalFiles.h"
#include "actions/SignIn.h"
#include "local/RecordingKey.h"
#include "support/MemoryKeychain.h"
#include "support/SampleRecording.h"
#include "support/ScriptedServer.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QDirIterator>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Holdfast;
using Testing::MemoryKeychain;
using Testing::ScriptedServer;
using Testing::wait;

namespace {

const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};

} // namespace

class tst_WipeLocalData : public QObject
{
    Q_OBJECT
    using Outcome = Result<SignIn::SignedOut>;
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<MemoryKeychain>();
        m_server = std::make_unique<ScriptedServer>([this](const auto &request) { return answer(request); });
        restart();
    }
    void cleanup()
    {
        m_session.reset();
        m_signIn.reset();
        m_api.reset();
        m_server.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void nothingStaysWhereTheServerHasItAll_data()
    {
        QTest::addColumn<bool>("isServerThere");
        QTest::newRow("online") << true;
        QTest::newRow("offline") << false;
    }
    void nothingStaysWhereTheServerHasItAll()
    {
        QFETCH(bool, isServerThere);
        signInAndHear();
        if (!isServerThere)
            m_server->goAway();
        const Outcome out = wipe();
        QCOMPARE(out.has_value(), isServerThere);
        if (isServerThere)
            QVERIFY(out->sentence.isEmpty());
        else
            QVERIFY(out.error().message.startsWith(QStringLiteral("You are signed out on this computer.")));
        QVERIFY(!QFile::exists(personFolder()));
        QVERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(!anyFileContains("Dora Weber"));
    }
    void whatWaitsInTheInboxIsSaidAndComesBack()
    {
        signInAndHear();
        const FoundFile call{QStringLiteral("/calls/new.wav"), 9, QDateTime::fromMSecsSinceEpoch(5, Qt::UTC)};
        QVERIFY(m_session->store->inbox().take({call}));
        const Outcome out = wipe();
        QVERIFY(out);
        QVERIFY2(out->sentence.contains(QStringLiteral("1 file(s) of the watched folders wait in the inbox")),
                 qPrintable(out->sentence));
        QVERIFY(!anyFileContains("Dora Weber"));
        restart();
        signIn();
        const auto waiting = *m_session->store->inbox().entries();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().file.path, call.path);
    }
    void saysThatFilesOfTheInboxWaitThereAndAreNotSent()
    {
        WipeLocalData::Wiped wiped;
        wiped.left.isSealed = true;
        wiped.left.unsent.inInbox = 2;
        const QString waits = QStringLiteral("2 file(s) of the watched folders wait in the inbox until you sign in "
                                             "again; the files stay where they are.");
        QCOMPARE(wiped.sentence(), waits);
        wiped.left.unsent.remarks = 1;
        QCOMPARE(wiped.sentence(), QStringLiteral("Not stored yet: 1 note(s). That stays on this computer, sealed, and "
                                                  "is sent when you sign in again. ") +
                                       waits);
    }
    void whatIsNotStoredYetStaysSealedIsSaidAndComesBack()
    {
        signInAndHear();
        const QUuid uploadId = attach();
        write(QStringLiteral("a note of mine"));
        const Outcome out = wipe();
        QVERIFY(out);
        QCOMPARE(out->sentence, QStringLiteral("Not stored yet: 1 recording(s), 1 note(s). That stays on this "
                                               "computer, sealed, and is sent when you sign in again."));
        QVERIFY(!anyFileContains("Dora Weber"));
        QVERIFY(!anyFileContains("a note of mine"));
        QCOMPARE(m_keychain->secrets.size(), 1); // the key to it
        QVERIFY(!QFile::exists(personFolder() + PersonalFiles::personFile));
        restart();
        signIn();
        QCOMPARE(m_session->store->outbox()->size(), 1);
        QCOMPARE(readAll(uploadId.toString(QUuid::WithoutBraces)), QByteArray("to be sent"));
        QCOMPARE((*m_session->store->drafts().find(notes))->text, QStringLiteral("a note of mine"));
        QVERIFY(!m_session->cache->has(QStringLiteral("r5")));
        QVERIFY(!PersonalFiles::isDatabaseSealed(*m_session->cache));
        QVERIFY(wipe()); // and once more
        restart();
        signIn();
        QCOMPARE(m_session->store->outbox()->size(), 1);
    }
    void theFiltersThatOneKeptGoToo()
    {
        signInAndHear();
        attach();
        KeptFilter filter;
        filter.name = QStringLiteral("Mrs Weber's calls");
        QVERIFY(m_session->filters.put(filter));
        QVERIFY(m_session->filters.save());
        QVERIFY(anyFileContains("Mrs Weber"));
        QVERIFY(wipe());
        QVERIFY(!anyFileContains("Mrs Weber"));
    }
    void aSecondWipeKeepsWhatTheFirstLeft()
    {
        signInAndHear();
        const QUuid uploadId = attach();
        write(QStringLiteral("a note of mine"));
        QVERIFY(wipe());
        for (int more = 0; more < 2; ++more) {
            restart();
            const auto again = wait(m_signIn->wipe({m_server->url(), QStringLiteral("alice")}));
            QVERIFY(again);
            QVERIFY2(again->sentence().contains(QStringLiteral("1 recording(s), 1 note(s)")),
                     qPrintable(again->sentence()));
        }
        restart();
        signIn();
        QCOMPARE(m_session->store->outbox()->size(), 1);
        QCOMPARE(readAll(uploadId.toString(QUuid::WithoutBraces)), QByteArray("to be sent"));
        QCOMPARE((*m_session->store->drafts().find(notes))->text, QStringLiteral("a note of mine"));
    }
    void aWipeRemovesNothingWhileWhatAnEarlierOneSealedCannotBeOpened()
    {
        signInAndHear();
        attach();
        QVERIFY(wipe());
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        const auto refused = wait(m_signIn->wipe({m_server->url(), QStringLiteral("alice")}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Conflict);
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Works;
        signIn();
        QCOMPARE(m_session->store->outbox()->size(), 1);
    }
    void whatIsSealedIsSaidWhileTheKeyringIsAway()
    {
        signInAndHear();
        attach();
        QVERIFY(wipe());
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        signIn();
        QVERIFY(m_session->isEarlierAway);
        QVERIFY2(m_session->storeProblem.contains(QStringLiteral("sealed with a key in the keyring")),
                 qPrintable(m_session->storeProblem));
    }
    void aSignInGoesOnWhereTheKeyOfWhatIsSealedIsLost()
    {
        signInAndHear();
        attach();
        QVERIFY(wipe());
        restart();
        m_keychain->secrets.clear();
        signIn();
        QVERIFY(m_session);
        QVERIFY(m_session->isEarlierAway);
        QVERIFY2(m_session->storeProblem.contains(QStringLiteral("a key that the keyring has lost")),
                 qPrintable(m_session->storeProblem));
    }
    void whatNoKeyOpensStaysUntilAPersonGivesItUp_data()
    {
        QTest::addColumn<bool>("wasWipedBefore");
        QTest::addColumn<QByteArray>("instead");
        for (const bool wasWipedBefore : {false, true})
            for (const char *instead : {"", "w"})
                QTest::addRow("%s, the key is %s", wasWipedBefore ? "sealed by a wipe" : "as it was used",
                              *instead ? "another" : "lost")
                    << wasWipedBefore << QByteArray(instead).repeated(32);
    }
    void whatNoKeyOpensStaysUntilAPersonGivesItUp()
    {
        QFETCH(bool, wasWipedBefore);
        QFETCH(QByteArray, instead);
        signInAndHear();
        const QUuid uploadId = attach();
        write(QStringLiteral("a note of mine"));
        if (wasWipedBefore)
            QVERIFY(wipe());
        restart();
        const QHash<QString, QByteArray> before = m_keychain->secrets;
        for (QByteArray &secret : m_keychain->secrets)
            secret = instead;
        if (instead.isEmpty())
            m_keychain->secrets.clear();
        signIn();
        QVERIFY(m_session->isEarlierAway);
        const Outcome out = wipe();
        QVERIFY(out && out->isLocked);
        QVERIFY2(out->sentence.startsWith(QStringLiteral("Not stored yet: 1 recording(s)")), qPrintable(out->sentence));
        QVERIFY2(out->sentence.contains(QStringLiteral("a key that the keyring does not hold")),
                 qPrintable(out->sentence));
        restart(); // no start gives it up either
        m_keychain->secrets = before;
        signIn();
        QCOMPARE(m_session->store->outbox()->size(), 1);
        QCOMPARE(readAll(uploadId.toString(QUuid::WithoutBraces)), QByteArray("to be sent"));
        QCOMPARE((*m_session->store->drafts().find(notes))->text, QStringLiteral("a note of mine"));
        QVERIFY(wipe());
        restart();
        m_keychain->secrets.clear();
        const auto givenUp =
            wait(m_signIn->wipe({m_server->url(), QStringLiteral("alice")}, PersonalWipe::Locked::GivenUp));
        QVERIFY(givenUp && givenUp->left.hasGivenUp);
        QVERIFY(!QFile::exists(personFolder()));
    }
    void nothingIsGivenUpWhileTheKeyringIsAway()
    {
        signInAndHear();
        attach();
        const QHash<QString, QByteArray> before = m_keychain->secrets;
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        const auto wiped =
            wait(m_signIn->wipe({m_server->url(), QStringLiteral("alice")}, PersonalWipe::Locked::GivenUp));
        QVERIFY(wiped && !wiped->left.hasGivenUp);
        m_keychain->mood = MemoryKeychain::Mood::Works;
        m_keychain->secrets = before;
        restart();
        signIn();
        QCOMPARE(m_session->store->outbox()->size(), 1);
    }
    void whatASignOutWithoutItLeavesIsUntouched()
    {
        signInAndHear();
        QVERIFY(wait(m_signIn->signOut(std::exchange(m_session, nullptr))));
        restart();
        signIn();
        QCOMPARE(m_session->store->leads()->size(), 1);
        QVERIFY(m_session->cache->has(QStringLiteral("r5")));
    }
    void somebodyWhoIsSignedOutAlreadyCanBeWiped()
    {
        signInAndHear();
        QVERIFY(wait(m_signIn->signOut(std::exchange(m_session, nullptr))));
        restart();
        QVERIFY(wait(m_signIn->wipe({m_server->url(), QStringLiteral("alice")})));
        QVERIFY(!QFile::exists(personFolder()));
        QVERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(wait(m_signIn->wipe({m_server->url(), QStringLiteral("nobody")})));
    }
    void withoutAKeyringWhatIsUnsentStaysAndThatIsSaid()
    {
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        signInAndHear();
        write(QStringLiteral("a note of mine"));
        const Outcome out = wipe();
        QVERIFY(out);
        QVERIFY(out->sentence.contains(QStringLiteral("not sealed")));
        QCOMPARE(sealedFiles(), 0);
        restart();
        signIn();
        QCOMPARE((*m_session->store->drafts().find(notes))->text, QStringLiteral("a note of mine"));
    }
    void withoutAKeyringItIsSaidThatOnlyTheOriginalFilesAreLeft()
    {
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        signInAndHear();
        attach();
        const QString recordings =
            QStringLiteral("Not stored yet: 1 recording(s). Of 1 recording(s) there is no copy here that lasts: keep "
                           "the original files, which are sent when you sign in again.");
        QCOMPARE(wipe()->sentence, recordings);
        restart();
        const auto again = wait(m_signIn->wipe({m_server->url(), QStringLiteral("alice")}));
        QVERIFY(again && again->hadData);
        QCOMPARE(again->sentence(), recordings);
        QVERIFY(!wait(m_signIn->wipe({m_server->url(), QStringLiteral("nobody")}))->hadData);
    }
    void nothingIsTakenFromUnderAnotherProgram()
    {
        signInAndHear();
        const auto wiped = wait(m_signIn->wipe({m_server->url(), QStringLiteral("alice")}));
        QCOMPARE(wiped.error().kind, FailureKind::Conflict);
        QVERIFY(m_session->cache->has(QStringLiteral("r5")));
    }
    void aWipeThatWasInterruptedGoesOnAtTheNextStart_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("hasUnsent");
        for (const bool hasUnsent : {false, true})
            for (const char *step : {"marked", "reduced", "sealed beside the database", "database gone", "copies gone"})
                QTest::addRow("%s, %s", step, hasUnsent ? "something unsent" : "nothing unsent")
                    << QString::fromLatin1(step) << hasUnsent;
    }
    void aWipeThatWasInterruptedGoesOnAtTheNextStart()
    {
        QFETCH(QString, step);
        QFETCH(bool, hasUnsent);
        signInAndHear();
        if (hasUnsent)
            write(QStringLiteral("a note of mine"));
        m_session.reset();
        QThreadPool::globalInstance()->waitForDone();
        stopAt(step);
        restart(); // as a program that starts does
        const auto resumed = wait(m_signIn->resume({m_server->url(), QStringLiteral("alice")}));
        QCOMPARE(resumed.error().kind, FailureKind::NotSignedIn); // it has waited for the wipe
        QVERIFY(!anyFileContains("Dora Weber"));
        QCOMPARE(QFile::exists(personFolder()), hasUnsent);
        QCOMPARE(m_keychain->secrets.size(), hasUnsent ? 1 : 0);
        QVERIFY(!QFile::exists(personFolder() + PersonalFiles::wipeMarkFile));
        signIn();
        const auto draft = *m_session->store->drafts().find(notes);
        QCOMPARE(draft ? draft->text : QString(), hasUnsent ? QStringLiteral("a note of mine") : QString());
        QVERIFY(!m_session->cache->has(QStringLiteral("r5")));
    }
    void whatIsSealedWaitsWhileADatabaseInItsPlaceHasSomethingUnsent()
    {
        signInAndHear();
        write(QStringLiteral("sealed"));
        QVERIFY(wipe());
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses; // this once
        signInAndHear();
        write(QStringLiteral("in between"));
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Works;
        signIn();
        QCOMPARE((*m_session->store->drafts().find(notes))->text, QStringLiteral("in between"));
        QVERIFY(m_session->store->drafts().markTold(notes, QStringLiteral("in between")));
        restart();
        signIn();
        QCOMPARE((*m_session->store->drafts().find(notes))->text, QStringLiteral("sealed"));
    }
    void withoutAKeyringNothingSealedOutlivesTheSession()
    {
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        signInAndHear();
        QCOMPARE(sealedFiles(), 1);
        m_session.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(sealedFiles(), 0);
    }
    void whatACrashLeftOfAnotherTimeGoesAtTheNextStart()
    {
        const QString left = personFolder() + PersonalFiles::cachesOfOneStart + QStringLiteral("/0123");
        QVERIFY(QDir().mkpath(left));
        QFile file(left + QStringLiteral("/r5.sealed"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        signIn();
        QTRY_COMPARE(sealedFiles(), 0);
        QVERIFY(m_session->tokenKept);
    }

private:
    void restart()
    {
        m_session.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_signIn.reset();
        m_api = std::make_unique<ApiClient>();
        m_signIn = std::make_unique<SignIn>(*m_api, *m_keychain, &QDateTime::currentDateTimeUtc, m_folder->path());
    }
    void signIn()
    {
        auto session = wait(m_signIn->signIn(m_server->url(), QStringLiteral("alice"), QStringLiteral("pass word")));
        if (!session)
            qFatal("no sign-in: %s", qPrintable(session.error().message));
        m_session = *session;
    }
    void signInAndHear()
    {
        signIn();
        Lead lead;
        lead.id = {1};
        lead.name = QStringLiteral("Dora Weber");
        QVERIFY(m_session->store->replaceLeads({lead}));
        Recording recording = Testing::recordingOf(5, {1});
        recording.leadName = QStringLiteral("a lead");
        QVERIFY(m_session->store->putRemote(recording));
        put(QStringLiteral("r5"), false, "heard");
    }
    QUuid attach()
    {
        LocalRecording recording;
        recording.uploadId = QUuid::createUuid();
        recording.leadId = {1};
        recording.sha256 = QByteArray(32, 'w');
        recording.attachedAt = recording.callAt = QDateTime::currentDateTimeUtc();
        put(recording.uploadId.toString(QUuid::WithoutBraces), true, "to be sent");
        if (!m_session->store->attach({recording}))
            qFatal("it could not be attached");
        return recording.uploadId;
    }
    void write(const QString &note)
    {
        QVERIFY(m_session->store->drafts().write(notes, note, QStringLiteral("before")));
    }
    void put(const QString &name, bool waits, const QByteArray &plain)
    {
        QBuffer source;
        source.setData(plain);
        const bool isOpen = source.open(QIODevice::ReadOnly);
        if (!isOpen || !(waits ? m_session->cache->putWaiting(name, source) : m_session->cache->put(name, source)))
            qFatal("nothing could be put into the cache");
    }
    QByteArray readAll(const QString &name) const
    {
        const auto file = m_session->cache->get(name);
        return file ? (*file)->readAll() : QByteArray();
    }
    Outcome wipe() { return wait(m_signIn->signOut(std::exchange(m_session, nullptr), SignIn::LocalData::Goes)); }
    /// What is on the disk where a program was killed there.
    void stopAt(const QString &step)
    {
        const PersonalWipe::Person person{m_server->url(), QStringLiteral("alice")};
        const PersonalWipe files(m_folder->path(), person);
        QVERIFY(files.mark());
        if (step == QStringLiteral("marked"))
            return;
        const QString database = personFolder() + PersonalFiles::databaseFile;
        if (step == QStringLiteral("reduced")) {
            QVERIFY(keepOnlyUnsent(database));
            return;
        }
        QVERIFY(keepOnlyUnsent(database));
        QVERIFY(QFile::copy(database, m_folder->filePath(QStringLiteral("reduced"))));
        PersonalWipe::Keys keys;
        for (auto secret = m_keychain->secrets.cbegin(); secret != m_keychain->secrets.cend(); ++secret)
            if (secret.key().startsWith(QStringLiteral("cache:")))
                keys.kept.push_back(std::move(*SecretKey::fromBytes(*secret)));
        QVERIFY(files.run(keys));
        if (step == QStringLiteral("sealed beside the database"))
            QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("reduced")), database));
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("reduced"))));
        if (step != QStringLiteral("copies gone")) {
            QFile copy(personFolder() + PersonalFiles::cacheFolder + QStringLiteral("/r5.sealed"));
            QVERIFY(copy.open(QIODevice::WriteOnly));
        }
    }
    ScriptedServer::Answer answer(const ScriptedServer::Request &request) const
    {
        if (request.path == "/api/auth/login")
            return {200, json(toJson(SignedIn{"SECRET-TOKEN", QDateTime::fromSecsSinceEpoch(9, Qt::UTC), alice})), {}};
        return {200, json(toJson(alice)), {}};
    }
    static QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(); }
    QString personFolder() const
    {
        return PersonalFiles::folderOf(m_folder->path(), m_server->url(), QStringLiteral("alice"));
    }
    int sealedFiles() const
    {
        int count = 0;
        for (QDirIterator files(m_folder->path(), {QStringLiteral("*.sealed")}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext(); files.next())
            ++count;
        return count;
    }
    bool anyFileContains(const QByteArray &text) const
    {
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    const User alice{{2}, QStringLiteral("alice"), QStringLiteral("Alice A."), Role::Agent};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SignIn> m_signIn;
    std::shared_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(tst_WipeLocalData)
#include "tst_WipeLocalData.moc"
