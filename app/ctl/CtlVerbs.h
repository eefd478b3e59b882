// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlOptions.h"

namespace Holdfast {

/// A command of holdfastctl, of one word or two.
struct CtlVerb
{
    QLatin1String name;
    CtlOptions::Command command;
    qsizetype fewest; ///< arguments
    qsizetype most;
    QLatin1String usage;
    QLatin1String meaning;
};

/// Takes the words of the command off the front. Malformed where there is none of that name.
Result<const CtlVerb *> ctlVerbFrom(QStringList &words);
/// A line for each.
QString ctlVerbsText();

} // namespace Holdfast
