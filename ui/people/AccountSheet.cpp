// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/AccountSheet.h"

#include <algorithm>

namespace Holdfast {

AccountSheet::AccountSheet(UserCalls calls, UserAccount known, const Words &words, QWidget *parent)
    : DeedSheet(words.title, words.help, words.deed, parent)
    , m_calls(calls)
    , m_known(std::move(known))
{
}

void AccountSheet::carryOut()
{
    if (const auto asked = ask())
        await(*asked, [this](const UserAccount &account) { Q_EMIT done(account); });
}

void AccountSheet::failed(const Failure &failure)
{
    if (failure.kind != FailureKind::Outdated)
        return DeedSheet::failed(failure);
    begin();
    whenFinished(m_calls.all(), this, [this, failure](const Result<QList<UserAccount>> &people) {
        end();
        const QList<UserAccount> all = people.value_or(QList<UserAccount>());
        const auto theirs = std::ranges::find_if(
            all, [this](const UserAccount &account) { return account.user.id == m_known.user.id; });
        if (!people)
            return complain(failure.message + QLatin1Char(' ') + people.error().message);
        if (theirs == all.cend())
            return complain(failure.message);
        m_known = *theirs;
        meet(failure.message);
    });
}

void AccountSheet::meet(const QString &who)
{
    complain(who + QLatin1Char(' ') + tr("Look at the account first, or press again to do it nevertheless."));
}

} // namespace Holdfast
