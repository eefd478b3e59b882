// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/AccountSheet.h"

namespace Holdfast {

/// Disabling somebody's account, or enabling it again, once it was read what that does.
class StandingSheet : public AccountSheet
{
    Q_OBJECT
public:
    StandingSheet(UserCalls calls, const UserAccount &account, QWidget *parent = nullptr);

protected:
    std::optional<QFuture<Result<UserAccount>>> ask() override;

private:
    bool m_disables;
};

} // namespace Holdfast
