// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ApiClient.h"

#include <functional>

namespace Holdfast {

/// What admins ask of the people who sign in, and of who is assigned to which leads. UI thread; goes before the
/// ApiClient.
class UserCalls
{
public:
    explicit UserCalls(ApiClient &api)
        : m_api(api)
    {
    }

    QFuture<Result<QList<UserAccount>>> all(); ///< by full name
    /// Conflict where the name is taken.
    QFuture<Result<UserAccount>> add(const NewUser &wanted);
    /// Each reads the account and writes it with what is named; nothing else of it changes. Conflict where no admin who
    /// can sign in would be left. Disabling, and a new password, end all sessions at once. Outdated where somebody
    /// changed the account since it was read, or since `revision` where that is known (not 0): nothing happens then.
    QFuture<Result<UserAccount>> setNameAndRole(UserId id, const QString &fullName, Role role, qint64 revision = 0);
    QFuture<Result<UserAccount>> setPassword(UserId id, const QByteArray &password, qint64 revision = 0);
    QFuture<Result<UserAccount>> setDisabled(UserId id, bool disabled, qint64 revision = 0);

    struct LeadPage
    {
        QList<Lead> leads; ///< by name
        qint64 total = 0;  ///< how many there are in all
    };
    /// Those in whose name or number each of the words is; of that user, or all.
    QFuture<Result<LeadPage>> leads(std::optional<UserId> of, const QString &words, int limit);
    enum class Assignment { Assigned, NotAssigned };
    /// Reads the lead and writes it with the user among its agents, or without; nothing else of it changes. Outdated,
    /// and nothing happens, where somebody changed the lead in between.
    QFuture<Result<Lead>> assign(LeadId lead, UserId user, Assignment assignment);

private:
    QFuture<Result<UserAccount>> change(UserId id, qint64 revision, const std::function<void(UserChange &)> &edit);

    ApiClient &m_api;
};

} // namespace Holdfast
