// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/PasswordSheet.h"

#include "domain/Credentials.h"
#include "domain/ShownText.h"

#include <QLineEdit>

namespace Holdfast {

PasswordSheet::PasswordSheet(UserCalls calls, const UserAccount &account, QWidget *parent)
    : AccountSheet(
          calls, account,
          {tr("New password for %1").arg(shownOnOneLine(account.user.fullName)),
           tr("All sign-ins of this person end at once, on every computer. What waits there to be sent stays and "
              "is sent after the next sign-in. Tell the password on a way that nobody else reads."),
           tr("Set the password")},
          parent)
    , m_password(addPasswordLine(tr("&Password")))
    , m_again(addPasswordLine(tr("Password a&gain")))
{
    showWhatCanBeDone();
    m_password->setFocus();
}

QString PasswordSheet::missing() const
{
    return m_password->text().isEmpty() || m_again->text().isEmpty() ? tr("Type the password twice.") : QString();
}

std::optional<QFuture<Result<UserAccount>>> PasswordSheet::ask()
{
    const QByteArray password = m_password->text().toUtf8();
    if (m_password->text() != m_again->text()) {
        complain(tr("The two passwords are not the same."));
        return std::nullopt;
    }
    if (const Done checked = checkPassword(password); !checked) {
        complain(checked.error().message);
        return std::nullopt;
    }
    return calls().setPassword(known().user.id, password, known().revision);
}

} // namespace Holdfast
