// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SignIn.h"

#include "actions/PersonalData.h"
#include "actions/PersonalFiles.h"
#include "domain/WhenFinished.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logSignIn, "holdfast.signin", QtWarningMsg)

QSettings lastSignIn(const QString &profile)
{
    return QSettings(profile + QStringLiteral("/sign-in.ini"), QSettings::IniFormat);
}

bool isThisComputer(const QString &host)
{
    static const QRegularExpression loopback(QStringLiteral("^(localhost|127(\\.\\d{1,3}){3}|::1)$"));
    return loopback.match(host).hasMatch();
}

std::optional<Failure> problemOf(const SignIn::Known &who)
{
    const bool isWeb = who.server.scheme() == QLatin1String("http") || who.server.scheme() == QLatin1String("https");
    if (!who.server.isValid() || !isWeb || who.server.host().isEmpty())
        return Failure{FailureKind::Malformed,
                       SignIn::tr("This is not the address of a server. It looks like https://name:3000."),
                       {},
                       {}};
    if (who.server.scheme() == QLatin1String("http") && !isThisComputer(who.server.host()))
        return Failure{FailureKind::Malformed,
                       SignIn::tr("With http:// anybody on the way could read your password and the recordings, so "
                                  "nothing was sent. Use the address that begins with https://, or ask your "
                                  "administrator for it."),
                       {},
                       {}};
    if (who.username.isEmpty())
        return Failure{FailureKind::Malformed, SignIn::tr("Give your user name."), {}, {}};
    return std::nullopt;
}

/// What the server refuses in its own language, said in the person's.
Failure inWords(Failure failure)
{
    if (failure.kind == FailureKind::NotSignedIn)
        failure.message = SignIn::tr("The user name or the password is not right. Check both and try again.");
    else if (failure.kind == FailureKind::Throttled && failure.retryAfter)
        failure.message = SignIn::tr("Too many attempts have failed. Wait %1 s, then try again.")
                              .arg(QLocale().toString(qint64(failure.retryAfter->count())));
    return failure;
}

} // namespace

/// One sign-in or resumption on its way:
///
///     signIn: checkKeyring ──► logIn ──┐      (with a session of the same person at hand it ends here: GoOnSignedIn)
///     resume: readToken ► askWhoItIs ──┴──► findCacheKey ──► chooseCacheKey ──► keepCacheKey ──► keepToken ──► open
///
/// From findCacheKey on it holds the folder's lock: two programs do not make two keys for one folder.
struct SignIn::Attempt
{
    Known who;
    PersonalSecrets secrets;
    PersonalData data;
    QString password;
    std::weak_ptr<Session> open; ///< whose sign-in has ended
    QByteArray token;
    PersonalSecrets::Place tokenPlace; ///< where it was found; nowhere at a sign-in
    std::unique_ptr<QLockFile> lock;
    std::optional<SecretKey> cacheKey; ///< of the keyring; none where it has none that is of use
    bool isCacheKeyLost = false;       ///< the keyring answers, and has none that opens what lies here
    std::optional<User> user;          ///< none where the server could not be asked
    QString keyringProblem;
    QPromise<Result<std::shared_ptr<Session>>> promise;

    Attempt(Keychain &keychain, const QString &profile, Known person)
        : who(std::move(person))
        , secrets(keychain, profile, who.server, who.username)
        , data(profile, who.server, who.username)
    {
    }
    bool hasKeyring() const { return keyringProblem.isEmpty(); }
    void keyringFailed(const Failure &failure)
    {
        keyringProblem = tr("This computer's keyring can't be used, so your sign-in and the recordings kept here last "
                            "until Holdfast "
                            "is closed. Keep original files until they are stored. (%1)")
                             .arg(failure.message);
    }
    void cacheKeyIsLost()
    {
        isCacheKeyLost = true;
        keyringProblem = tr("This computer's keyring does not hold the key of what is sealed here, so your sign-in and "
                            "the recordings that you attach now last until Holdfast is closed. Keep original files "
                            "until they are stored.");
    }
    void answer(Result<std::shared_ptr<Session>> session)
    {
        lock.reset(); // unless the session took it over
        promise.addResult(std::move(session));
        promise.finish();
    }
};

