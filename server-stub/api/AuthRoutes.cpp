// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuthRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/Log.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/Routes.h"
#include "domain/Credentials.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 4096;

Failure tooManyAttempts(std::chrono::seconds wait)
{
    return Failure{FailureKind::Throttled,
                   QStringLiteral("Too many failed attempts. Wait %1 s, then try again.").arg(wait.count()),
                   {},
                   wait};
}

} // namespace

AuthRoutes::AuthRoutes(DataFolder &data, AccessLog &log, Sessions &sessions, PasswordCheck &passwords, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_sessions(sessions)
    , m_passwords(passwords)
    , m_clock(std::move(clock))
{
}

AuthRoutes::~AuthRoutes()
{
    m_passwords.waitForDone();
}

void AuthRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("POST", Routes::login, nullptr, [this](const Http::Request &request, const Http::Responder &responder) {
        return login(request, responder);
    });
    router.add("POST", Routes::logout, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        const Caller caller = Gate::callerOf(request);
        m_sessions.end(caller, m_log.entry(caller, QStringLiteral("logout")), request.secure, responder);
        return nullptr;
    });
    router.add("POST", Routes::refresh, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        const Caller caller = Gate::callerOf(request);
        m_sessions.renew(caller, m_log.entry(caller, QStringLiteral("refresh")), request.secure, responder);
        return nullptr;
    });
    router.add("POST", Routes::password, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        return password(request, responder);
    });
    router.add("GET", Routes::me, gate, [](const Http::Request &request, const Http::Responder &responder) {
        responder.reply(Http::Reply::json(200, QJsonDocument(toJson(Gate::callerOf(request).user))));
        return nullptr;
    });
}

std::unique_ptr<Http::BodySink> AuthRoutes::login(const Http::Request &request, const Http::Responder &responder)
{
    return collectJson(request, responder, longestBody,
                       [this, address = request.peer, secure = request.secure](const QJsonObject &body,
                                                                               const Http::Responder &answer) {
                           JsonFields fields(body);
                           Attempt attempt;
                           attempt.username = fields.text(QLatin1String("username"));
                           attempt.password = fields.text(QLatin1String("password")).toUtf8();
                           attempt.address = address;
                           attempt.secure = secure;
                           if (fields.failure())
                               return answer.reply(failureReply(*fields.failure()));
                           logIn(attempt, answer);
                       });
}

void AuthRoutes::logIn(const Attempt &attempt, const Http::Responder &responder)
{
    if (const auto wait = m_throttle.begin(attempt.username, attempt.address, m_clock())) {
        Caller nobody;
        nobody.address = attempt.address;
        return refuseThrottled(nobody, *wait, responder);
    }
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<std::optional<Account>> account =
        database ? Users(**database).byName(attempt.username) : fail(database.error());
    if (!account) {
        m_throttle.undecided(attempt.username, attempt.address);
        return responder.reply(failureReply(account.error()));
    }
    const auto hash = *account ? std::optional((*account)->passwordHash) : std::nullopt;
    m_passwords.matches(hash, attempt.password)
        .then([this, attempt, account = *account, responder](const Result<bool> &matches) {
            decide(attempt, account, matches, responder);
        });
}

/// One entry a minute for each address: whoever hammers at the door does not fill the disk.
void AuthRoutes::refuseThrottled(const Caller &caller, std::chrono::seconds wait, const Http::Responder &responder)
{
    AuditEntry entry = m_log.entry(caller, QStringLiteral("throttled"));
    if (!caller.user.id.isValid())
        entry.role.reset();
    entry.outcome = AuditOutcome::Refused;
    m_log.thenReplyOncePerMinute(entry, responder, failureReply(tooManyAttempts(wait)));
}

