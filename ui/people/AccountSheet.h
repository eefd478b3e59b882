// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/DeedSheet.h"
#include "sync/UserCalls.h"

namespace Holdfast {

/// What is asked for one person's account. Where somebody else has changed that meanwhile, it says so and stays, and
/// what comes next is done to it as it is now. UI thread.
class AccountSheet : public DeedSheet
{
    Q_OBJECT
Q_SIGNALS:
    void done(const Holdfast::UserAccount &account); ///< as it is now

protected:
    struct Words
    {
        QString title;
        QString help;
        QString deed;
    };
    /// `known` as it was read; without an id: there is none yet.
    AccountSheet(UserCalls calls, UserAccount known, const Words &words, QWidget *parent);

    UserCalls &calls() { return m_calls; }
    const UserAccount &known() const { return m_known; } ///< as it was read last

    /// Asks the server; nothing where something is wrong, which it has said with complain().
    virtual std::optional<QFuture<Result<UserAccount>>> ask() = 0;
    /// Somebody has changed it, which `who` says: known() is theirs.
    virtual void meet(const QString &who);
    void carryOut() override;
    void failed(const Failure &failure) override;

private:
    UserCalls m_calls;
    UserAccount m_known;
};

} // namespace Holdfast
