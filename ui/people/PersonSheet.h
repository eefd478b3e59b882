// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/AccountSheet.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace Holdfast {

/// A new person, or the name and the role of one who is there.
class PersonSheet : public AccountSheet
{
    Q_OBJECT
public:
    PersonSheet(UserCalls calls, const std::optional<UserAccount> &known, QWidget *parent = nullptr);

protected:
    bool isComplete() const override;
    std::optional<QFuture<Result<UserAccount>>> ask() override;

private:
    void showRoleMeaning();
    Role role() const;

    UserCalls m_calls;
    std::optional<UserAccount> m_known;
    QLineEdit *m_fullName;
    QLineEdit *m_username = nullptr; ///< of a new one; afterwards it stays
    QComboBox *m_role;
    QLabel *m_meaning;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_again = nullptr;
};

} // namespace Holdfast
