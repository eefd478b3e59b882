// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/AuthRoutes.h"

#include "access/Gate.h"
#include "api/FailureReply.h"
#include "api/JsonBody.h"
#include "api/Log.h"
#include "contract/Json.h"
#include "contract/JsonFields.h"
#include "contract/Routes.h"
#include "crypto/Random.h"
#include "domain/Limits.h"

#include <QJsonDocument>

namespace Holdfast {

namespace {

constexpr qint64 longestLoginBody = 4096;

Failure tooManyAttempts(std::chrono::seconds wait)
{
    return Failure{FailureKind::Throttled,
                   QStringLiteral("Too many failed attempts. Wait %1 s, then try again.").arg(wait.count()),
                   {},
                   wait};
}

} // namespace

AuthRoutes::AuthRoutes(DataFolder &data, AccessLog &log, Gate &gate, const TokenMint &mint, PasswordCost cost,
                       Clock clock)
    : m_data(data)
    , m_log(log)
    , m_gate(gate)
    , m_mint(mint)
    , m_clock(std::move(clock))
    , m_passwords(cost)
{
}

void AuthRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    router.add("POST", Routes::login, nullptr, [this](const Http::Request &request, const Http::Responder &responder) {
        return login(request, responder);
    });
    router.add("POST", Routes::logout, gate, [this](const Http::Request &request, const Http::Responder &responder) {
        logout(Gate::callerOf(request), responder);
        return nullptr;
    });
    router.add("GET", Routes::me, gate, [](const Http::Request &request, const Http::Responder &responder) {
        responder.reply(Http::Reply::json(200, QJsonDocument(toJson(Gate::callerOf(request).user))));
        return nullptr;
    });
}

std::unique_ptr<Http::BodySink> AuthRoutes::login(const Http::Request &request, const Http::Responder &responder)
{
    return collectJson(request, responder, longestLoginBody,
                       [this, address = request.peer](const QJsonObject &body, const Http::Responder &answer) {
                           JsonFields fields(body);
                           Attempt attempt;
                           attempt.username = fields.text(QLatin1String("username"));
                           attempt.password = fields.text(QLatin1String("password")).toUtf8();
                           attempt.address = address;
                           if (fields.failure())
                               return answer.reply(failureReply(*fields.failure()));
                           logIn(attempt, answer);
                       });
}

void AuthRoutes::logIn(const Attempt &attempt, const Http::Responder &responder)
{
    if (const auto wait = m_throttle.begin(attempt.username, attempt.address, m_clock()))
        return responder.reply(failureReply(tooManyAttempts(*wait)));
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

void AuthRoutes::decide(const Attempt &attempt, const std::optional<Account> &account, const Result<bool> &matches,
                        const Http::Responder &responder)
{
    if (!matches) {
        m_throttle.undecided(attempt.username, attempt.address);
        return responder.reply(failureReply(matches.error()));
    }
    const QDateTime now = m_clock();
    Caller caller{account ? account->user : User{}, {}, {}, attempt.address};
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
    const TokenClaims claims{account->user.id, account->user.role, randomBytes(16).toHex(), now,
                             now.addSecs(qint64{tokenHours} * 3600)};
    const SignedIn signedIn{m_mint.issue(claims), claims.expiresAt, account->user};
    m_log.thenReply(entry, responder, Http::Reply::json(200, QJsonDocument(toJson(signedIn))));
}

void AuthRoutes::logout(const Caller &caller, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(caller, QStringLiteral("logout"));
    m_gate.shut(caller.tokenId);
    m_data.writes()
        .submit<void>([caller, entry](Database &database) -> Done {
            if (const Done revoked = Users(database).revoke(caller.tokenId, caller.tokenExpiresAt, entry.at); !revoked)
                return revoked;
            return Audit(database).append(entry);
        })
        .then([this, responder, tokenId = caller.tokenId](const Done &done) {
            if (done) {
                m_gate.letGo(tokenId);
                return responder.reply(Http::Reply::empty(204));
            }
            Failure unwritten = done.error();
            unwritten.message =
                QStringLiteral("The token no longer works, but that could not be written down: it would "
                               "work again if the server were started anew before the token ends.");
            responder.reply(failureReply(unwritten));
        });
}

} // namespace Holdfast
