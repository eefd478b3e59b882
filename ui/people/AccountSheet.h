// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/DeedSheet.h"
#include "sync/UserCalls.h"

namespace Holdfast {

/// What is asked for one person's account. UI thread.
class AccountSheet : public DeedSheet
{
    Q_OBJECT
Q_SIGNALS:
    void done(const Holdfast::UserAccount &account); ///< as it is now

protected:
    using DeedSheet::DeedSheet;

    /// Asks the server; nothing where something is wrong, which it has said with complain().
    virtual std::optional<QFuture<Result<UserAccount>>> ask() = 0;
    void carryOut() override;
};

} // namespace Holdfast
