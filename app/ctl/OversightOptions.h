// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlOptions.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace Holdfast {

/// The options of holds, matters and retention.
void describeOversight(QCommandLineParser &parser);
/// Malformed where one is given with a command that it does not go with, or one that a command needs is not given.
Done readOversight(const QCommandLineParser &parser, CtlOptions &options);

} // namespace Holdfast
