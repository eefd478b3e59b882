// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SignIn.h"

#include "actions/PersonalFiles.h"
#include "support/MemoryKeychain.h"
#include "support/ScriptedServer.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QDirIterator>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using Testing::MemoryKeychain;
using Testing::ScriptedServer;
using Testing::wait;

class tst_SignIn : public QObject
{
    Q_OBJECT
    using SessionResult = Result<std::shared_ptr<Session>>;
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<MemoryKeychain>();
        m_accepts = true;
        m_server = std::make_unique<ScriptedServer>([this](const auto &request) { return answer(request); });
        restart();
    }
    void cleanup()
    {
        m_signIn.reset();
        m_api.reset();
        m_server.reset();
        m_keychain.reset();
    }

    void keepsTheTokenInTheKeyringAndNoSecretInAFile()
    {
        const SessionResult session = signIn();
        QVERIFY(session);
        QCOMPARE((*session)->user, alice);
        QVERIFY((*session)->tokenKept);
        QVERIFY((*session)->keyringProblem.isEmpty());
        QVERIFY(m_api->hasToken());
        QCOMPARE(secret(QStringLiteral("token:")), QByteArray("SECRET-TOKEN"));
        QCOMPARE(m_keychain->secrets.size(), 2); // the token and the cache key; what was tried is gone
        QVERIFY(!anyFileContains("SECRET-TOKEN"));
        QVERIFY(!anyFileContains("pass word"));
        QVERIFY(!anyFileContains(cacheKey()));
    }
    void aLockThatNamesNobodyIsOfAProgramThatWasKilled()
    {
        signIn();
        restart();
        QDirIterator folders(m_folder->path(), {QStringLiteral("person.json")}, QDir::Files,
                             QDirIterator::Subdirectories);
        QVERIFY(folders.hasNext());
        folders.next();
        QFile lock(folders.fileInfo().path() + QStringLiteral("/lock"));
        QVERIFY(!lock.exists());
        QVERIFY(lock.open(QIODevice::WriteOnly)); // it was killed before it wrote who it is
        lock.close();
        const SessionResult session = signIn();
        QVERIFY2(session, session ? "" : qPrintable(session.error().message));
        QCOMPARE(signIn().error().kind, FailureKind::Conflict); // this one is somebody's
    }
    void resumesWithTheKeptTokenAndTheSameCache()
    {
        put(**signIn(), kept);
        restart();
        QCOMPARE(m_signIn->lastUsed().username, QStringLiteral("alice"));
        QCOMPARE(m_signIn->lastUsed().server, m_server->url());
        const SessionResult again = wait(m_signIn->resume());
        QVERIFY(again);
        QCOMPARE((*(*again)->cache->get(kept))->readAll(), QByteArray("plain"));
        QCOMPARE(m_server->requests().last().fields.value("authorization"), QByteArray("Bearer SECRET-TOKEN"));
    }
    void opensTheLocalDataWhereTheServerIsAway()
    {
        QVERIFY(signIn());
        restart();
        m_server->goAway();
        const SessionResult again = wait(m_signIn->resume());
        QVERIFY(again);
        QCOMPARE((*again)->user, alice);
        QCOMPARE((*again)->sync->condition(), SyncCondition::Offline);
    }
    void asksForASignInWhereTheTokenNoLongerCounts()
    {
        QVERIFY(signIn());
        restart();
        m_accepts = false;
        QCOMPARE(wait(m_signIn->resume()).error().kind, FailureKind::NotSignedIn);
        QCOMPARE(m_keychain->secrets.size(), 1); // the cache key stays: what waits is sealed under it
        m_accepts = true;
        QCOMPARE(wait(m_signIn->resume()).error().kind, FailureKind::NotSignedIn);
        QVERIFY(signIn());
    }
    void saysThatNobodySignedInYet()
    {
        QCOMPARE(wait(m_signIn->resume()).error().kind, FailureKind::NotSignedIn);
        QCOMPARE(m_server->heads(), 0);
    }
    void goesOnWithoutAKeyringAndSaysSo_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<QString>("refusesOnly");
        QTest::newRow("no keyring") << int(MemoryKeychain::Mood::Refuses) << QString();
        QTest::newRow("locked: takes it and does not give it back") << int(MemoryKeychain::Mood::Forgets) << QString();
        QTest::newRow("refuses the token") << int(MemoryKeychain::Mood::Works) << QStringLiteral("token:");
        QTest::newRow("refuses the cache key") << int(MemoryKeychain::Mood::Works) << QStringLiteral("cache:");
    }
    void goesOnWithoutAKeyringAndSaysSo()
    {
        QFETCH(int, mood);
        QFETCH(QString, refusesOnly);
        m_keychain->mood = static_cast<MemoryKeychain::Mood>(mood);
        m_keychain->refusesOnly = refusesOnly;
        const SessionResult session = signIn();
        QVERIFY(session);
        QVERIFY(!(*session)->tokenKept);
        QVERIFY((*session)->keyringProblem.contains(QStringLiteral("until Holdfast is closed")));
        put(**session, kept);
        QVERIFY(!anyFileContains("SECRET-TOKEN"));
        QVERIFY(!anyFileContains("plain"));
    }
    void saysOfWhatWaitsWithoutAKeyringThatItsCopyIsGone()
    {
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        LocalRecording waiting;
        waiting.uploadId = QUuid::createUuid();
        waiting.leadId = {8};
        waiting.name = QStringLiteral("call.wav");
        waiting.originalPath = QStringLiteral("/calls/call.wav");
        waiting.sha256 = QByteArray(32, 's');
        waiting.fileSize = 5;
        waiting.attachedAt = QDateTime::currentDateTimeUtc();
        waiting.callAt = waiting.attachedAt;
        {
            const SessionResult first = signIn();
            QVERIFY((*first)->store->attach({waiting}));
            QVERIFY((*first)->store->markProblem(waiting.uploadId, QStringLiteral("It is safe on this computer."),
                                                 TransferState::Waiting));
        }
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        const SessionResult again = signIn();
        const auto found = (*again)->store->find(waiting.uploadId);
        QVERIFY(found);
        QCOMPARE(found->state, TransferState::Waiting);
        QVERIFY2(found->problem.contains(QStringLiteral("sent from the original file")), qPrintable(found->problem));
    }
    void leavesWhatIsSealedUnderAKeptKeyWhereTheKeyringIsAwayForOnce()
    {
        put(**signIn(), kept);
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        {
            const SessionResult without = signIn();
            QVERIFY(without);
            QVERIFY(!(*without)->cache->has(kept));
        }
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Works;
        const SessionResult again = signIn();
        QCOMPARE((*(*again)->cache->get(kept))->readAll(), QByteArray("plain"));
    }
    void leavesWhatWasWrittenUnderAKeptKeyWhereTheKeyringIsAwayForOnceAndSaysSo()
    {
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        {
            const SessionResult with = signIn();
            QVERIFY((*with)->storeProblem.isEmpty());
            QVERIFY((*with)->store->drafts().write(notes, QStringLiteral("private words"), {}));
        }
        QVERIFY(!anyFileContains("private words"));
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        {
            const SessionResult without = signIn();
            QVERIFY(without);
            QVERIFY((*without)->storeProblem.contains(QStringLiteral("sealed with a key in the keyring")));
            QVERIFY(!*(*without)->store->drafts().find(notes));
            QVERIFY((*without)->store->drafts().write(notes, QStringLiteral("other words"), {}));
        }
        QVERIFY(!anyFileContains("other words"));
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Works;
        const SessionResult again = signIn();
        QCOMPARE((*(*again)->store->drafts().find(notes))->text, QStringLiteral("private words"));
    }
    void whereNothingWaitsToBeSentNothingIsSaidToBeSealedAway()
    {
        QVERIFY((*signIn())->storeProblem.isEmpty());
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Refuses;
        {
            const SessionResult without = signIn();
            QVERIFY(without);
            QVERIFY(!(*without)->isEarlierAway);
            QCOMPARE((*without)->storeProblem, QString());
        }
        restart();
        m_keychain->mood = MemoryKeychain::Mood::Works;
        m_keychain->secrets.remove(nameOf(QStringLiteral("cache:")));
        const SessionResult lost = signIn();
        QVERIFY(lost);
        QVERIFY(!(*lost)->isEarlierAway);
        QVERIFY2((*lost)->storeProblem.startsWith(QStringLiteral("Nothing of yours waits here")),
                 qPrintable((*lost)->storeProblem));
    }
    void leavesWhatIsSealedAsItIsWhereTheKeyringHasLostOrChangedTheKey_data()
    {
        QTest::addColumn<QByteArray>("instead");
        QTest::newRow("lost") << QByteArray();
        QTest::newRow("another") << QByteArray(32, 'w');
    }
    void leavesWhatIsSealedAsItIsWhereTheKeyringHasLostOrChangedTheKey()
    {
        QFETCH(QByteArray, instead);
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        QVERIFY((*signIn())->store->drafts().write(notes, QStringLiteral("private words"), {}));
        restart();
        const QString name = nameOf(QStringLiteral("cache:"));
        const QByteArray key = m_keychain->secrets.take(name);
        if (!instead.isEmpty())
            m_keychain->secrets.insert(name, instead);
        {
            const SessionResult without = signIn();
            QVERIFY(without);
            QVERIFY((*without)->isEarlierAway);
            QVERIFY((*without)->storeProblem.contains(QStringLiteral("the keyring does not hold now")));
            QVERIFY((*without)->keyringProblem.contains(QStringLiteral("Keep original files")));
        }
        QCOMPARE(m_keychain->secrets.value(name), instead);
        restart();
        m_keychain->secrets.insert(name, key);
        QCOMPARE((*(*signIn())->store->drafts().find(notes))->text, QStringLiteral("private words"));
    }
    void opensWhatAnOlderVersionSealedAndLeavesItsKeyToOthers_data()
    {
        QTest::addColumn<bool>("isOfAnotherProgram");
        QTest::newRow("the window") << false;
        QTest::newRow("holdfastctl") << true;
    }
    void opensWhatAnOlderVersionSealedAndLeavesItsKeyToOthers()
    {
        QFETCH(bool, isOfAnotherProgram);
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        QVERIFY((*signIn())->store->drafts().write(notes, QStringLiteral("private words"), {}));
        restart();
        m_keychain->older = std::make_unique<MemoryKeychain>();
        const QString olderName = QStringLiteral("cache:alice@") + m_server->url().toString();
        const QByteArray key = m_keychain->secrets.take(nameOf(QStringLiteral("cache:")));
        m_keychain->secrets.clear();
        m_keychain->secrets.insert(olderName, isOfAnotherProgram ? QByteArray(32, 'w') : key);
        m_keychain->older->secrets.insert(olderName, isOfAnotherProgram ? key : QByteArray(32, 'w'));
        QVERIFY(QFile::remove(PersonalFiles::folderOf(m_folder->path(), m_server->url(), QStringLiteral("alice")) +
                              PersonalFiles::keyringNameFile));
        for (int time = 0; time < 2; ++time) {
            const SessionResult session = signIn();
            QCOMPARE((*(*session)->store->drafts().find(notes))->text, QStringLiteral("private words"));
            QVERIFY((*session)->keyringProblem.isEmpty());
        }
        QCOMPARE(m_keychain->secrets.size(), 3); // the older key, its own, and the token
        QCOMPARE(secret(QStringLiteral("cache:")), key);
        QCOMPARE(m_keychain->older->secrets.size(), 1);
    }
    void aWipeOfOneProfileLeavesTheOtherItsKey()
    {
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        QVERIFY((*signIn())->store->drafts().write(notes, QStringLiteral("private words"), {}));
        {
            const QTemporaryDir elsewhere;
            ApiClient api;
            SignIn other(api, *m_keychain, &QDateTime::currentDateTimeUtc, elsewhere.path());
            const SessionResult session =
                wait(other.signIn(m_server->url(), QStringLiteral("alice"), QStringLiteral("pass word")));
            QVERIFY(wait(other.signOut(*session, SignIn::LocalData::Goes)));
        }
        restart();
        QCOMPARE((*(*signIn())->store->drafts().find(notes))->text, QStringLiteral("private words"));
    }
    void aCopyOfAProfileGetsANameOfItsOwnAndLeavesTheOriginalItsKey_data()
    {
        QTest::addColumn<bool>("isOfAnOlderVersion");
        QTest::newRow("marked") << false;
        QTest::newRow("of an older version, which marked nothing") << true;
    }
    void aCopyOfAProfileGetsANameOfItsOwnAndLeavesTheOriginalItsKey()
    {
        QFETCH(bool, isOfAnOlderVersion);
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        QVERIFY((*signIn())->store->drafts().write(notes, QStringLiteral("private words"), {}));
        restart();
        const QString folder = PersonalFiles::folderOf(m_folder->path(), m_server->url(), QStringLiteral("alice"));
        if (isOfAnOlderVersion) {
            QFile names(folder + PersonalFiles::keyringNameFile);
            QVERIFY(names.open(QIODevice::ReadWrite) && names.resize(32));
        }
        const QTemporaryDir elsewhere;
        const QString copy = PersonalFiles::folderOf(elsewhere.path(), m_server->url(), QStringLiteral("alice"));
        copyFolder(folder, copy);
        {
            ApiClient api;
            SignIn other(api, *m_keychain, &QDateTime::currentDateTimeUtc, elsewhere.path());
            const SessionResult session =
                wait(other.signIn(m_server->url(), QStringLiteral("alice"), QStringLiteral("pass word")));
            QVERIFY(session);
            QCOMPARE((*(*session)->store->drafts().find(notes))->text, QStringLiteral("private words"));
            QVERIFY((*session)->store->drafts().markTold(notes, QStringLiteral("private words")));
            QVERIFY(wait(other.signOut(*session, SignIn::LocalData::Goes)));
            QVERIFY(!QFile::exists(copy));
        }
        if (!isOfAnOlderVersion)
            QVERIFY(wait(m_signIn->resume({m_server->url(), QStringLiteral("alice")}))); // its sign-in goes on too
        restart();
        QCOMPARE((*(*signIn())->store->drafts().find(notes))->text, QStringLiteral("private words"));
        QVERIFY((*signIn())->keyringProblem.isEmpty());
    }
    void aProfileThatWasMovedStillOpensWhereTheKeyringTakesNothingNew()
    {
        const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
        QVERIFY((*signIn())->store->drafts().write(notes, QStringLiteral("private words"), {}));
        restart();
        const QString folder = PersonalFiles::folderOf(m_folder->path(), m_server->url(), QStringLiteral("alice"));
        const QTemporaryDir elsewhere;
        copyFolder(folder, PersonalFiles::folderOf(elsewhere.path(), m_server->url(), QStringLiteral("alice")));
        for (const QString &refused : {QStringLiteral("cache:"), QString()}) {
            m_keychain->refusesOnly = refused;
            ApiClient api;
            SignIn other(api, *m_keychain, &QDateTime::currentDateTimeUtc, elsewhere.path());
            const SessionResult session =
                wait(other.signIn(m_server->url(), QStringLiteral("alice"), QStringLiteral("pass word")));
            QVERIFY(session);
            QCOMPARE((*(*session)->store->drafts().find(notes))->text, QStringLiteral("private words"));
        }
    }
    void triesTheKeyringUnderANameOfItsOwnEachTime()
    {
        ApiClient api;
        const QTemporaryDir elsewhere;
        SignIn other(api, *m_keychain, &QDateTime::currentDateTimeUtc, elsewhere.path());
        const auto start = [&](SignIn &one) {
            return one.signIn(m_server->url(), QStringLiteral("alice"), QStringLiteral("pass word"));
        };
        const auto first = start(*m_signIn);
        const auto second = start(other);
        const SessionResult one = wait(first);
        const SessionResult two = wait(second);
        QVERIFY((*one)->keyringProblem.isEmpty());
        QVERIFY((*two)->keyringProblem.isEmpty());
        QCOMPARE(m_keychain->secrets.size(), 4); // nothing of what was tried
    }
    void saysThatNothingWasTakenInWhereNobodyIsKnownOffline()
    {
        signIn();
        restart();
        QFile person(PersonalFiles::folderOf(m_folder->path(), m_server->url(), QStringLiteral("alice")) +
                     PersonalFiles::personFile);
        QVERIFY(person.resize(0));
        m_server->goAway();
        const SessionResult offline = wait(m_signIn->resume());
        QCOMPARE(offline.error().kind, FailureKind::Unreachable);
        QVERIFY2(offline.error().message.contains(QStringLiteral("Nothing was taken in")),
                 qPrintable(offline.error().message));
    }
    void keepsWhatItKnowsFromOthersOnThisComputer()
    {
        const SessionResult session = signIn();
        QVERIFY(session);
        const QStringList folders = QDir(m_folder->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(folders.size(), 1);
        QCOMPARE(QFile::permissions(m_folder->filePath(folders.first())) &
                     (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
    }
    void refusesWhatCanNotBeAnAddress_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("username");
        QTest::newRow("no scheme") << QStringLiteral("localhost:3000") << QStringLiteral("alice");
        QTest::newRow("another scheme") << QStringLiteral("file:///etc") << QStringLiteral("alice");
        QTest::newRow("no host") << QStringLiteral("http://") << QStringLiteral("alice");
        QTest::newRow("in the clear to another computer")
            << QStringLiteral("http://recordings.example.com:3000") << QStringLiteral("alice");
        QTest::newRow("a name that only begins like this computer's")
            << QStringLiteral("http://127.0.0.1.example.com") << QStringLiteral("alice");
        QTest::newRow("nobody") << QStringLiteral("http://localhost") << QString();
    }
    void refusesWhatCanNotBeAnAddress()
    {
        QFETCH(QString, server);
        QFETCH(QString, username);
        const SessionResult session = wait(m_signIn->signIn(QUrl(server), username, QStringLiteral("x")));
        QCOMPARE(session.error().kind, FailureKind::Malformed);
        QVERIFY(m_keychain->secrets.isEmpty());
    }
    void keepsNothingAfterAWrongPassword()
    {
        m_accepts = false;
        const SessionResult session = signIn();
        QVERIFY(session.error().message.contains(QStringLiteral("password is not right")));
        QVERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(!m_api->hasToken());
        QVERIFY(m_signIn->lastUsed().username.isEmpty());
    }
    void letsOneProgramAtATimeWorkOnAPersonsData()
    {
        const SessionResult first = signIn();
        QVERIFY(first);
        const SessionResult second = signIn();
        QCOMPARE(second.error().kind, FailureKind::Conflict);
    }
    void endsATokenHereAndOnTheServer()
    {
        const SessionResult session = signIn();
        QVERIFY(wait(m_signIn->signOut(*session)));
        QVERIFY(!m_api->hasToken());
        QCOMPARE(m_keychain->secrets.keys(), QStringList{nameOf(QStringLiteral("cache:"))});
        QCOMPARE(m_server->requests().last().path, QByteArray("/api/auth/logout"));
        QCOMPARE(m_server->requests().last().fields.value("authorization"), QByteArray("Bearer SECRET-TOKEN"));
    }
    void saysSoWhereTheServerCouldNotBeToldOfTheSignOut()
    {
        const SessionResult session = signIn();
        m_server->goAway();
        const auto out = wait(m_signIn->signOut(*session));
        QVERIFY(out.error().message.startsWith(QStringLiteral("You are signed out on this computer.")));
        QCOMPARE(m_keychain->secrets.size(), 1);
    }
    void clearsSealedFilesOfNoRecordingThatIsKnownHere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a crash left it unnoted") << QUuid::createUuid().toString(QUuid::WithoutBraces);
        QTest::newRow("it came just when its recording went") << QStringLiteral("r17");
    }
    void clearsSealedFilesOfNoRecordingThatIsKnownHere()
    {
        QFETCH(QString, name);
        put(**signIn(), name);
        restart();
        const SessionResult again = signIn();
        QTRY_VERIFY(!(*again)->cache->has(name));
    }
    void canBeLeftWhileTheKeyringDoesNotAnswer()
    {
        m_keychain->mood = MemoryKeychain::Mood::Hangs;
        const auto waiting = m_signIn->signIn(m_server->url(), QStringLiteral("alice"), QStringLiteral("pass word"));
        QCoreApplication::processEvents();
        QVERIFY(!waiting.isFinished());
        m_signIn.reset();
        QTRY_VERIFY(waiting.isFinished());
        QCOMPARE(waiting.resultCount(), 0);
        QCOMPARE(m_server->heads(), 0);
    }

private:
    void restart()
    {
        m_signIn.reset();
        m_api = std::make_unique<ApiClient>();
        m_signIn = std::make_unique<SignIn>(*m_api, *m_keychain, &QDateTime::currentDateTimeUtc, m_folder->path());
    }
    SessionResult signIn()
    {
        return wait(m_signIn->signIn(m_server->url(), QStringLiteral("alice"), QStringLiteral("pass word")));
    }
    ScriptedServer::Answer answer(const ScriptedServer::Request &request) const
    {
        if (!m_accepts)
            return {401, R"({"message":"Invalid username or password"})", {}};
        if (request.path == "/api/auth/login")
            return {200, json(toJson(SignedIn{"SECRET-TOKEN", QDateTime::fromSecsSinceEpoch(9, Qt::UTC), alice})), {}};
        return {200, json(toJson(alice)), {}};
    }
    static QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(); }
    /// A file that no recording needs to be known for.
    const QString kept = QStringLiteral("kept");
    static void copyFolder(const QString &from, const QString &to)
    {
        for (QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            const QString target = to + files.next().mid(from.size());
            QVERIFY(QDir().mkpath(QFileInfo(target).path()));
            if (!target.endsWith(PersonalFiles::lockFile))
                QVERIFY(QFile::copy(files.filePath(), target));
        }
    }
    static void put(Session &session, const QString &name)
    {
        QBuffer source;
        source.setData("plain");
        if (!source.open(QIODevice::ReadOnly) || !session.cache->put(name, source))
            qFatal("nothing could be put into the cache");
    }
    QByteArray cacheKey() const { return secret(QStringLiteral("cache:")); }
    QString nameOf(const QString &what) const
    {
        for (auto one = m_keychain->secrets.cbegin(); one != m_keychain->secrets.cend(); ++one)
            if (one.key().startsWith(what) && one.key().contains(u'#'))
                return one.key();
        return {};
    }
    QByteArray secret(const QString &what) const { return m_keychain->secrets.value(nameOf(what)); }
    bool anyFileContains(const QByteArray &secret) const
    {
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
                return true;
        }
        return false;
    }

    const User alice{{2}, QStringLiteral("alice"), QStringLiteral("Alice A."), Role::Agent};
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_accepts = true;
    std::unique_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<SignIn> m_signIn;
};

QTEST_GUILESS_MAIN(tst_SignIn)
#include "tst_SignIn.moc"
