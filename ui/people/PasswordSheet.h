// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/AccountSheet.h"

namespace Holdfast {

/// A new password for somebody, and the end of what was begun with the old one.
class PasswordSheet : public AccountSheet
{
    Q_OBJECT
public:
    PasswordSheet(UserCalls calls, const UserAccount &account, QWidget *parent = nullptr);

protected:
    QString missing() const override;
    std::optional<QFuture<Result<UserAccount>>> ask() override;

private:
    QLineEdit *m_password;
    QLineEdit *m_again;
};

} // namespace Holdfast
