// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/AccountSheet.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace Holdfast {

class ConflictLine;

/// A new person, or the name and the role of one who is there.
class PersonSheet : public AccountSheet
{
    Q_OBJECT
public:
    PersonSheet(UserCalls calls, const std::optional<UserAccount> &known, QWidget *parent = nullptr);

protected:
    QString missing() const override;
    std::optional<QFuture<Result<UserAccount>>> ask() override;
    void meet(const QString &who) override;

private:
    struct Fields
    {
        QString fullName;
        Role role = Role::Agent;
    };
    void fillFields(const Fields &fields);
    void showRoleMeaning();
    Role role() const;

    bool m_isNew;
    Fields m_mine; ///< as it was written, while theirs is looked at
    ConflictLine *m_conflict;
    QLineEdit *m_fullName;
    QLineEdit *m_username = nullptr; ///< of a new one; afterwards it stays
    QComboBox *m_role;
    QLabel *m_meaning;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_again = nullptr;
};

} // namespace Holdfast
