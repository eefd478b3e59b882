// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/UserRoutes.h"

#include "access/Gate.h"
#include "api/DeedGuard.h"
#include "api/FailureReply.h"
#include "api/HoldDeeds.h"
#include "api/JsonBody.h"
#include "api/Revision.h"
#include "api/WholeList.h"
#include "api/WholeNumber.h"
#include "contract/Routes.h"
#include "records/Changes.h"

namespace Holdfast {

namespace {

constexpr qint64 longestBody = 16 * 1024;

UserId idOf(const Http::Request &request)
{
    return {wholeNumber(request.captures.value(QStringLiteral("id"))).value_or(0)};
}

Result<UserAccount> accountOf(Database &database, UserId id)
{
    const Result<std::optional<Account>> account = Users(database).byId(id);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(FailureKind::NotFound, QStringLiteral("User not found"));
    return UserAccount{(*account)->user, (*account)->disabled, (*account)->createdAt, (*account)->revision};
}

Done note(Database &database, AuditEntry entry, const std::optional<UserAccount> &before, const UserAccount &after,
          bool newPassword)
{
    if (before)
        entry.detail.insert(QLatin1String("before"), toJson(*before));
    entry.detail.insert(QLatin1String("after"), toJson(after));
    if (newPassword)
        entry.detail.insert(QLatin1String("newPassword"), true);
    if (Done done = Audit(database).append(entry); !done)
        return done;
    return Changes(database).append(QStringLiteral("user"), after.user.id.value, entry.at, after.user.id);
}

Http::Reply replyOf(int status, const Result<UserAccount> &account)
{
    return account ? tagged(Http::Reply::json(status, QJsonDocument(toJson(*account))), account->revision)
                   : failureReply(account.error());
}

} // namespace

UserRoutes::UserRoutes(DataFolder &data, AccessLog &log, PasswordCheck &passwords, Clock clock)
    : m_data(data)
    , m_log(log)
    , m_passwords(passwords)
    , m_clock(std::move(clock))
{
}

UserRoutes::~UserRoutes()
{
    m_passwords.waitForDone();
}

void UserRoutes::addTo(Http::Router &router, const Http::Gate &gate)
{
    add(router, gate, "GET", Routes::users, &UserRoutes::list);
    add(router, gate, "POST", Routes::users, &UserRoutes::create);
    add(router, gate, "GET", Routes::user, &UserRoutes::one);
    add(router, gate, "PUT", Routes::user, &UserRoutes::change);
}

void UserRoutes::add(Http::Router &router, const Http::Gate &gate, const char *method, QLatin1String route, Work work)
{
    router.add(method, route, gate,
               onlyFor(Deed::ManageUsers, m_log, QStringLiteral("users"), QStringLiteral("manage users"),
                       [this, work](const Http::Request &request, const Http::Responder &responder) {
                           return (this->*work)(request, responder);
                       }));
}

std::unique_ptr<Http::BodySink> UserRoutes::list(const Http::Request &request, const Http::Responder &responder)
{
    responder.reply(wholeList(
        request, m_data, [](Database &database) { return Users(database).all(); },
        [](const Account &account) {
            return toJson(UserAccount{account.user, account.disabled, account.createdAt, account.revision});
        }));
    return nullptr;
}

std::unique_ptr<Http::BodySink> UserRoutes::one(const Http::Request &request, const Http::Responder &responder)
{
    const Result<Database *> database = m_data.connections().ofThisThread();
    responder.reply(replyOf(200, database ? accountOf(**database, idOf(request)) : fail(database.error())));
    return nullptr;
}

std::unique_ptr<Http::BodySink> UserRoutes::create(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("user-create"));
    return collectJson(
        request, responder, longestBody, [this, entry](const QJsonObject &body, const Http::Responder &answer) {
            const Result<NewUser> wanted = newUserFromJson(body);
            if (!wanted)
                return answer.reply(failureReply(wanted.error()));
            m_passwords.hash(wanted->password)
                .then([this, entry, user = wanted->user, answer](const Result<QByteArray> &hash) {
                    if (!hash)
                        return answer.reply(failureReply(hash.error()));
                    m_data.writes()
                        .submit<UserAccount>([user, hash = *hash, entry](Database &database) -> Result<UserAccount> {
                            const Result<UserId> id = Users(database).add(user, hash, entry.at);
                            if (!id)
                                return fail(id.error());
                            const Result<UserAccount> made = accountOf(database, *id);
                            if (!made)
                                return made;
                            if (Done noted = note(database, entry, std::nullopt, *made, false); !noted)
                                return fail(noted.error());
                            return made;
                        })
                        .then([answer](const Result<UserAccount> &made) {
                            Http::Reply reply = replyOf(201, made);
                            if (made)
                                reply.headers.set("Location", "/api/users/" + QByteArray::number(made->user.id.value));
                            answer.reply(std::move(reply));
                        });
                });
        });
}

std::unique_ptr<Http::BodySink> UserRoutes::change(const Http::Request &request, const Http::Responder &responder)
{
    const AuditEntry entry = m_log.entry(Gate::callerOf(request), QStringLiteral("user-change"));
    return collectJson(
        request, responder, longestBody,
        [this, entry, id = idOf(request), condition = ifMatchOf(request.headers)](const QJsonObject &body,
                                                                                  const Http::Responder &answer) {
            Result<UserChange> wanted = userChangeFromJson(body);
            if (!wanted)
                return answer.reply(failureReply(wanted.error()));
            wanted->user.id = id;
            if (wanted->password.isEmpty())
                return store(*wanted, {}, entry, condition, answer);
            m_passwords.hash(wanted->password)
                .then([this, entry, wanted = *wanted, condition, answer](const Result<QByteArray> &hash) {
                    if (!hash)
                        return answer.reply(failureReply(hash.error()));
                    store(wanted, *hash, entry, condition, answer);
                });
        });
}

/// A new password from an admin, and disabling the account, end all of the user's sessions: those of this millisecond
/// too, and for good, whether or not it is enabled again.
void UserRoutes::store(const UserChange &change, const QByteArray &hash, const AuditEntry &entry,
                       const std::optional<RevisionCondition> &condition, const Http::Responder &responder)
{
    m_data.writes()
        .submit<UserAccount>([change, hash, entry, condition](Database &database) -> Result<UserAccount> {
            Users users(database);
            const Result<UserAccount> before = accountOf(database, change.user.id);
            if (!before)
                return before;
            if (Done at = stillAt(database, Edited::User, change.user.id.value, condition); !at)
                return fail(at.error());
            if (Done changed = users.change(change.user, change.disabled); !changed)
                return fail(changed.error());
            if (Done noted = Edits(database, Edited::User).note(change.user.id.value, entry.userId, entry.at); !noted)
                return fail(noted.error());
            if (change.disabled && !before->disabled) {
                if (Done ended = users.endTokensOf(change.user.id, entry.at.addMSecs(1)); !ended)
                    return fail(ended.error());
            }
            if (!hash.isEmpty()) {
                if (Done set = users.setPassword(change.user.id, hash, entry.at.addMSecs(1)); !set)
                    return fail(set.error());
            }
            const Result<UserAccount> after = accountOf(database, change.user.id);
            if (!after)
                return after;
            if (Done noted = note(database, entry, *before, *after, !hash.isEmpty()); !noted)
                return fail(noted.error());
            if (Done lapsed = lapseRequestsOf(database, entry, change.user.id); !lapsed)
                return fail(lapsed.error());
            return after;
        })
        .then([responder](const Result<UserAccount> &changed) { responder.reply(replyOf(200, changed)); });
}

} // namespace Holdfast
