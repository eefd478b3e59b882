// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/SignIn.h"

#include "actions/PersonalData.h"
#include "actions/PersonalFiles.h"
#include "actions/SecretNames.h"
#include "crypto/Random.h"
#include "domain/WhenFinished.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>

namespace Holdfast {

namespace {

QString secretName(const char *what, const SignIn::Known &who)
{
    return Holdfast::secretName(what, who.server, who.username);
}

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
///     signIn: checkKeyring ──► logIn ──► keepToken ──┐
///     resume: (read token) ──► askWhoItIs ───────────┴──► findCacheKey ──► open
struct SignIn::Attempt
{
    Known who;
    QString password;
    QByteArray token;
    std::optional<User> user; ///< none where the server could not be asked
    QString keyringProblem;
    QPromise<Result<std::shared_ptr<Session>>> promise;

    bool hasKeyring() const { return keyringProblem.isEmpty(); }
    void keyringFailed(const Failure &failure)
    {
        keyringProblem = tr("This computer's keyring can't be used, so your sign-in and the recordings kept here last "
                            "until Holdfast "
                            "is closed. Keep original files until they are stored. (%1)")
                             .arg(failure.message);
    }
    void answer(Result<std::shared_ptr<Session>> session)
    {
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
{
}

SignIn::Known SignIn::lastUsed() const
{
    const QSettings settings = lastSignIn(m_profile);
    return {QUrl(settings.value(QStringLiteral("server")).toString()),
            settings.value(QStringLiteral("username")).toString()};
}

QFuture<Result<std::shared_ptr<Session>>> SignIn::signIn(const QUrl &server, const QString &username,
                                                         const QString &password)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->who = {server, username};
    attempt->password = password;
    attempt->promise.start();
    const auto future = attempt->promise.future();
    if (const auto problem = problemOf(attempt->who))
        attempt->answer(fail(*problem));
    else
        m_wipe.whenDone([=, this] { checkKeyring(attempt); });
    return future;
}

/// A read can't tell a locked keyring from a missing entry, so something is written, read and removed first.
void SignIn::checkKeyring(const std::shared_ptr<Attempt> &attempt)
{
    const QString name = secretName("canary", attempt->who);
    const QByteArray canary = randomBytes(16).toHex();
    whenFinished(m_keychain.write(name, canary), this, [=, this](const Done &written) {
        if (!written) {
            attempt->keyringFailed(written.error());
            logIn(attempt);
            return;
        }
        whenFinished(m_keychain.read(name), this, [=, this](const Result<QByteArray> &back) {
            if (!back)
                attempt->keyringFailed(back.error());
            else if (*back != canary)
                attempt->keyringFailed({FailureKind::Corrupt, tr("It does not give back what it took."), {}, {}});
            whenFinished(m_keychain.remove(name), this, [=, this](const Done &) { logIn(attempt); });
        });
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
                     attempt->token = signedIn->token;
                     attempt->user = signedIn->user;
                     m_api.setToken(signedIn->token);
                     keepToken(attempt);
                 });
}

void SignIn::keepToken(const std::shared_ptr<Attempt> &attempt)
{
    if (!attempt->hasKeyring()) {
        findCacheKey(attempt);
        return;
    }
    whenFinished(m_keychain.write(secretName("token", attempt->who), attempt->token), this,
                 [=, this](const Done &written) {
                     if (!written)
                         attempt->keyringFailed(written.error());
                     findCacheKey(attempt);
                 });
}

QFuture<Result<std::shared_ptr<Session>>> SignIn::resume(const Known &who)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->who = who;
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
    whenFinished(m_keychain.read(secretName("token", attempt->who)), this, [=, this](const Result<QByteArray> &token) {
        if (!token) {
            attempt->answer(fail(FailureKind::NotSignedIn, tr("Sign in to go on."), token.error().message));
            return;
        }
        attempt->token = *token;
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
            whenFinished(m_keychain.remove(secretName("token", attempt->who)), this,
                         [attempt, failure = user.error()](const Done &) { attempt->answer(fail(failure)); });
            return;
        } else if (!PersonalData(m_profile, attempt->who.server, attempt->who.username).user()) {
            attempt->answer(fail(user.error()));
            return;
        }
        findCacheKey(attempt);
    });
}

void SignIn::findCacheKey(const std::shared_ptr<Attempt> &attempt)
{
    if (!attempt->hasKeyring()) {
        open(attempt, SecretKey::random());
        return;
    }
    const QString name = secretName("cache", attempt->who);
    whenFinished(m_keychain.read(name), this, [=, this](const Result<QByteArray> &kept) {
        if (kept) {
            if (Result<SecretKey> key = SecretKey::fromBytes(*kept)) {
                open(attempt, std::move(*key));
                return;
            }
        } else if (kept.error().kind != FailureKind::NotFound) {
            attempt->keyringFailed(kept.error());
            open(attempt, SecretKey::random());
            return;
        }
        const auto fresh = std::make_shared<SecretKey>(SecretKey::random());
        whenFinished(m_keychain.write(name, fresh->bytes().toByteArray()), this, [=, this](const Done &written) {
            if (!written)
                attempt->keyringFailed(written.error());
            open(attempt, fresh->clone());
        });
    });
}

void SignIn::open(const std::shared_ptr<Attempt> &attempt, SecretKey cacheKey)
{
    const PersonalData data(m_profile, attempt->who.server, attempt->who.username);
    if (attempt->user) {
        if (const Done kept = data.keepUser(*attempt->user); !kept) {
            attempt->answer(fail(kept.error()));
            return;
        }
    }
    auto session = data.open(m_api, m_clock, std::move(cacheKey), attempt->hasKeyring());
    if (session) {
        (*session)->account = attempt->who.username;
        (*session)->filing = FilingRules::load(m_profile);
        (*session)->sources = RecordingSources::load(m_profile);
        const QString folder = PersonalFiles::folderOf(m_profile, attempt->who.server, attempt->who.username);
        (*session)->filters = KeptFilters::load(folder, QFileInfo(folder).fileName());
        (*session)->tokenKept = attempt->hasKeyring();
        (*session)->keyringProblem = attempt->keyringProblem;
        QSettings settings = lastSignIn(m_profile);
        settings.setValue(QStringLiteral("server"), attempt->who.server.toString(QUrl::RemoveUserInfo));
        settings.setValue(QStringLiteral("username"), attempt->who.username);
    }
    attempt->answer(std::move(session));
}

void SignIn::endToken(const std::shared_ptr<Session> &session, std::function<void(const Done &)> then)
{
    const QString name = secretName("token", {session->server, session->account});
    whenFinished(m_api.logout(), this, [=, this, isKept = session->tokenKept](const Done &told) {
        whenFinished(m_keychain.remove(name), this, [=](const Done &removed) {
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
    whenFinished(wipe({session->server, session->account}), this, [=, this](const Result<WipeLocalData::Wiped> &wiped) {
        endToken(session, [=](const Done &done) {
            if (!wiped)
                return answer(fail(wiped.error()));
            const QString sentence = wiped->sentence();
            if (!done)
                return answer(
                    fail(done.error().kind, QStringList{sentence, done.error().message}.join(u' ').trimmed()));
            answer(SignedOut{sentence});
        });
    });
    return future;
}

QFuture<Result<WipeLocalData::Wiped>> SignIn::wipe(const Known &who)
{
    return m_wipe.wipe({who.server, who.username});
}

} // namespace Holdfast
