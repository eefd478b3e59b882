// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/OwnPasswordSheet.h"

#include "domain/Credentials.h"

#include <QLineEdit>

namespace Holdfast {

OwnPasswordSheet::OwnPasswordSheet(Change change, QWidget *parent)
    : DeedSheet(tr("Change your password"),
                tr("You stay signed in here. All your other sign-ins end at once, on every other computer; what waits "
                   "there to be sent stays, and is sent after the next sign-in."),
                tr("Change"), parent)
    , m_change(std::move(change))
    , m_current(addPasswordLine(tr("Password &now")))
    , m_wanted(addPasswordLine(tr("New &password")))
    , m_again(addPasswordLine(tr("New password a&gain")))
{
    showWhatCanBeDone();
    m_current->setFocus();
}

QString OwnPasswordSheet::missing() const
{
    if (m_current->text().isEmpty())
        return tr("Type the password that you have now.");
    return m_wanted->text().isEmpty() || m_again->text().isEmpty() ? tr("Type the new password twice.") : QString();
}

QString OwnPasswordSheet::unknownWords() const
{
    return tr(
        "The server gave no answer, so nobody knows whether the password was changed. Where you are asked to sign "
        "in, try the new one first.");
}

void OwnPasswordSheet::carryOut()
{
    const QByteArray wanted = m_wanted->text().toUtf8();
    if (m_wanted->text() != m_again->text())
        return complain(tr("The two new passwords are not the same."));
    if (const Done checked = checkPassword(wanted); !checked)
        return complain(checked.error().message);
    await(m_change(m_current->text().toUtf8(), wanted), [this](const QString &sentence) {
        Q_EMIT changed(sentence.isEmpty() ? tr("Your password is changed. All your other sign-ins have ended.")
                                          : sentence);
    });
}

} // namespace Holdfast
