// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlOptions.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace Holdfast {

/// The options of list without a lead, history and delete.
void describeReview(QCommandLineParser &parser);
/// Malformed where one is wrong, or is given with a command that it does not go with. After the command.
Done readReview(const QCommandLineParser &parser, CtlOptions &options);

} // namespace Holdfast
