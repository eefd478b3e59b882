// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlOptions.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace Holdfast {

/// The options of the audit and users commands.
void describeAuditAndUsers(QCommandLineParser &parser);
/// Reads them; Malformed, with a sentence, where one is wrong, or goes with none of those commands. After the command.
Done readAuditAndUsers(const QCommandLineParser &parser, CtlOptions &options);

} // namespace Holdfast
