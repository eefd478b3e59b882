// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/UserCalls.h"

#include "contract/AccountJson.h"
#include "contract/LeadJson.h"
#include "contract/Routes.h"
#include "sync/WireCall.h"

namespace Holdfast {

namespace {

Result<UserAccount> accountFrom(const QByteArray &body)
{
    return objectFrom<UserAccount>(body, userAccountFromJson);
}

Result<Lead> leadFrom(const QByteArray &body)
{
    return objectFrom<Lead>(body, leadFromJson);
}

} // namespace

QFuture<Result<QList<UserAccount>>> UserCalls::all()
{
    return getOver<QList<UserAccount>>(m_api.wire(), Routes::users, {}, [](const QByteArray &body) {
        return listFrom<UserAccount>(body, userAccountFromJson);
    });
}

QFuture<Result<UserAccount>> UserCalls::add(const NewUser &wanted)
{
    return sendOver<UserAccount>(m_api.wire(), "POST", Routes::users, toJson(wanted), accountFrom);
}

QFuture<Result<UserAccount>> UserCalls::setNameAndRole(UserId id, const QString &fullName, Role role, qint64 revision)
{
    return change(id, revision, [fullName, role](UserChange &change) {
        change.user.fullName = fullName;
        change.user.role = role;
    });
}

QFuture<Result<UserAccount>> UserCalls::setPassword(UserId id, const QByteArray &password, qint64 revision)
{
    return change(id, revision, [password](UserChange &change) { change.password = password; });
}

QFuture<Result<UserAccount>> UserCalls::setDisabled(UserId id, bool disabled, qint64 revision)
{
    return change(id, revision, [disabled](UserChange &change) { change.disabled = disabled; });
}

QFuture<Result<UserAccount>> UserCalls::change(UserId id, qint64 revision,
                                               const std::function<void(UserChange &)> &edit)
{
    auto promise = std::make_shared<QPromise<Result<UserAccount>>>();
    promise->start();
    const auto answer = [promise](const Result<UserAccount> &result) {
        promise->addResult(result);
        promise->finish();
    };
    Wire *wire = &m_api.wire();
    const QString path = pathFor(Routes::user, id.value);
    whenFinished(getOver<UserAccount>(*wire, path, {}, accountFrom), wire, [=](const Result<UserAccount> &found) {
        if (!found)
            return answer(found);
        UserChange change{found->user, found->disabled, {}};
        edit(change);
        whenFinished(sendOver<UserAccount>(*wire, "PUT", path, toJson(change), accountFrom,
                                           onRevision(revision > 0 ? revision : found->revision)),
                     wire, answer);
    });
    return promise->future();
}

QFuture<Result<UserCalls::LeadPage>> UserCalls::leads(std::optional<UserId> of, const QString &words, int limit)
{
    QUrlQuery query;
    if (of)
        query.addQueryItem(QStringLiteral("agentId"), QString::number(of->value));
    if (!words.isEmpty())
        query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(words)));
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    const auto read = [](const QByteArray &body, const QNetworkReply &reply) -> Result<LeadPage> {
        bool isNumber = false;
        const qint64 total = reply.rawHeader("X-Total-Count").toLongLong(&isNumber);
        if (!isNumber || total < 0)
            return fail(Wire::notUnderstood(QStringLiteral("no X-Total-Count")));
        return listFrom<Lead>(body, leadFromJson).map([total](const QList<Lead> &leads) {
            return LeadPage{leads, total};
        });
    };
    return getOver<LeadPage>(m_api.wire(), Routes::leads, query, read);
}

QFuture<Result<Lead>> UserCalls::assign(LeadId lead, UserId user, Assignment assignment)
{
    auto promise = std::make_shared<QPromise<Result<Lead>>>();
    promise->start();
    const auto answer = [promise](const Result<Lead> &result) {
        promise->addResult(result);
        promise->finish();
    };
    Wire *wire = &m_api.wire();
    const QString path = pathFor(Routes::lead, lead.value);
    whenFinished(getOver<Lead>(*wire, path, {}, leadFrom), wire, [=](Result<Lead> found) {
        const bool isAssigned = found && found->agents.contains(user);
        if (!found || isAssigned == (assignment == Assignment::Assigned))
            return answer(found);
        if (isAssigned)
            found->agents.removeAll(user);
        else
            found->agents.append(user);
        whenFinished(
            sendOver<Lead>(*wire, "PUT", path, leadRequestToJson(*found), leadFrom, onRevision(found->revision)), wire,
            answer);
    });
    return promise->future();
}

} // namespace Holdfast
