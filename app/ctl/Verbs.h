// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlOptions.h"

namespace Holdfast {

/// What the words of a command line ask for, options apart.
struct Asked
{
    CtlOptions::Command command;
    QStringList arguments; ///< as many as the command takes; numbers where it wants numbers
};

/// Malformed, with how it is used, where they are not what the command wants. matches: upload takes no lead.
Result<Asked> askedFor(QStringList words, bool matches);

/// For --help: a line for each, or for those alone whose names begin with these words; empty where there is none.
QString verbsText(const QStringList &words = {});

} // namespace Holdfast
