// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/StandingSheet.h"

#include "domain/ShownText.h"

namespace Holdfast {

StandingSheet::StandingSheet(UserCalls calls, const UserAccount &account, QWidget *parent)
    : AccountSheet(
          calls, account,
          {account.disabled ? tr("Enable %1 again").arg(shownOnOneLine(account.user.fullName))
                            : tr("Disable %1").arg(shownOnOneLine(account.user.fullName)),
           account.disabled
               ? tr("This person can sign in again, with the password from before. The sign-ins that ended when the "
                    "account was disabled stay ended.")
               : tr("All sign-ins of this person end at once, on every computer, and nobody can sign in with this name "
                    "any more. Recordings, notes and annotations stay, and so do the leads that are assigned. What "
                    "still "
                    "waits on this person's computer is sent only after a sign-in there: enable the account for it."),
           account.disabled ? tr("Enable") : tr("Disable")},
          parent)
    , m_disables(!account.disabled)
{
    showWhatCanBeDone();
    if (m_disables)
        beginAtCancel();
}

std::optional<QFuture<Result<UserAccount>>> StandingSheet::ask()
{
    return calls().setDisabled(known().user.id, m_disables, known().revision);
}

} // namespace Holdfast
