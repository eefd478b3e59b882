// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/AccountSheet.h"

namespace Holdfast {

void AccountSheet::carryOut()
{
    if (const auto asked = ask())
        await(*asked, [this](const UserAccount &account) { Q_EMIT done(account); });
}

} // namespace Holdfast
