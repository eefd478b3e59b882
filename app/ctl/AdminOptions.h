// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlOptions.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace Holdfast {

/// The options of storage, webhooks and keys.
void describeAdmin(QCommandLineParser &parser);
/// Malformed where one is wrong, or is given with a command that it does not go with. After the command.
Done readAdmin(const QCommandLineParser &parser, CtlOptions &options);

} // namespace Holdfast