void AuthRoutes::decide(const Attempt &attempt, const std::optional<Account> &account, const Result<bool> &matches,
                        const Http::Responder &responder)
{
    if (!matches) {
        m_throttle.undecided(attempt.username, attempt.address);
        return responder.reply(failureReply(matches.error()));
    }
    const QDateTime now = m_clock();
    Caller caller;
    caller.user = account ? account->user : User{};
    caller.address = attempt.address;
    AuditEntry entry = m_log.entry(caller, QStringLiteral("login"));
    if (!account || !*matches || account->disabled) {
        if (!account)
            entry.role.reset();
        entry.outcome = AuditOutcome::Refused;
        qCInfo(logAccess) << "a sign-in was refused";
        return m_log.thenReply(entry, responder,
                               refusal(FailureKind::NotSignedIn, QStringLiteral("Invalid username or password")));
    }
    m_throttle.succeeded(attempt.username, attempt.address);
    m_log.thenReply(entry, responder, m_sessions.open(account->user, attempt.secure).reply);
}

std::unique_ptr<Http::BodySink> AuthRoutes::password(const Http::Request &request, const Http::Responder &responder)
{
    return collectJson(request, responder, longestBody,
                       [this, caller = Gate::callerOf(request),
                        secure = request.secure](const QJsonObject &body, const Http::Responder &answer) {
                           JsonFields fields(body);
                           NewPassword change;
                           change.caller = caller;
                           change.current = fields.text(QLatin1String("currentPassword")).toUtf8();
                           change.wanted = fields.text(QLatin1String("newPassword")).toUtf8();
                           change.secure = secure;
                           if (fields.failure())
                               return answer.reply(failureReply(*fields.failure()));
                           if (const Done checked = checkPassword(change.wanted); !checked)
                               return answer.reply(failureReply(checked.error()));
                           changePassword(change, answer);
                       });
}

/// Guessing the current password with somebody's token is slowed down as guessing at sign-in is.
void AuthRoutes::changePassword(const NewPassword &change, const Http::Responder &responder)
{
    const QString username = change.caller.user.username;
    const QHostAddress address = change.caller.address;
    if (const auto wait = m_throttle.begin(username, address, m_clock()))
        return refuseThrottled(change.caller, *wait, responder);
    const Result<Database *> database = m_data.connections().ofThisThread();
    const Result<std::optional<Account>> account =
        database ? Users(**database).byId(change.caller.user.id) : fail(database.error());
    if (!account) {
        m_throttle.undecided(username, address);
        return responder.reply(failureReply(account.error()));
    }
    const auto hash = *account ? std::optional((*account)->passwordHash) : std::nullopt;
    m_passwords.matches(hash, change.current).then([this, change, responder](const Result<bool> &matches) {
        const Caller &caller = change.caller;
        if (!matches) {
            m_throttle.undecided(caller.user.username, caller.address);
            return responder.reply(failureReply(matches.error()));
        }
        if (!*matches) {
            AuditEntry entry = m_log.entry(caller, QStringLiteral("password"));
            entry.outcome = AuditOutcome::Refused;
            return m_log.thenReply(
                entry, responder,
                refusal(FailureKind::Forbidden,
                        QStringLiteral("The current password is not that. The password was not changed.")));
        }
        m_throttle.succeeded(caller.user.username, caller.address);
        m_passwords.hash(change.wanted).then([this, change, responder](const Result<QByteArray> &hashed) {
            if (!hashed)
                return responder.reply(failureReply(hashed.error()));
            storePassword(change, *hashed, responder);
        });
    });
}

/// Whoever knew the old password is signed out; the one who changed it goes on with a new token. Tokens tell
/// milliseconds: that one counts from the next on.
void AuthRoutes::storePassword(const NewPassword &change, const QByteArray &hash, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(change.caller, QStringLiteral("password"));
    const QDateTime from = entry.at.addMSecs(1);
    m_data.writes()
        .submit<void>([id = change.caller.user.id, hash, from, entry](Database &database) -> Done {
            if (Done set = Users(database).setPassword(id, hash, from); !set)
                return set;
            return Audit(database).append(entry);
        })
        .then([this, user = change.caller.user, secure = change.secure, from, responder](const Done &done) {
            responder.reply(done ? m_sessions.open(user, secure, from).reply : failureReply(done.error()));
        });
}

} // namespace Holdfast