SignIn::SignIn(ApiClient &api, Keychain &keychain, Clock clock, QString profile, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_keychain(keychain)
    , m_clock(std::move(clock))
    , m_profile(std::move(profile))
    , m_wipe(keychain, m_profile)
    , m_changePassword(api, keychain)
    , m_goOn(api, keychain, m_profile)
{
}

SignIn::Known SignIn::lastUsed() const
{
    const QSettings settings = lastSignIn(m_profile);
    return {QUrl(settings.value(QStringLiteral("server")).toString()),
            settings.value(QStringLiteral("username")).toString()};
}

QFuture<Result<std::shared_ptr<Session>>> SignIn::signIn(const QUrl &server, const QString &username,
                                                         const QString &password, const std::weak_ptr<Session> &open)
{
    auto attempt = std::make_shared<Attempt>(m_keychain, m_profile, Known{server, username});
    attempt->password = password;
    attempt->open = open;
    attempt->promise.start();
    const auto future = attempt->promise.future();
    if (const auto problem = problemOf(attempt->who))
        attempt->answer(fail(*problem));
    else
        m_wipe.whenDone([=, this] { checkKeyring(attempt); });
    return future;
}

void SignIn::checkKeyring(const std::shared_ptr<Attempt> &attempt)
{
    attempt->secrets.tryKeyring(this, [=, this](const Done &works) {
        if (!works)
            attempt->keyringFailed(works.error());
        logIn(attempt);
    });
}

void SignIn::logIn(const std::shared_ptr<Attempt> &attempt)
{
    m_api.setToken({});
    m_api.setServer(attempt->who.server);
    whenFinished(m_api.login(attempt->who.username, attempt->password), this,
                 [=, this](const Result<SignedIn> &signedIn) {
                     attempt->password.fill(QChar(0));
                     if (!signedIn) {
                         attempt->answer(fail(inWords(signedIn.error())));
                         return;
                     }
                     if (goOn(attempt, *signedIn))
                         return;
                     attempt->token = signedIn->token;
                     attempt->user = signedIn->user;
                     m_api.setToken(signedIn->token);
                     findCacheKey(attempt);
                 });
}

/// False: there is no session of this person to go on with.
bool SignIn::goOn(const std::shared_ptr<Attempt> &attempt, const SignedIn &signedIn)
{
    const std::shared_ptr<Session> open = attempt->open.lock();
    if (!open)
        return false;
    if (!GoOnSignedIn::isSamePerson(*open, attempt->who.server, signedIn.user)) {
        Q_EMIT anotherSignsIn();
        return false;
    }
    whenFinished(m_goOn.run(open, signedIn), this,
                 [attempt](const Result<std::shared_ptr<Session>> &session) { attempt->answer(session); });
    return true;
}

QFuture<Result<std::shared_ptr<Session>>> SignIn::resume(const Known &who)
{
    auto attempt = std::make_shared<Attempt>(m_keychain, m_profile, who);
    attempt->promise.start();
    const auto future = attempt->promise.future();
    if (problemOf(who)) {
        attempt->answer(fail(FailureKind::NotSignedIn, tr("Sign in to go on.")));
        return future;
    }
    m_wipe.whenDone([=, this] { readToken(attempt); });
    return future;
}

void SignIn::readToken(const std::shared_ptr<Attempt> &attempt)
{
    attempt->secrets.find(QStringLiteral("token"), this, [=, this](const PersonalSecrets::Finds &tokens) {
        if (!tokens || tokens->isEmpty()) {
            attempt->answer(
                fail(FailureKind::NotSignedIn, tr("Sign in to go on."), tokens ? QString() : tokens.error().message));
            return;
        }
        attempt->token = tokens->first().secret;
        attempt->tokenPlace = tokens->first().place;
        askWhoItIs(attempt);
    });
}

void SignIn::askWhoItIs(const std::shared_ptr<Attempt> &attempt)
{
    m_api.setServer(attempt->who.server);
    m_api.setToken(attempt->token);
    whenFinished(m_api.me(), this, [=, this](const Result<User> &user) {
        if (user) {
            attempt->user = *user;
        } else if (user.error().kind == FailureKind::NotSignedIn) {
            const auto &[keychain, name] = attempt->tokenPlace;
            whenFinished(keychain->remove(name), this,
                         [attempt, failure = user.error()](const Done &) { attempt->answer(fail(failure)); });
            return;
        } else if (!attempt->data.user()) {
            Failure failure = user.error();
            if (failure.kind == FailureKind::Unreachable) // its sentence is for what was taken in
                failure.message = tr("The server can't be used now, and what this computer knew of you can't be read. "
                                     "Nothing was taken in. Keep the original files and try again later. (%1)")
                                      .arg(failure.detail);
            attempt->answer(fail(failure));
            return;
        }
        findCacheKey(attempt);
    });
}

void SignIn::findCacheKey(const std::shared_ptr<Attempt> &attempt)
{
    auto lock = attempt->data.lock();
    if (!lock) {
        attempt->answer(fail(lock.error()));
        return;
    }
    attempt->lock = std::move(*lock);
    if (!attempt->hasKeyring()) {
        open(attempt);
        return;
    }
    attempt->secrets.find(QStringLiteral("cache"), this, [=, this](const PersonalSecrets::Finds &kept) {
        if (!kept) {
            attempt->keyringFailed(kept.error());
            open(attempt);
            return;
        }
        chooseCacheKey(attempt, *kept);
    });
}

/// What lies here sealed decides. One that does not open it is neither used nor written over.
void SignIn::chooseCacheKey(const std::shared_ptr<Attempt> &attempt, const QList<PersonalSecrets::Found> &kept)
{
    const PersonalSecrets::Place own = attempt->secrets.place(QStringLiteral("cache"));
    std::vector<SecretKey> keys;
    std::optional<SecretKey> ownKey;
    for (const PersonalSecrets::Found &one : kept) {
        Result<SecretKey> key = SecretKey::fromBytes(one.secret);
        if (!key)
            continue;
        if (one.place == own)
            ownKey = key->clone();
        keys.push_back(std::move(*key));
    }
    const QString folder = PersonalFiles::folderOf(m_profile, attempt->who.server, attempt->who.username);
    Result<PersonalFiles::Opening> opening = PersonalFiles::keyThatOpens(folder, keys);
    if (!opening) {
        attempt->answer(fail(opening.error()));
        return;
    }
    if (opening->isSealed && !opening->key) {
        attempt->cacheKeyIsLost();
        open(attempt);
        return;
    }
    const bool hasName = attempt->secrets.hasName();
    attempt->cacheKey = opening->key ? std::move(opening->key) : std::move(ownKey);
    if (!hasName && !opening->isSealed)
        attempt->cacheKey.reset(); // of an older version, and maybe of another profile
    const bool isInItsPlace =
        hasName && std::ranges::any_of(kept, [&](const PersonalSecrets::Found &one) { return one.place == own; });
    if (isInItsPlace && attempt->cacheKey)
        keepToken(attempt);
    else
        keepCacheKey(attempt);
}

/// Under the folder's own name: a new one, or one that was found under an older name, which stays there too.
void SignIn::keepCacheKey(const std::shared_ptr<Attempt> &attempt)
{
    const bool isOlder = attempt->cacheKey.has_value();
    if (const Done named = attempt->secrets.makeName(); !named) {
        if (!isOlder) {
            attempt->answer(fail(named.error()));
            return;
        }
        qCWarning(logSignIn) << "the key stays under its older name:" << named.error().message;
        keepToken(attempt);
        return;
    }
    if (!isOlder)
        attempt->cacheKey = SecretKey::random();
    const auto &[keychain, name] = attempt->secrets.place(QStringLiteral("cache"));
    whenFinished(keychain->write(name, attempt->cacheKey->bytes().toByteArray()), this, [=, this](const Done &written) {
        if (!written && isOlder)
            qCWarning(logSignIn) << "the key stays under its older name:" << written.error().message;
        else if (!written)
            attempt->keyringFailed(written.error());
        keepToken(attempt);
    });
}

void SignIn::keepToken(const std::shared_ptr<Attempt> &attempt)
{
    const PersonalSecrets::Place place = attempt->secrets.place(QStringLiteral("token"));
    if (!attempt->hasKeyring() || place == attempt->tokenPlace) {
        open(attempt);
        return;
    }
    whenFinished(place.keychain->write(place.name, attempt->token), this, [=, this](const Done &written) {
        if (!written && attempt->tokenPlace.name.isEmpty())
            attempt->keyringFailed(written.error());
        open(attempt);
    });
}

void SignIn::open(const std::shared_ptr<Attempt> &attempt)
{
    const PersonalData &data = attempt->data;
    if (attempt->user) {
        if (const Done kept = data.keepUser(*attempt->user); !kept) {
            attempt->answer(fail(kept.error()));
            return;
        }
    }
    const bool isKept = attempt->hasKeyring();
    auto session = data.open(m_api, m_clock, std::move(attempt->lock),
                             isKept ? std::move(*attempt->cacheKey) : SecretKey::random(),
                             isKept                    ? PersonalData::CacheKey::Kept
                             : attempt->isCacheKeyLost ? PersonalData::CacheKey::InsteadOfLost
                                                       : PersonalData::CacheKey::OfThisStart);
    if (session) {
        (*session)->account = attempt->who.username;
        (*session)->filing = FilingRules::load(m_profile);
        (*session)->sources = RecordingSources::load(m_profile);
        (*session)->language = ShownLanguage::load(m_profile);
        const QString folder = PersonalFiles::folderOf(m_profile, attempt->who.server, attempt->who.username);
        (*session)->filters = KeptFilters::load(folder, QFileInfo(folder).fileName());
        (*session)->tokenKept = isKept;
        (*session)->tokenName = attempt->secrets.place(QStringLiteral("token")).name;
        (*session)->keyringProblem = attempt->keyringProblem;
        QSettings settings = lastSignIn(m_profile);
        settings.setValue(QStringLiteral("server"), attempt->who.server.toString(QUrl::RemoveUserInfo));
        settings.setValue(QStringLiteral("username"), attempt->who.username);
    }
    attempt->answer(std::move(session));
}

void SignIn::endToken(const std::shared_ptr<Session> &session, std::function<void(const Done &)> then)
{
    const PersonalSecrets secrets(m_keychain, m_profile, session->server, session->account);
    whenFinished(m_api.logout(), this, [=, this, isKept = session->tokenKept](const Done &told) {
        secrets.forgetToken(this, [=](const Done &removed) {
            if (!told && told.error().kind != FailureKind::NotSignedIn)
                then(fail(told.error().kind, tr("You are signed out on this computer. The server could not be told; "
                                                "there the sign-in ends by itself.")));
            else
                then(isKept ? removed : Done());
        });
    });
}

QFuture<Result<SignIn::SignedOut>> SignIn::signOut(std::shared_ptr<Session> session, LocalData data)
{
    auto promise = std::make_shared<QPromise<Result<SignedOut>>>();
    promise->start();
    const auto future = promise->future();
    const auto answer = [promise](const Result<SignedOut> &signedOut) {
        promise->addResult(signedOut);
        promise->finish();
    };
    session->sync->stop();
    if (data == LocalData::Stays) {
        endToken(session,
                 [answer](const Done &done) { answer(done ? Result<SignedOut>(SignedOut()) : fail(done.error())); });
        return future;
    }
    session->close();
    const auto locked = data == LocalData::GoesIfLocked ? PersonalWipe::Locked::GivenUp : PersonalWipe::Locked::Stays;
    const auto wiping = wipe({session->server, session->account}, locked);
    whenFinished(wiping, this, [=, this](const Result<WipeLocalData::Wiped> &wiped) {
        endToken(session, [=](const Done &done) {
            if (!wiped)
                return answer(fail(wiped.error()));
            const QString sentence = wiped->sentence();
            if (!done)
                return answer(
                    fail(done.error().kind, QStringList{sentence, done.error().message}.join(u' ').trimmed()));
            answer(SignedOut{sentence, wiped->left.isLocked});
        });
    });
    return future;
}

QFuture<Result<WipeLocalData::Wiped>> SignIn::wipe(const Known &who, PersonalWipe::Locked locked)
{
    return m_wipe.wipe({who.server, who.username}, locked);
}

} // namespace Holdfast
